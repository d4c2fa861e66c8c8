import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { createFakeP100, type Fault } from '../../src/testing.ts';
import { johnDoe } from '../support/description.ts';
import { useServers } from '../support/sandbox.ts';
import { useScripts } from '../support/script.ts';

const { serveFake } = useServers();
const start = useScripts();
const run = promisify(execFile);

describe('a fault of the kit over HTTP', () => {
  const unknown = { name: 'P100ConnectionError', sent: 'unknown' };
  const rows: [Fault, object, boolean][] = [
    [{ type: 'connection-refused' }, unknown, false],
    [{ type: 'connection-reset' }, unknown, false],
    [{ type: 'connection-reset', takesEffect: true }, unknown, true],
    [{ type: 'stall' }, { name: 'P100TimeoutError' }, false],
    [{ type: 'stall', takesEffect: true }, { name: 'P100TimeoutError' }, true],
    [{ type: 'slow-body', durationMs: 60_000 }, { name: 'P100TimeoutError' }, true],
    [{ type: 'truncated-body' }, { status: 201, reason: 'truncated' }, true],
    [{ type: 'bad-gateway' }, { status: 502, reason: 'not-json' }, false],
    [{ type: 'too-many-requests', retryAfter: 9 }, { status: 429 }, false],
    [{ type: 'P501', takesEffect: true }, { code: 'P501' }, true],
  ];

  it.each(rows)('is a real one: %j', async (fault, error, takesEffect) => {
    const fake = createFakeP100();
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: await serveFake(fake), maxRetries: 0 });
    fake.failNext(fault);
    await expect(p100.users.create(johnDoe(), { timeoutMs: 200 })).rejects.toMatchObject(error);
    expect(await p100.users.ensure(johnDoe())).toMatchObject({ created: !takesEffect });
  });
});

describe('npm run sandbox', () => {
  it('prints a curl line that works when pasted, and keeps what it creates', async () => {
    const sandbox = start(['scripts/sandbox.ts', '0', '--api-key', 'its-key']);
    const [, url] = await sandbox.waitFor(/listens on (http:\S+)/);
    const [curl] = await sandbox.waitFor(/curl .*\n.*\n.*'\n/);
    await sandbox.waitFor(/createP100Client\(\{ apiKey: 'its-key', baseUrl: '.*' \}\)/);
    expect(curl).toContain(url);
    expect(JSON.parse((await run('sh', ['-c', curl])).stdout)).toMatchObject({ poaRequired: false });
    expect(JSON.parse((await run('sh', ['-c', curl])).stdout)).toMatchObject({ errorCode: 'P411' });
    const p100 = createP100Client({ apiKey: 'its-key', baseUrl: url as string });
    expect(await p100.users.ensure(johnDoe())).toEqual({ created: false });
  });

  it('takes countries', async () => {
    const countries = ['--forbidden-country', 'XX', '--poa-required-country', 'XY'];
    const sandbox = start(['scripts/sandbox.ts', '0', ...countries]);
    const [, baseUrl] = await sandbox.waitFor(/listens on (http:\S+)/);
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: baseUrl as string });
    await expect(p100.users.create({ ...johnDoe(), country: 'XX' })).rejects.toMatchObject({ code: 'P431' });
    expect(await p100.users.create({ ...johnDoe(), country: 'XY' })).toMatchObject({ poaRequired: true });
  });

  it('makes faults, the same ones from the same seed', async () => {
    const failures = async () => {
      const sandbox = start(['scripts/sandbox.ts', '0', '--fault-rate', '0.5', '--seed', '7']);
      const [, baseUrl] = await sandbox.waitFor(/listens on (http:\S+)/);
      await sandbox.waitFor(/50 % .* --seed 7 /);
      const p100 = createP100Client({ apiKey: 'a-key', baseUrl: baseUrl as string, maxRetries: 0, timeoutMs: 200 });
      const names: string[] = [];
      for (let id = 0; id < 20; id++) {
        const call = p100.users.ensure({ ...johnDoe(), externalUserId: String(id) });
        names.push(
          await call.then(
            () => 'well',
            (error) => error.name,
          ),
        );
      }
      return names;
    };
    const [first, second] = await Promise.all([failures(), failures()]);
    expect(first).toEqual(second);
    expect(first.filter((name) => name !== 'well').length).toBeGreaterThan(5);
    expect(first).toContain('well');
  });

  it('says that a port is taken', async () => {
    const taken = new URL(await serveFake(createFakeP100())).port;
    const { code, printed } = await start(['scripts/sandbox.ts', taken]).ended;
    expect(code).toBe(1);
    expect(printed).toBe(`Port ${taken} is taken: pass another one, such as \`npm run sandbox -- 4021\`.\n`);
  });

  it.each([['--fault-rate', '2'], ['--seed', 'x'], ['--unknown'], ['65536']])('refuses %s %s', async (...args) => {
    const { code, printed } = await start(['scripts/sandbox.ts', ...args]).ended;
    expect(code).toBe(1);
    expect(printed).toContain(args[0]);
    expect(printed).not.toContain('    at ');
  });
});
