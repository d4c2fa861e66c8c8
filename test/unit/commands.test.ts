import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { fixtures } from '../../src/generated/fixtures.ts';
import { servers } from '../../src/generated/operations.ts';
import { calls } from '../contract/table.ts';
import { createdUser, johnDoe } from '../support/description.ts';
import { replyJson, startFaultServer } from '../support/fault-server.ts';
import { useScripts } from '../support/script.ts';

// A process takes a second to start, and many times that on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const start = useScripts();

/** Runs a script as its npm command does, without the start of npm. */
const run = (script: string, args: string[] = [], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    env: { ...process.env, ...env },
  });

const lastLines = (printed: string) => printed.slice(printed.indexOf('Choose another'));

/** What a command that fails prints, and its exit code. */
const failure = (...args: Parameters<typeof run>) =>
  run(...args).then(
    () => Promise.reject(new Error('The command succeeded.')),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  );

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = Object.values(scripts).flatMap((script) => /^tsx scripts\/([\w-]+)\.ts$/.exec(script)?.[1] ?? []);

it.each(commands)('npm run %s explains itself', async (name) => {
  const print = vi.spyOn(console, 'log').mockReturnValue();
  const { argv } = process;
  onTestFinished(() => {
    print.mockRestore();
    process.argv = argv;
  });
  // In this process, because starting one for each takes most of a minute.
  process.argv = ['node', name, '--help'];
  await import(`../../scripts/${name}.ts`);
  expect(print).toHaveBeenCalledOnce();
  const [help] = print.mock.calls[0] ?? [];
  expect(help).toContain(`\nUsage: npm run ${name} -- [options]\n`);
  expect(help).toMatch(/\n {2}--help +show this text(\n|$)/);
});

describe('npm run demo', () => {
  it('shows all steps, in 80 columns', async () => {
    const { stdout, stderr } = await run('demo');
    const { balances } = createdUser();
    for (const { name, amount } of [...balances.fiatBalances, ...balances.cryptoBalances]) {
      expect(stdout).toMatch(new RegExp(`│${name} +│${amount}`));
    }
    for (const part of ['WAITING_TO_BE_ACTIVATED', 'polygon (amoy)', '0.00005', 'ethereum (sepolia)']) {
      expect(stdout).toContain(part);
    }
    expect(stdout).toMatch(/status +ACTIVE\n/);
    expect(stdout).toMatch(/LT\d{18} +│ACTIVE/);
    const shown = Object.values(fixtures.createUser.examples[400]).map(({ errorCode }) => errorCode);
    for (const part of [...shown, 'AuthenticationError', 'ServiceUnavailableError']) expect(stdout).toContain(part);
    for (const { name } of calls) expect(stdout).toContain(`│p100.${name} `);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stderr).toBe('');
  });

  it('--live without a key fails with one sentence', async () => {
    expect(await failure('demo', ['--live'], { P100_API_KEY: '' })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'createP100Client: there is no key. Pass apiKey or set the environment variable P100_API_KEY.\n',
    });
  });

  it('--live calls the server and shows the errors that it provokes', async () => {
    const server = await startFaultServer((socket, count) => {
      if (count === 1) replyJson(socket, 201, createdUser());
      else replyJson(socket, 400, { errorCode: count === 2 ? 'P403' : 'P411' });
    });
    const { stdout } = await run('demo', ['--live'], { P100_API_KEY: 'a-key', P100_BASE_URL: server.url });
    expect(stdout).toContain('UserExistsError');
    expect(server.requests[0]).not.toContain(johnDoe().externalUserId);
    expect(stdout).not.toContain('a-key');
  });

  it('--live does not run in production', async () => {
    const env = { P100_API_KEY: 'a-key', P100_BASE_URL: servers.production };
    const stderr = 'This would open an account in production. Unset P100_BASE_URL.\n';
    expect(await failure('demo', ['--live'], env)).toEqual({ code: 1, stdout: '', stderr });
  });

  it('with an unknown option fails with one sentence', async () => {
    const { code, stderr } = await failure('demo', ['--life']);
    expect(code).toBe(1);
    expect(stderr).toBe('Unknown option --life: did you mean --live? Options: --live, --help.\n');
  });
});

describe('npm run mock', () => {
  it('prints a curl line that works and a line per request, without key and body, and ends at once on SIGINT', async () => {
    const mock = start(['scripts/mock.ts', '--port', '0']);
    const [, url] = await mock.waitFor(/listens on (http:\S+)/);
    await mock.waitFor(/To get another response/);
    const [curl = ''] = await mock.waitFor(/curl .*\n.*\n.*'\n/);
    const { stdout } = await promisify(execFile)('sh', ['-c', curl]);
    expect(JSON.parse(stdout)).toEqual(createdUser());
    const path = `${url}/v1/user/balances/crypto-and-fiat`;
    const headers = { 'content-type': 'application/json', 'x-api-key': 'its-key' };
    await fetch(`${path}?a=private`, { method: 'POST', headers, body: JSON.stringify(johnDoe()) });
    const { email: _, ...incomplete } = { ...johnDoe(), city: 7, documentType: 8 };
    const refused = await fetch(path, { method: 'POST', headers, body: JSON.stringify(incomplete) });
    expect(await refused.json()).toEqual({
      errorCode: 'P403',
      errorMessage: 'email is required. city must be string. documentType must be string.',
    });
    await fetch(`${url}/nowhere`);
    const line = `POST /v1/user/balances/crypto-and-fiat`;
    await mock.waitFor(new RegExp(`\n${line} 201\n${line} 201\n${line} 400\nGET /nowhere 404\n$`));
    for (const secret of ['its-key', 'private', 'johndoe']) expect(lastLines(mock.printed())).not.toContain(secret);
    const begun = performance.now();
    mock.child.kill('SIGINT');
    await mock.ended;
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('npm run generate', () => {
  const generateFrom = (change: (text: string) => string) => {
    mkdirSync('.cache', { recursive: true });
    const folder = mkdtempSync(resolve('.cache/broken-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    cpSync('openapi', folder, { recursive: true });
    const root = join(folder, 'openapi.yaml');
    writeFileSync(root, change(readFileSync(root, 'utf8')));
    return failure('generate', ['--description', root, '--out', join(folder, 'generated')]);
  };

  it.each([
    ['no longer a description', (text: string) => text.replace('info:', 'infoo:'), 'infoo'],
    ['not YAML', (text: string) => text.replace('title: ', 'title: : '), 'bad indentation'],
  ])('says briefly that it is %s', async (_, change, says) => {
    const { code, stderr } = await generateFrom(change);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n {4}at |Deprecation/);
  });
});
