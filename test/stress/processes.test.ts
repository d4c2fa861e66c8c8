import { expect, it } from 'vitest';
import { randomFaults } from '../../src/testing/sandbox/random-faults.ts';
import { createFakeP100 } from '../../src/testing.ts';
import { useScripts } from '../support/script.ts';
import { useFakeServers } from '../support/servers.ts';

const serveFake = useFakeServers();
const start = useScripts();

const processes = 4;
const users = 2_000;
const seed = Number(process.env['STRESS_SEED'] ?? Date.now() % 2 ** 31);

it(`${processes} processes ensure the same ${users} users at a sandbox with 20 % faults, STRESS_SEED=${seed}`, async () => {
  console.log(`STRESS_SEED=${seed}`);
  const fake = createFakeP100();
  const faults = randomFaults(0.2, seed);
  let failed = 0;
  const onRequest = () => {
    const fault = faults.next().value;
    if (!fault) return;
    failed++;
    fake.failNext(fault);
  };
  const baseUrl = await serveFake(fake, { onRequest });
  const migrations = Array.from({ length: processes }, (_, index) =>
    start(['test/stress/migrate.ts', baseUrl, String(users), String((index * users) / processes)]),
  );
  const ends = await Promise.all(migrations.map(({ ended }) => ended));
  for (const { code, printed } of ends) expect(code, printed).toBe(0);

  const ids = Array.from({ length: users }, (_, id) => String(id));
  expect([...fake.users.keys()].sort()).toEqual(ids.sort());
  const created = ends.flatMap(({ printed }) => Object.entries(JSON.parse(printed).created as Record<string, string>));
  expect(new Set(created.map(([id]) => id)).size).toBe(created.length);
  for (const [id, userId] of created) expect(fake.users.get(id)?.user.userId).toBe(userId);
  const failures = ends.map(({ printed }) => JSON.parse(printed).failures);
  console.log(`${created.length} told as created, ${failed} requests failed, ${failures.join(' + ')} calls repeated`);
  // A user that no process reports as created had its response lost.
  expect(created.length).toBeGreaterThan(users / 4);
  expect(failed).toBeGreaterThan(users / 2);
}, 300_000);
