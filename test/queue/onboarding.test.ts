import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeP100, type FakeP100 } from '../../src/testing.ts';
import { useFakeServers } from '../support/servers.ts';
import { customer, useExample, writeCustomers } from './support/onboard.ts';
import { type Postgres, startPostgres } from './support/postgres.ts';
import { expectNoPersonalData } from './support/privacy.ts';

// Each command is a process of its own: many of them take long on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const serveFake = useFakeServers();
const folder = mkdtempSync(join(tmpdir(), 'onboarding-'));
const ndjson = join(folder, 'customers.ndjson');
let postgres: Postgres;
let fake: FakeP100;
let baseUrl: string;
let apiKey: string;
const example = useExample(() => ({ databaseUrl: postgres.url, baseUrl, apiKey }));

const run = async (...args: string[]) => (await example.start(...args).ended).printed;
const fast = ['--rate', '1000', '--concurrency', '20', '--timeout-ms', '2000'];
const seedWith = async (...customers: ReturnType<typeof customer>[]) => {
  writeCustomers(ndjson, customers);
  await run('seed', ndjson);
};
const customers = (count: number) => Array.from({ length: count }, (_, index) => customer(`customer-${index}`));
const outcomes = async () =>
  Object.fromEntries(
    (
      await postgres.query<{ id: string; outcome: string | null }>(
        'select external_user_id as id, outcome from onboarding_customers',
      )
    ).map(({ id, outcome }) => [id, outcome]),
  );

/** Runs a worker until every customer has an outcome. */
async function workUntilDone(...args: string[]): Promise<string> {
  const worker = example.start('work', ...fast, ...args);
  while (Object.values(await outcomes()).includes(null)) await sleep(500);
  worker.kill('SIGTERM');
  const { code, printed } = await worker.ended;
  expect(code, printed).toBe(0);
  return printed;
}

beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  await postgres.execute(
    'drop schema if exists pgboss cascade; drop table if exists onboarding_customers, onboarding_pause',
  );
  fake = createFakeP100({ apiKeys: ['a-key'], forbiddenCountries: ['XX'] });
  baseUrl = await serveFake(fake);
  apiKey = 'a-key';
});

it('compiles', () => {
  execFileSync('node_modules/typescript/bin/tsc', ['-p', 'examples/bulk-onboarding']);
});

describe('seed', () => {
  it('adds each customer once, and names the lines that it cannot use', async () => {
    writeCustomers(ndjson, [customer('a'), { ...customer('b'), email: '' }, customer('a'), customer('c')]);
    writeFileSync(ndjson, 'no JSON\n[]\n\n{"externalUserId": 1}\n', { flag: 'a' });
    const { code, printed } = await example.start('seed', ndjson).ended;
    expect(code).toBe(1);
    expect(printed).toContain('2 customers added, 1 known already, 4 unusable');
    for (const problem of [
      'line 2: no text in email',
      'line 5: not readable',
      'line 8: no text in externalUserId, email',
    ])
      expect(printed).toContain(problem);
    expect(await run('seed', ndjson)).toContain('0 customers added, 3 known already');
    expect(await postgres.query(`select 1 from pgboss.job where name = 'p100-onboarding'`)).toHaveLength(2);
  });

  it('reads CSV', async () => {
    const file = join(folder, 'customers.csv');
    const [first, second] = [customer('a', { address: 'Example 3, "2"' }), customer('b')];
    const cells = (values: string[]) => values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
    const lines = [Object.keys(first), Object.values(first), Object.values(second).slice(1), Object.values(second)];
    writeFileSync(file, lines.map(cells).join('\r\n'));
    const printed = await run('seed', file);
    expect(printed).toContain('2 customers added');
    expect(printed).toContain('line 3: not readable');
    const rows = await postgres.query('select request from onboarding_customers order by external_user_id');
    expect(rows).toEqual([{ request: first }, { request: second }]);
  });
});

it('does what its README says', async () => {
  const readme = readFileSync('examples/bulk-onboarding/README.md', 'utf8');
  const commands = [...readme.matchAll(/^npm run onboard -- ([^#\n]*)/gm)].map(([, args = '']) =>
    args.trim().split(' '),
  );
  expect(commands.map(([command]) => command)).toEqual(['seed', 'work', 'status']);
  const [seed = [], work = [], status = []] = commands;
  expect(await run(...seed)).toContain('line 4: no text in documentNumber\n3 customers added');
  const worker = example.start(...work);
  while (fake.users.size < 3) await sleep(100);
  worker.kill('SIGINT');
  expect(await worker.ended).toMatchObject({ code: 0 });
  expect(await run(...status)).toContain('100 %   3 of 3');
});

it('puts refused customers aside, and tries them again once their rows are fixed', async () => {
  await seedWith(customer('good'), customer('bad'), customer('forbidden', { country: 'XX' }));
  const setEmail = (email: string) =>
    postgres.execute(
      `update onboarding_customers set request = (request::jsonb || '{"email": ${email}}')::json where external_user_id = 'bad'`,
    );
  await setEmail('42');
  await workUntilDone();
  expect(await outcomes()).toEqual({ good: 'created', bad: 'refused', forbidden: 'refused' });
  const status = await run('status');
  for (const line of [
    '100 %   3 of 3',
    'dead-letter queue: 2',
    '1 x P403 (email), such as bad',
    '1 x P431, such as forbidden',
  ])
    expect(status).toContain(line);
  await expectNoPersonalData(postgres, example.logs());

  await setEmail('"johndoe@gmail.com"');
  expect(await run('redrive', 'P403')).toContain('Back to the queue: 1');
  const calls = fake.calls.length;
  await workUntilDone();
  expect(fake.calls.length - calls).toBe(1);
  expect(await outcomes()).toEqual({ good: 'created', bad: 'created', forbidden: 'refused' });
  expect(await run('status')).toContain('dead-letter queue: 1');
  expect(await run('redrive')).toContain('Back to the queue: 1');
  await workUntilDone();
  expect(await run('status')).toContain('1 x P431, such as forbidden');
});

it('pauses every worker when the key is refused, until one is started with --resume', async () => {
  await seedWith(...customers(200));
  // It notices the pause without making a call.
  const idle = example.start('work', '--rate', '0.001', '--concurrency', '1');
  while (!idle.printed().includes('Working')) await sleep(100);
  apiKey = 'wrong';
  const { code, printed } = await example.start('work', ...fast).ended;
  expect(code).toBe(1);
  expect(printed).toMatch(/Paused since .*: .*the key is wrong/);
  expect(await idle.ended).toMatchObject({ code: 1, printed: expect.stringContaining('the key is wrong') });
  expect(await run('status')).toMatch(/Paused since .*the key is wrong/);

  apiKey = 'a-key';
  const calls = fake.calls.length;
  expect(calls).toBeLessThan(30);
  expect(await run('work')).toContain('the key is wrong');
  expect(fake.calls).toHaveLength(calls);
  await workUntilDone('--resume');
  expect(fake.users.size).toBe(200);
});

it('pauses every worker when its address is not that of P100', async () => {
  await seedWith(...customers(3));
  baseUrl = await serveFake({ fetch: async () => new Response('<html></html>', { status: 404 }) });
  expect(await run('work', ...fast)).toMatch(/Paused since .*404/);
  expect(Object.values(await outcomes())).toEqual([null, null, null]);
});

it('pauses every worker when the SDK refuses an argument', async () => {
  await seedWith(customer('a'));
  await postgres.execute(`update onboarding_customers set request = '"no object"'`);
  expect(await run('work', ...fast)).toMatch(/Paused since .*pass the request body as an object/);
  expect(await outcomes()).toEqual({ a: null });
  expect(fake.calls).toEqual([]);
});

it('finishes the calls under way on SIGTERM, and leaves the rest to the queue', async () => {
  await seedWith(...customers(300));
  const slow: FakeP100['fetch'] = async (...request) => {
    await sleep(300);
    return fake.fetch(...request);
  };
  baseUrl = await serveFake({ fetch: slow });
  const worker = example.start('work', ...fast);
  while (fake.users.size < 50) await sleep(20);
  worker.kill('SIGTERM');
  expect(await worker.ended).toMatchObject({ code: 0 });
  const created = Object.values(await outcomes()).filter((outcome) => outcome === 'created');
  expect(created).toHaveLength(fake.users.size);
  expect(fake.users.size).toBeLessThan(300);
  expect(await postgres.query(`select 1 from pgboss.job where state = 'active'`)).toEqual([]);
  await workUntilDone();
  expect(fake.calls).toHaveLength(300);
});

it('makes no more calls per second than it is told to', async () => {
  await seedWith(...customers(200));
  const times: number[] = [];
  const timed: FakeP100['fetch'] = (...request) => {
    times.push(performance.now());
    return fake.fetch(...request);
  };
  baseUrl = await serveFake({ fetch: timed });
  const worker = example.start('work', '--rate', '20');
  while (times.length < 60) await sleep(50);
  worker.kill('SIGTERM');
  await worker.ended;
  const perSecond = 59 / (((times[59] ?? 0) - (times[0] ?? 0)) / 1_000);
  expect(perSecond).toBeLessThan(22);
});

it('asks P100 about users that existed already', async () => {
  await seedWith(...customers(5));
  const [first, second] = ['customer-0', 'customer-1'] as const;
  baseUrl = await serveFake(createFakeP100({ users: [{ externalUserId: first }, { externalUserId: second }] }));
  await workUntilDone();
  // Of these two, P100 now knows only one.
  fake = createFakeP100({ users: [{ externalUserId: first }] });
  baseUrl = await serveFake(fake);
  expect(await run('reconcile', '--rate', '100')).toContain('1 found, 1 unknown to P100 (P412), 0 left');
  const rows = await postgres.query(
    `select external_user_id as id, reason, p100_balances as balances from onboarding_customers
     where outcome = 'existed' order by 1`,
  );
  expect(rows).toEqual([
    { id: first, reason: null, balances: fake.users.get(first)?.balances },
    { id: second, reason: 'P412', balances: null },
  ]);
});
