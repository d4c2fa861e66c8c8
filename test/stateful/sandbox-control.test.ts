import { describe, expect, it } from 'vitest';
import { verify } from '../../scripts/verify/verify.ts';
import { createP100Client } from '../../src/index.ts';
import { runCommand } from '../../src/testing/command-line.ts';
import { sandboxCommand } from '../../src/testing/sandbox/command.ts';
import { createWebhookHandler, toNodeListener } from '../../src/webhooks.ts';
import { johnDoe } from '../support/description.ts';
import { runHere, useScripts } from '../support/script.ts';
import { useListener } from '../support/servers.ts';

const start = useScripts();
const listen = useListener();
const { externalUserId } = johnDoe();

/** Starts the command as `npx p100-partner-sdk sandbox` does. */
async function startSandbox(...args: string[]) {
  const sandbox = start(['src/testing/command.ts', 'sandbox', '--port', '0', ...args]);
  const [, url = ''] = await sandbox.waitFor(/listens on (http:\S+)/);
  const p100 = createP100Client({ apiKey: 'sandbox-key', baseUrl: url, maxRetries: 0 });
  const control = async (method: string, path: string, body?: object) => {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${url}/__sandbox${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { sandbox, url, p100, control };
}

it('is controlled over HTTP, and prints a line per request', async () => {
  const { sandbox, p100, control } = await startSandbox();
  await p100.users.create(johnDoe());
  expect(await control('GET', '/users')).toMatchObject({
    body: [{ externalUserId, request: johnDoe(), active: false }],
  });
  expect(await control('POST', `/users/${externalUserId}/activate`)).toMatchObject({
    status: 200,
    body: { active: true },
  });
  expect((await p100.users.getBalances({ externalUserId })).fiatBalances[0]?.status).toBe('ACTIVE');
  expect(await control('POST', '/faults', { type: 'P501' })).toEqual({ status: 204, body: undefined });
  await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: 'P501' });
  expect((await control('GET', '/calls')).body).toMatchObject([
    { operation: 'createUser' },
    { operation: 'getUserBalances' },
    { operation: 'createUser' },
  ]);
  await control('POST', '/faults', { type: 'P501' });
  expect(await control('DELETE', '/users')).toMatchObject({ status: 204 });
  await expect(p100.users.getBalances({ externalUserId })).rejects.toMatchObject({ code: 'P412' });
  await sandbox.waitFor(/GET \/v1\/user\/balances\/\S+ 400\n$/);
  const lines = sandbox.printed().split('\n');
  expect(lines).toContain('POST /v1/user/balances/crypto-and-fiat 400 P501');
  expect(lines).toContain('POST /__sandbox/faults 204');
  const log = sandbox.printed().slice(sandbox.printed().indexOf('POST /v1'));
  expect(log).not.toMatch(/sandbox-key|johndoe/);
});

it('refuses unknown faults, users, events and paths', async () => {
  const { control } = await startSandbox();
  const misspelt = await control('POST', '/faults', { type: 'stal' });
  expect(misspelt).toEqual({
    status: 400,
    body: { error: 'fake.failNext: unknown fault "stal": did you mean stall?' },
  });
  expect(await control('POST', '/users/nobody/activate')).toMatchObject({ status: 400 });
  expect(await control('POST', '/webhooks/userStatus')).toMatchObject({ status: 400 });
  expect(await control('GET', '/user')).toMatchObject({ status: 404, body: { known: expect.any(Array) } });
  expect(await control('GET', '')).toEqual({ status: 200, body: { known: expect.any(Array) } });
});

it('sends webhooks to an address', async () => {
  const heard: unknown[] = [];
  const on = { userStatus: (event: unknown) => heard.push(event), kycFile: (event: unknown) => heard.push(event) };
  const url = `${await listen(toNodeListener(createWebhookHandler({ token: 'its-token', on })))}/hooks/`;
  const { sandbox, p100, control } = await startSandbox('--webhook-url', url, '--webhook-token', 'its-token');
  await sandbox.waitFor(/Webhooks go to http:\S+\/hooks\/ with the token its-token\./);
  await p100.users.create(johnDoe());
  await control('POST', `/users/${externalUserId}/activate`);
  const sent = await control('POST', '/webhooks/kycFile', { externalUserId, status: 'ERROR' });
  expect(sent).toMatchObject({ status: 200, body: { received: true, statuses: [200] } });
  expect(heard).toEqual([
    { externalUserId, status: 'ACTIVE' },
    { externalUserId, status: 'ERROR' },
  ]);
  await sandbox.waitFor(/webhook \/hooks\/webhook\/user\/status 200\n/);
  // The server takes no such event, so it is repeated.
  expect(await control('POST', '/webhooks/poaStatus')).toMatchObject({ status: 200, body: { received: false } });
  await sandbox.waitFor(/webhook \/hooks\/webhook\/poa-verification\/status 404\nwebhook again in 8 s\n/);
});

it('sends an event without a documented path to the given path', async () => {
  const heard: unknown[] = [];
  const on = { cryptoDeposit: ({ status }: { status: string }) => heard.push(status) };
  const handler = createWebhookHandler({ token: 'sandbox-token', on, paths: { cryptoDeposit: '/deposit' } });
  const args = ['--webhook-url', await listen(toNodeListener(handler)), '--webhook-path', 'cryptoDeposit=/deposit'];
  const { control } = await startSandbox(...args);
  expect(await control('POST', '/webhooks/cryptoDeposit', { status: 'SUCCESSFUL' })).toMatchObject({ status: 200 });
  expect(heard).toEqual(['SUCCESSFUL']);
  expect(await control('POST', '/webhooks/sepaTransfer')).toMatchObject({
    status: 400,
    body: { error: expect.stringContaining('--webhook-path sepaTransfer=/') },
  });
});

it('waits before each response', async () => {
  const { p100 } = await startSandbox('--latency-ms', '300');
  const begun = performance.now();
  await p100.exchange.getRates();
  expect(performance.now() - begun).toBeGreaterThan(290);
});

it('matches the description: verify finds no difference', async () => {
  const { url } = await startSandbox();
  expect(await verify(url, 'sandbox-key')).toMatchObject({ findings: [] });
});

it.each([
  [['--webhook-url', 'here'], '--webhook-url here is not an address'],
  [['--webhook-url', 'http://127.0.0.1/?a=1'], 'pass an HTTP address without a query'],
  [['--webhook-url', 'http://me:secret@127.0.0.1'], 'is not an address'],
  [['--webhook-path', 'deposit=/a'], '--webhook-path "deposit=/a" is not EVENT=PATH: pass a path'],
  [['--webhook-path', 'cryptoDeposit'], 'is not EVENT=PATH'],
])('refuses %j', async (args, says) => {
  const { code, printed } = await runHere(() => runCommand(sandboxCommand('npx p100-partner-sdk sandbox'), args));
  expect(code).toBe(1);
  expect(printed).toContain(says);
});

describe('the command of the package', () => {
  it.each([
    [['sandbx'], 'Unknown command sandbx: did you mean sandbox?'],
    [[], 'Pass a command.'],
  ])('refuses %j', async (args, says) => {
    const { code, printed } = await start(['src/testing/command.ts', ...args]).ended;
    expect(code).toBe(1);
    expect(printed).toContain(says);
  });

  it('explains itself', async () => {
    const { code, printed } = await start(['src/testing/command.ts', '--help']).ended;
    expect([code, printed]).toEqual([0, expect.stringContaining('Usage: npx p100-partner-sdk sandbox [options]')]);
  });
});
