// The customers' table and the queue, in one PostgreSQL database.
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { type ConnectionOptions, type ConstructorOptions, PgBoss } from 'pg-boss';

export const queue = 'p100-onboarding';
/** The dead-letter queue: customers that P100 refused, and those that ran out of attempts. */
export const refusedQueue = 'p100-onboarding-refused';

/** All that a job holds. Personal data stay in the customers' table. */
export interface JobData {
  readonly externalUserId: string;
}

const year = 365 * 86_400;

const queueOptions = {
  deadLetter: refusedQueue,
  retryLimit: 100,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // A worker that dies stops its heartbeat, and its jobs go to another one.
  heartbeatSeconds: 20,
  deleteAfterSeconds: 86_400,
  // By default, a job that has waited for two weeks is deleted.
  retentionSeconds: year,
  partition: true,
};

export interface Database {
  readonly pool: pg.Pool;
  readonly boss: PgBoss;
  /** Finishes the jobs under way and disconnects. */
  readonly close: () => Promise<void>;
}

/** Connects, and creates tables and queues if they do not exist. */
export async function openDatabase(options: ConstructorOptions = { supervise: false }): Promise<Database> {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) throw new Error('Set DATABASE_URL, for example to postgres:///onboarding');
  const pool = new pg.Pool({ connectionString });
  const boss = new PgBoss({ connectionString, schedule: false, registerInstance: false, ...options });
  // Both connect again by themselves. Without a listener, a lost connection would end the process.
  pool.on('error', (error) => console.error(describe(error)));
  boss.on('error', (error) => console.error(describe(error)));
  await boss.start();
  await boss.createQueue(refusedQueue, { retentionSeconds: year });
  await boss.createQueue(queue, queueOptions);
  await inTransaction(pool, async (client) => {
    // Two processes that create a table at the same time would collide.
    await client.query('select pg_advisory_xact_lock(100)');
    await client.query(readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'));
  });
  const close = async () => {
    await boss.stop({ timeout: 120_000 });
    await pool.end();
  };
  return { pool, boss, close };
}

/** Runs all or nothing. `transaction` makes a call of pg-boss a part of it. */
export async function inTransaction<Value>(
  pool: pg.Pool,
  run: (client: pg.PoolClient, transaction: ConnectionOptions) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const value = await run(client, { db: { executeSql: (text, values) => client.query(text, values) } });
    await client.query('commit');
    client.release();
    return value;
  } catch (error) {
    // Closing the connection rolls back.
    client.release(true);
    throw error;
  }
}

/** An error for the log. PostgreSQL's texts may repeat values of a row, so only its codes are shown. */
export function describe(error: unknown): string {
  const { name, code, message } = error as Error & { code?: string };
  return error instanceof pg.DatabaseError ? `PostgreSQL error ${code}` : `${name}: ${message || code}`;
}
