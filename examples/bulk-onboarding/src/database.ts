// The customers' table and the queue, in one PostgreSQL database. pg-boss brings the connections.
import { readFileSync } from 'node:fs';
import { type Db, PgBoss } from 'pg-boss';

export const queue = 'p100-onboarding';
/** The dead-letter queue: customers that P100 refused, and those whose attempts all failed. */
export const refusedQueue = 'p100-onboarding-refused';
export const retryLimit = 100;
const year = 365 * 86_400;

/** All that a job holds. Personal data stay in the customers' table. */
export interface JobData {
  readonly externalUserId: string;
}

/** Connects, and creates tables and queues if they do not exist. */
export async function openQueue(): Promise<PgBoss> {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) throw new Error('Set DATABASE_URL, for example to postgres:///onboarding');
  // How often pg-boss looks for jobs of dead workers.
  const supervision = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };
  const boss = new PgBoss({ connectionString, schedule: false, registerInstance: false, ...supervision });
  // It connects again by itself. Without a listener, a lost connection would end the process.
  boss.on('error', (error) => console.error(error.message || error));
  await boss.start();
  await boss.createQueue(refusedQueue, { retentionSeconds: year });
  await boss.createQueue(queue, {
    deadLetter: refusedQueue,
    retryLimit,
    retryBackoff: true,
    retryDelay: 1,
    retryDelayMax: 60,
    // A worker that dies stops its heartbeat, and its jobs go to another one.
    heartbeatSeconds: 20,
    deleteAfterSeconds: 86_400,
    // By default, a job that has waited for two weeks is deleted.
    retentionSeconds: year,
    partition: true,
  });
  await query(boss, readFileSync(new URL('../schema.sql', import.meta.url), 'utf8'));
  return boss;
}

/** Returns the rows of a query. PostgreSQL's error texts may repeat values of a row, so only the code is thrown. */
export async function query<Row>(
  boss: PgBoss,
  text: string,
  values: unknown[] = [],
  db = boss.getDb(),
): Promise<Row[]> {
  try {
    return (await db.executeSql(text, values)).rows;
  } catch (error) {
    throw new Error(`A query failed: ${(error as { code?: string }).code ?? 'connection lost'}`);
  }
}

/** Runs all or nothing. Pass `db` to `query` and to pg-boss, so that they take part. */
export async function inTransaction<Value>(boss: PgBoss, run: (db: Db) => Promise<Value>): Promise<Value> {
  const transaction = await (boss.getDb() as Required<Db>).beginTransaction();
  try {
    const value = await run(transaction.db);
    await transaction.commit();
    return value;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

/** Stops every worker on every host: each looks for a pause once a second. */
export const pause = (boss: PgBoss, reason: string) =>
  query(boss, 'insert into onboarding_pause (reason) values ($1) on conflict do nothing', [reason]);

export const endPause = (boss: PgBoss) => query(boss, 'delete from onboarding_pause');

export async function findPause(boss: PgBoss): Promise<string | undefined> {
  const [found] = await query<{ reason: string; since: Date }>(boss, 'select reason, since from onboarding_pause');
  return found && `Paused since ${found.since.toISOString()}: ${found.reason}`;
}
