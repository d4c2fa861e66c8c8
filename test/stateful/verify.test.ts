import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Comparison } from '../../scripts/verify/compare.ts';
import { printable, reportLines } from '../../scripts/verify/print.ts';
import { verify } from '../../scripts/verify/verify.ts';
import { fixtures } from '../../src/generated/fixtures.ts';
import type { CommandError } from '../../src/testing/command-line.ts';
import { createFakeP100, type FakeP100 } from '../../src/testing.ts';
import { description, johnDoe } from '../support/description.ts';
import { type Distortion, distort } from '../support/distort.ts';
import { reply, startFaultServer } from '../support/fault-server.ts';
import { useScripts } from '../support/script.ts';
import { useFakeServers } from '../support/servers.ts';

const serveFake = useFakeServers();
const start = useScripts();

const apiKey = 'the-key-of-this-server';

async function verifyAt(baseUrl: string, key = apiKey) {
  try {
    const report = await verify(baseUrl, key);
    const printed = reportLines(report).map((line) => printable(line, key));
    return { code: report.findings.length > 0 ? 1 : 0, printed: printed.join('\n') };
  } catch (error) {
    const { message, exitCode } = error as CommandError;
    return { code: exitCode, printed: message };
  }
}

/** Verifies the kit, with something planted in its responses. */
async function verifyKit(distortion: Distortion = {}, fake: FakeP100 = createFakeP100({ apiKeys: [apiKey] })) {
  return { fake, ...(await verifyAt(await serveFake(distort(fake, distortion)))) };
}

const onCreated = (change: (user: string) => string) => (text: string) =>
  text.includes('"userId"') ? change(text) : text;

describe('npm run verify', () => {
  it('finds no drift in a faithful server, where it creates one user', async () => {
    const { fake, code, printed } = await verifyKit();
    const [id] = [...fake.users.keys()];
    expect(printed).toMatch(/^Sent 27 requests\. /);
    expect(printed).toContain(`The test user is ${id}.`);
    const notSeen = '400 P431, 400 P500, 400 P501, 401 address-not-allowed';
    expect(printed).toContain(`Documented responses that were not seen: ${notSeen}.`);
    expect(printed).toContain('No differences: the server matches the description.');
    expect(code).toBe(0);
    expect(fake.users.size).toBe(1);
    expect([...fake.users.values()]).toMatchObject([{ request: { ...johnDoe(), externalUserId: id } }]);
    expect(id).not.toBe(johnDoe().externalUserId);
  });

  it('reports three planted differences, and only them', async () => {
    const text = onCreated((user) =>
      user
        .replace('"iban":null', '"iban":null,"bic":"SECRET"')
        .replace('WAITING_TO_BE_ACTIVATED', 'FROZEN')
        .replaceAll('"wallet":null,', ''),
    );
    const { code, printed } = await verifyKit({ text });
    expect(printed).toContain(`
Sent by the server, but not in the description:
  201 balances.fiatBalances[].bic: the field (string) is not described
  201 balances.fiatBalances[].status: the value "FROZEN" is not described

In the description, but not sent by the server:
  201 balances.cryptoBalances[].wallet: is required but was not sent

Documented responses that were not seen`);
    expect(printed).toContain('3 differences.');
    expect(printed).not.toContain('SECRET');
    expect(code).toBe(1);
  });

  const planted: [string, Distortion, RegExp][] = [
    [
      'another code',
      { text: (text) => text.replace('P403', 'P411') },
      /without email: expected 400 P403, got 400 P411/,
    ],
    [
      'another status',
      { status: (status) => (status === 400 ? 404 : status) },
      /without email: expected 400 P403, got 404 P403/,
    ],
    [
      'an amount as a number',
      { text: (text) => text.replaceAll('"0.00"', '0') },
      /201 balances\.fiatBalances\[\]\.amount: must be string/,
    ],
    [
      'a redirect, which it does not follow',
      { status: () => 302, headers: { location: 'http://127.0.0.1:9/' } },
      /302: the status is not described/,
    ],
  ];

  it.each(planted)('reports %s', async (_, distortion, line) => {
    const { code, printed } = await verifyKit(distortion);
    expect(printed).toMatch(line);
    expect(code).toBe(1);
  });

  it('accepts a base URL that ends in the version', async () => {
    const baseUrl = await serveFake(createFakeP100({ apiKeys: [apiKey] }));
    for (const ending of ['/v1', '/v1/', '/']) {
      expect(await verifyAt(baseUrl + ending)).toMatchObject({ code: 0 });
    }
  });

  it('sets the exit code', async () => {
    const baseUrl = await serveFake(createFakeP100());
    const env = { ...process.env, P100_API_KEY: apiKey };
    const { code, printed } = await start(['scripts/verify.ts', '--base-url', baseUrl], env).ended;
    expect(printed).toMatch(/a wrong key: expected 401 wrong-key, got 201\n/);
    expect(code).toBe(1);
  }, 60_000);
});

describe('a hostile server', () => {
  /** Responds to the n-th request (from 1) with a status and a text. */
  const serveHostile = (respond: (count: number) => [number, string]) =>
    startFaultServer((socket, count) => {
      const [status, text] = respond(count);
      reply(socket, status, text, { connection: 'close' });
      socket.end();
    });
  const created = JSON.stringify(fixtures.createUser.examples[201]['user-created']);
  const codes = ['Access Denied. xo1', 'Access Denied. xo2'];
  const refuseKeys = (count: number, then: [number, string]): [number, string] => {
    const text = codes[count - 1];
    return text ? [401, text] : then;
  };

  it.each([
    ['accepts everything', () => [201, created], 1, 'no key: expected 401 missing-key, got 201'],
    [
      'creates the same user again and again',
      (count: number) => refuseKeys(count, [201, created]),
      4,
      'externalUserId again: expected 400 P411, got 201',
    ],
    [
      'accepts a body that lacks everything',
      (count: number) => refuseKeys(count, count === 4 ? [400, '{"errorCode":"P411"}'] : [201, created]),
      5,
      'a body with only externalUserId: expected 400 P403, got 201',
    ],
    [
      'creates no user',
      (count: number) => refuseKeys(count, [400, '{"errorCode":"P431"}']),
      3,
      'a new user: expected 201, got 400 P431',
    ],
  ] as const)('that %s is asked nothing more', async (_, respond, requests, line) => {
    const server = await serveHostile(respond as (count: number) => [number, string]);
    const { code, printed } = await verifyAt(server.url);
    expect(server.requests).toHaveLength(requests);
    expect(printed).toContain(line);
    expect(printed).toContain('Stopped after');
    expect(code).toBe(1);
  });

  it('cannot control the terminal, nor make it show the key', async () => {
    const nasty = `\u001b[2J\u202e\u0085\u2028the-key\u0000-of-this-server\nTHE-KEY-OF-THIS-SERVER`;
    const text = JSON.stringify({ errorCode: nasty, [nasty]: 1, errorMessage: nasty });
    const server = await serveHostile((count) => refuseKeys(count, [400, text]));
    const { printed } = await verifyAt(server.url);
    expect(printed).toContain('got 400 [2J[key][key]');
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    expect(printed.toLowerCase()).not.toContain(apiKey);
    expect(printed).toMatch(/\d+ differences?\./);
  });

  it('prints no line that is longer than a screen', async () => {
    const server = await serveHostile((count) =>
      refuseKeys(count, [400, JSON.stringify({ errorCode: 'x'.repeat(9e5) })]),
    );
    const { printed } = await verifyAt(server.url);
    for (const line of printed.split('\n')) expect(line.length).toBeLessThan(310);
  });

  it('that sends too much is disconnected', async () => {
    const server = await serveHostile(() => [201, 'x'.repeat(2 ** 20 + 1)]);
    const { code, printed } = await verifyAt(server.url);
    expect([code, printed]).toEqual([2, 'The server cannot be reached: its body is longer than 1048576 bytes.']);
  });

  it('that falls silent is reported with the request', async () => {
    const server = await startFaultServer((socket, count) => {
      if (count === 1) reply(socket, 401, codes[0] ?? '');
      else socket.destroy();
    });
    const { code, printed } = await verifyAt(server.url);
    expect([code, printed]).toEqual([2, expect.stringMatching(/^No response to "a wrong key": .+\.$/)]);
  });
});

describe('npm run verify cannot start', () => {
  it.each([
    [
      'without a key',
      ['--base-url', 'http://127.0.0.1:9'],
      'P100_API_KEY is empty: set this variable to the key of the server.\n',
    ],
    ['without an address', [], 'Pass the server to verify, such as --base-url https://partner-api-stage.p100.io.\n'],
  ])('%s', async (_, args, sentence) => {
    const env = { ...process.env, P100_API_KEY: args.length > 0 ? '' : apiKey };
    expect(await start(['scripts/verify.ts', ...args], env).ended).toEqual({ code: 1, printed: sentence });
  });

  it('with an invalid address', async () => {
    expect(await verifyAt('ftp://p100.example')).toEqual({ code: 2, printed: expect.stringContaining('baseUrl') });
  });

  it.each([
    'https://partner-api.p100.io',
    'https://partner-api.p100.io./v1',
    'https://PARTNER-API.p100.IO:8443/',
    'https://partner-api.p100.io..',
    'https://partner-api%2Ep100.io',
    'https://ｐartner-api.p100。io',
  ])('in production, spelt %s', async (baseUrl) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('must not be called'));
    onTestFinished(() => fetched.mockRestore());
    expect(await verifyAt(baseUrl)).toMatchObject({ code: 2 });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('with a key that the server refuses', async () => {
    const baseUrl = await serveFake(createFakeP100({ apiKeys: ['another'] }));
    const printed = 'The server refuses the key in P100_API_KEY (401 wrong-key).';
    expect(await verifyAt(baseUrl)).toEqual({ code: 2, printed });
  });

  it('if nothing listens', async () => {
    const closed = createFakeP100();
    const baseUrl = await serveFake(closed, { onRequest: () => closed.failNext({ type: 'connection-reset' }) });
    const printed = expect.stringMatching(/^The server cannot be reached: .+\.$/);
    expect(await verifyAt(baseUrl)).toEqual({ code: 2, printed });
  });
});

describe('the comparison of responses', () => {
  const { method, path, examples } = fixtures.createUser;
  const created = JSON.stringify(examples[201]['user-created']);
  const refused = JSON.stringify(examples[400]['user-exists']);

  const compare = (...answers: [number, string][]) => {
    const comparison = new Comparison(description, path, method);
    for (const [status, text] of answers) comparison.addAnswer({ status, text });
    return comparison.findings().map(({ kind, where, what }) => `${kind}: ${where}: ${what}`);
  };

  it('finds nothing in the examples of the description', () => {
    const all = Object.entries(examples).flatMap(([status, named]) =>
      Object.values(named).map((value): [number, string] => [Number(status), JSON.stringify(value)]),
    );
    expect(compare(...all)).toEqual([]);
  });

  const rows: [string, [number, string], string][] = [
    ['a status', [202, created], 'undescribed: 202: the status is not described'],
    ['a code', [400, refused.replace('P411', 'P999')], 'undescribed: 400 errorCode: the value "P999" is not described'],
    [
      'a field',
      [201, created.replace('{', '{"level":{"a":1},')],
      'undescribed: 201 level: the field (object) is not described',
    ],
    [
      'a field in a map',
      [201, created.replaceAll('"mainnet":false', '"mainnet":false,"gas":null')],
      'undescribed: 201 balances.cryptoBalances[].networkConfig.*.gas: the field (null) is not described',
    ],
    ['a page', [201, '<html>'], 'different: 201: the body must be object'],
    [
      'a missing field',
      [201, created.replaceAll(/"rate":[\d.]+,/g, '')],
      'missing: 201 balances.cryptoBalances[].rate: is required but was not sent',
    ],
    [
      'an empty list',
      [201, created.replace(/"cryptoBalances":\[.*\]/, '"cryptoBalances":[]')],
      'missing: 201 balances.cryptoBalances[]: the list was always empty',
    ],
    ['an optional field that was never sent', [400, refused], 'missing: 400 errorMessage: was never sent'],
  ];

  it.each(rows)('finds %s', (_, answer, finding) => {
    expect(compare(answer)).toContain(finding);
  });

  it('does not report the fields of a missing object', () => {
    expect(compare([201, '{}'])).toEqual(
      ['userId', 'poaRequired', 'balances'].map((field) => `missing: 201 ${field}: is required but was not sent`),
    );
  });
});
