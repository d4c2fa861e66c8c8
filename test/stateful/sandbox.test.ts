import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { runCommand } from '../../src/testing/command-line.ts';
import { sandboxCommand } from '../../src/testing/sandbox/command.ts';
import { randomFaults } from '../../src/testing/sandbox/random-faults.ts';
import { createFakeP100, type Fault } from '../../src/testing.ts';
import { johnDoe } from '../support/description.ts';
import { runHere, useScripts } from '../support/script.ts';
import { useFakeServers } from '../support/servers.ts';

const serveFake = useFakeServers();
const start = useScripts();
const run = promisify(execFile);

describe('a fault of the kit over HTTP', () => {
  const unknown = { name: 'P100ConnectionError', mayHaveTakenEffect: true };
  const rows: [Fault, object, boolean][] = [
    [{ type: 'connection-refused' }, unknown, false],
    [{ type: 'connection-reset' }, unknown, false],
    [{ type: 'connection-reset', takesEffect: true }, unknown, true],
    [{ type: 'stall' }, { name: 'P100TimeoutError' }, false],
    [{ type: 'stall', takesEffect: true }, { name: 'P100TimeoutError' }, true],
    [{ type: 'slow-body', durationMs: 60_000 }, { name: 'P100TimeoutError' }, true],
    [{ type: 'truncated-body' }, { status: 201, reason: 'truncated' }, true],
    [{ type: 'bad-gateway' }, { status: 502, reason: 'server-error' }, false],
    [{ type: 'too-many-requests', retryAfter: 9 }, { status: 429 }, false],
    [{ type: 'P501', takesEffect: true }, { code: 'P501' }, true],
  ];

  it.each(rows)('happens to the real connection: %j', async (fault, error, takesEffect) => {
    const fake = createFakeP100();
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: await serveFake(fake), maxRetries: 0 });
    fake.failNext(fault);
    // Short only if nothing but the limit ends the attempt.
    const limits = 'name' in error && error.name === 'P100TimeoutError' ? { timeoutMs: 500 } : {};
    await expect(p100.users.create(johnDoe(), limits)).rejects.toMatchObject(error);
    expect(await p100.users.ensure(johnDoe())).toMatchObject({ created: !takesEffect });
  });
});

it('a stalled request is dropped when the client disconnects', async () => {
  const gone = new Promise<void>((resolve) => {
    const fetch = (_: unknown, init?: RequestInit) =>
      new Promise<never>((_, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason);
          resolve();
        });
      });
    serveFake({ fetch }).then((baseUrl) => {
      const p100 = createP100Client({ apiKey: 'a-key', baseUrl, maxRetries: 0, timeoutMs: 100 });
      return p100.users.create(johnDoe()).catch(() => {});
    });
  });
  await gone;
});

describe('random faults', () => {
  const take = (rate: number, seed: number) => {
    const faults = randomFaults(rate, seed);
    return Array.from({ length: 2_000 }, () => faults.next().value);
  };

  it('are the same for the same seed', () => {
    expect(take(0.2, 7)).toEqual(take(0.2, 7));
    expect(take(0.2, 7)).not.toEqual(take(0.2, 8));
  });

  it.each([0, 0.2, 1])('come at a rate of %f', (rate) => {
    const share = take(rate, 7).filter(Boolean).length / 2_000;
    expect(Math.abs(share - rate)).toBeLessThan(0.03);
  });
});

describe('npm run sandbox', () => {
  it('prints a curl line that works when pasted, and keeps what it creates', async () => {
    const sandbox = start(['scripts/sandbox.ts', '--port', '0', '--api-key', 'its-key']);
    const [, url] = await sandbox.waitFor(/listens on (http:\S+)/);
    const [curl] = await sandbox.waitFor(/curl .*\n.*\n.*'\n/);
    await sandbox.waitFor(/createP100Client\(\{ apiKey: 'its-key', baseUrl: '.*' \}\)/);
    expect(curl).toContain(url);
    expect(JSON.parse((await run('sh', ['-c', curl])).stdout)).toMatchObject({ poaRequired: false });
    expect(JSON.parse((await run('sh', ['-c', curl])).stdout)).toMatchObject({ errorCode: 'P411' });
    const p100 = createP100Client({ apiKey: 'its-key', baseUrl: url as string });
    expect(await p100.users.ensure(johnDoe())).toEqual({ created: false, possiblyCreatedByThisCall: false });
  });

  it('takes countries', async () => {
    const countries = ['--forbidden-country', 'XX', '--poa-required-country', 'XY'];
    const sandbox = start(['scripts/sandbox.ts', '--port', '0', ...countries]);
    const [, baseUrl] = await sandbox.waitFor(/listens on (http:\S+)/);
    const p100 = createP100Client({ apiKey: 'sandbox-key', baseUrl: baseUrl as string });
    await expect(p100.users.create({ ...johnDoe(), country: 'XX' })).rejects.toMatchObject({ code: 'P431' });
    expect(await p100.users.create({ ...johnDoe(), country: 'XY' })).toMatchObject({ poaRequired: true });
  });

  it('injects faults', async () => {
    const sandbox = start(['scripts/sandbox.ts', '--port', '0', '--fault-rate', '0.5', '--seed', '7']);
    const [, baseUrl] = await sandbox.waitFor(/listens on (http:\S+)/);
    await sandbox.waitFor(/50 % .* --seed 7 /);
    const p100 = createP100Client({
      apiKey: 'sandbox-key',
      baseUrl: baseUrl as string,
      maxRetries: 0,
      timeoutMs: 1_500,
    });
    const ids = Array.from({ length: 30 }, (_, id) => String(id));
    const calls = ids.map((externalUserId) => p100.users.ensure({ ...johnDoe(), externalUserId }));
    const ends = (await Promise.allSettled(calls)).map(({ status }) => status);
    expect(new Set(ends)).toEqual(new Set(['fulfilled', 'rejected']));
  });

  it('says that a port is in use', async () => {
    const taken = new URL(await serveFake(createFakeP100())).port;
    const { code, printed } = await start(['scripts/sandbox.ts', '--port', taken]).ended;
    expect(code).toBe(1);
    expect(printed).toBe(`Port ${taken} is in use: pass another one, such as --port ${Number(taken) + 1}.\n`);
  });

  it.each([
    ['--fault-rate', '2'],
    ['--fault-rate', ''],
    ['--seed', '1.5'],
    ['--api-key', ''],
    ['--forbidden-country', 'poland'],
    ['--unknown'],
  ])('refuses %s %s', async (...args) => {
    const { code, printed } = await runHere(() => runCommand(sandboxCommand('npm run sandbox --'), args));
    expect(code).toBe(1);
    expect(printed).toContain(args[0]);
    expect(printed).not.toContain('    at ');
  });
});
