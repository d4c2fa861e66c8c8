import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFaults } from '../../src/testing/sandbox/random-faults.ts';
import { createFakeP100 } from '../../src/testing.ts';
import { useFakeServers } from '../support/servers.ts';
import { type Command, customer, useExample, writeCustomers } from './support/onboard.ts';
import { type Postgres, startPostgres } from './support/postgres.ts';
import { expectNoPersonalData } from './support/privacy.ts';

const users = 20_000;
const forbidden = 20;
const processes = 3;
const kills = 6;
const seed = Number(process.env['STRESS_SEED'] ?? Date.now() % 2 ** 31);
const numbers = fc.sample(fc.noBias(fc.integer({ min: 0, max: 999_999 })), { seed, numRuns: 100 });
/** Numbers from 0 to 1. The same seed gives the same numbers. */
const random = () => (numbers.pop() ?? 0) / 1_000_000;

const serveFake = useFakeServers();
const folder = mkdtempSync(join(tmpdir(), 'onboarding-'));
let postgres: Postgres;
let baseUrl: string;
const example = useExample(() => ({ databaseUrl: postgres.url, baseUrl }));

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});

it(`onboards ${users} customers while workers and PostgreSQL are killed, STRESS_SEED=${seed}`, async () => {
  console.log(`STRESS_SEED=${seed}`);
  const fake = createFakeP100({ forbiddenCountries: ['XX'] });
  const faults = randomFaults(0.2, seed);
  let failed = 0;
  const onRequest = () => {
    const { value } = faults.next();
    if (!value) return;
    failed++;
    fake.failNext(value);
  };
  baseUrl = await serveFake(fake, { onRequest });

  const file = join(folder, 'customers.ndjson');
  const ids = Array.from({ length: users }, (_, index) => `customer-${index}`);
  const refused = Array.from({ length: forbidden }, (_, index) => customer(`forbidden-${index}`, { country: 'XX' }));
  writeCustomers(file, [...ids.map((id) => customer(id)), ...refused]);
  expect(await example.start('seed', file).ended).toMatchObject({ code: 0 });

  const workers = keepRunning(() =>
    example.start('work', '--rate', '10000', '--concurrency', '40', '--timeout-ms', '4000'),
  );
  for (const [share, event] of plan()) {
    await until(async () => (await countOf('outcome is not null')) >= share * users);
    if (event === 'kill') workers.killOne();
    else await postgres.restart();
  }
  await until(async () => (await countOf('outcome is null')) === 0 && (await countOpenJobs()) === 0);
  await workers.end();

  expect([...fake.users.keys()].sort()).toEqual(ids.sort());
  const rows = await postgres.query<{ id: string; outcome: string; userId: string | null }>(
    `select external_user_id as id, outcome, p100_user->>'userId' as "userId" from onboarding_customers`,
  );
  expect(rows).toHaveLength(users + forbidden);
  for (const { id, outcome, userId } of rows) {
    if (id.startsWith('forbidden')) expect(outcome).toBe('refused');
    else if (outcome === 'created') expect(userId).toBe(fake.users.get(id)?.user.userId);
    else expect(outcome).toBe('existed');
  }
  expect(await postgres.query(`select 1 from pgboss.job where name = 'p100-onboarding-refused'`)).toHaveLength(
    forbidden,
  );
  await expectNoPersonalData(postgres, example.logs());
  const created = rows.filter(({ outcome }) => outcome === 'created').length;
  console.log(`${created} recorded as created, ${failed} requests failed, ${workers.started()} processes`);
  expect(failed).toBeGreaterThan(users / 10);
  expect(created).toBeGreaterThan(users / 4);
}, 1_800_000);

/** What happens when, by the share of customers that are done. */
function plan(): [number, 'kill' | 'restart'][] {
  const events = ['restart' as const, ...Array.from({ length: kills }, () => 'kill' as const)];
  return events.map((event): [number, typeof event] => [0.02 + random() * 0.9, event]).sort(([a], [b]) => a - b);
}

/** Restarts a process that ends, as a supervisor does. */
function keepRunning(start: () => Command) {
  let ending = false;
  let started = 0;
  const running = new Set<Command>();
  const keep = async () => {
    while (!ending) {
      const command = start();
      started++;
      running.add(command);
      await command.ended;
      running.delete(command);
    }
  };
  const slots = Array.from({ length: processes }, keep);
  return {
    started: () => started,
    killOne: () => [...running][Math.floor(random() * running.size)]?.kill('SIGKILL'),
    end: async () => {
      ending = true;
      for (const command of running) command.kill('SIGTERM');
      await Promise.all(slots);
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(2_000);
}

const countOf = (condition: string) => count(`onboarding_customers where ${condition}`);
const countOpenJobs = () =>
  count(`pgboss.job where name = 'p100-onboarding' and state in ('created', 'retry', 'active')`);

async function count(source: string): Promise<number> {
  const [row] = await postgres.query<{ count: number }>(`select count(*)::int as count from ${source}`);
  return row?.count ?? 0;
}
