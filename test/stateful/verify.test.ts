import { describe, expect, it } from 'vitest';
import { Comparison } from '../../scripts/verify/compare.ts';
import { printReport } from '../../scripts/verify/print.ts';
import { verify as verifyServer } from '../../scripts/verify/verify.ts';
import { fixtures } from '../../src/generated/fixtures.ts';
import type { CommandError } from '../../src/testing/command-line.ts';
import { createFakeP100, type FakeP100 } from '../../src/testing.ts';
import { description, johnDoe } from '../support/description.ts';
import { type Distortion, distort } from '../support/distort.ts';
import { useScripts } from '../support/script.ts';
import { useFakeServers } from '../support/servers.ts';

const serveFake = useFakeServers();
const start = useScripts();

const apiKey = 'the-key-of-this-server';

async function verify(baseUrl: string) {
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  try {
    const report = await verifyServer(baseUrl, apiKey);
    printReport(baseUrl, report, { log });
    return { code: report.findings.length > 0 ? 1 : 0, printed: lines.join('\n') };
  } catch (error) {
    const { message, exitCode } = error as CommandError;
    return { code: exitCode, printed: message };
  }
}

/** Verifies the kit, with something planted in its answers. */
async function verifyKit(distortion: Distortion = {}, fake: FakeP100 = createFakeP100({ apiKeys: [apiKey] })) {
  return { fake, ...(await verify(await serveFake(distort(fake, distortion)))) };
}

const onCreated = (change: (user: string) => string) => (text: string) =>
  text.includes('"userId"') ? change(text) : text;

describe('npm run verify', () => {
  it('finds no drift in a faithful server, where it creates one user', async () => {
    const { fake, code, printed } = await verifyKit();
    const [id] = [...fake.users.keys()];
    expect(printed).toContain('No drift: the server is as described.');
    expect(printed).toContain(`The throw-away user is ${id}.`);
    expect(printed).toContain('Described answers that were not seen: P431, P500, P501, address-not-allowed.');
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
The server sends what the description lacks:
  201 balances.fiatBalances[].bic: the field (string) is not described
  201 balances.fiatBalances[].status: the value "FROZEN" is not described

The description has what the server did not send:
  201 balances.cryptoBalances[].wallet: is required and did not come

Described answers that were not seen`);
    expect(printed).toContain('Drift: 3 differences.');
    expect(printed).not.toContain('SECRET');
    expect(code).toBe(1);
  });

  const planted: [string, Distortion, RegExp][] = [
    [
      'another code',
      { text: (text) => text.replace('P403', 'P411') },
      /without email: should be answered P403, was P411/,
    ],
    [
      'an amount as a number',
      { text: (text) => text.replaceAll('"0.00"', '0') },
      /201 balances\.fiatBalances\[\]\.amount: .* must be string/,
    ],
    [
      'a redirect',
      { status: () => 302, headers: { location: 'http://127.0.0.1:9/' } },
      /302: the status is not described/,
    ],
  ];

  it.each(planted)('reports %s', async (_, distortion, line) => {
    const { code, printed } = await verifyKit(distortion);
    expect(printed).toMatch(line);
    expect(code).toBe(1);
  });

  it('asks nothing more of a user where the server creates none', async () => {
    const fake = createFakeP100({ apiKeys: [apiKey], forbiddenCountries: ['PL'] });
    const { code, printed } = await verifyKit({}, fake);
    expect(printed).toMatch(/a new user: should be answered created, was P431/);
    expect(code).toBe(1);
    expect(fake.calls).toHaveLength(3);
  });

  it('is a script with the exit code of its outcome', async () => {
    const baseUrl = await serveFake(createFakeP100());
    const env = { ...process.env, P100_API_KEY: apiKey };
    const { code, printed } = await start(['scripts/verify.ts', '--base-url', baseUrl], env).ended;
    expect(printed).toMatch(/a wrong key: should be answered wrong-key, was P411\n/);
    expect(printed).toMatch(/Drift: 1 difference\.\n$/);
    expect(code).toBe(1);
  }, 60_000);

  it('keeps the key out of what it prints', async () => {
    const { printed } = await verifyKit({ text: () => apiKey });
    expect(printed).toContain('Drift');
    expect(printed).not.toContain(apiKey);
  });
});

describe('npm run verify cannot start', () => {
  it.each([
    [
      'without a key',
      ['--base-url', 'http://127.0.0.1:9'],
      'P100_API_KEY is empty: set this variable to the key of the server.\n',
    ],
    [
      'without an address',
      [],
      'Which server? Pass --base-url, such as --base-url https://partner-api-stage.p100.io.\n',
    ],
  ])('%s', async (_, args, sentence) => {
    const env = { ...process.env, P100_API_KEY: args.length > 0 ? '' : apiKey };
    expect(await start(['scripts/verify.ts', ...args], env).ended).toEqual({ code: 1, printed: sentence });
  });

  it('with an address that is none', async () => {
    const { code, printed } = await verify('ftp://p100.example');
    expect([code, printed]).toEqual([2, expect.stringMatching(/^.*baseUrl has to be https.*$/)]);
  });

  it('at production', async () => {
    const { code, printed } = await verify('https://partner-api.p100.io');
    expect([code, printed]).toEqual([2, expect.stringMatching(/^This would open an account at production.*$/)]);
  });

  it('with a key that the server refuses', async () => {
    const baseUrl = await serveFake(createFakeP100({ apiKeys: ['another'] }));
    const { code, printed } = await verify(baseUrl);
    expect([code, printed]).toEqual([2, 'The server denies access to the key in P100_API_KEY (wrong-key).']);
  });

  it('where nobody listens', async () => {
    const closed = createFakeP100();
    const baseUrl = await serveFake(closed, { onRequest: () => closed.failNext({ type: 'connection-reset' }) });
    const { code, printed } = await verify(baseUrl);
    expect([code, printed]).toEqual([2, expect.stringMatching(/^The server cannot be reached: .*ECONNRESET.*$/)]);
  });
});

describe('the comparison of answers', () => {
  const { method, path, examples } = fixtures.createUser;
  const created = JSON.stringify(examples[201]['user-created']);
  const refused = JSON.stringify(examples[400]['user-exists']);

  const compare = (...answers: [number, string][]) => {
    const comparison = new Comparison(description, path, method);
    for (const [status, text] of answers) comparison.addAnswer(status, text);
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
    ['a page', [201, '<html>'], 'different: 201: the body is no JSON object'],
    [
      'a missing field',
      [201, created.replaceAll(/"rate":[\d.]+,/g, '')],
      'missing: 201 balances.cryptoBalances[].rate: never came',
    ],
    [
      'an empty list',
      [201, created.replace(/"cryptoBalances":\[.*\]/, '"cryptoBalances":[]')],
      'missing: 201 balances.cryptoBalances[]: no item ever came',
    ],
    ['an optional field that never came', [400, refused], 'missing: 400 errorMessage: never came'],
  ];

  it.each(rows)('finds %s', (_, answer, finding) => {
    expect(compare(answer)).toContain(finding);
  });

  it('does not report the fields of what never came', () => {
    expect(compare([201, '{}'])).toEqual(
      ['userId', 'poaRequired', 'balances'].map((field) => `missing: 201 ${field}: never came`),
    );
  });
});
