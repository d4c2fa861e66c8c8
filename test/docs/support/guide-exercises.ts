import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import { startPrismMock } from '../../../scripts/prism.ts';
import { createP100Client } from '../../../src/index.ts';
import { createdUser, johnDoe } from '../../support/description.ts';
import type { Exercise } from './exercises.ts';
import { serveLaterRevision } from './later-revision.ts';

/** Serves one response to every request, and keeps the requests. */
async function startAnswering(body: unknown, status = 200) {
  const requests: { method: string; path: string; body: unknown; type: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    requests.push({ method, path, body: await text(request), type: headers['content-type'] });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  vi.stubEnv('P100_BASE_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return { requests, close: () => server.close() };
}

/** The exercises of all other samples. */
export const guideExercises: Record<string, Exercise> = {
  'README.md#startVerification': async (_, __, reload) => {
    const server = await startAnswering({ verificationId: 'an-id' });
    const { startVerification } = await reload();
    expect(await startVerification('a-user')).toEqual({ verificationId: 'an-id' });
    expect(server.requests).toMatchObject([
      { method: 'POST', path: '/v1/kyc', body: expect.stringContaining('a-user') },
    ]);
    server.close();
  },
  'README.md#survivesALostResponse': async ({ survivesALostResponse }) => {
    expect(await survivesALostResponse(johnDoe())).toBe(true);
  },
  'docs/quick-start.md#isUsable': ({ isUsable }) => {
    const [balance] = createdUser().balances.fiatBalances;
    expect(isUsable(balance)).toBe(false);
    expect(isUsable({ ...balance, status: 'ACTIVE' })).toBe(true);
  },
  'docs/quick-start.md#readIban': async (_, __, reload) => {
    await withPrism(async () => expect(await (await reload()).readIban('a-user')).toMatch(/^LT\d{18}$/));
    const server = await startAnswering(createdUser().balances);
    expect(await (await reload()).readIban('a-user')).toBeNull();
    server.close();
  },
  'docs/errors.md#pay': async (_, __, reload) => {
    const pay = async (body: object) => (await reload()).pay(body);
    const transfer = { sourceExternalUserId: 'a-user', amount: '100', currency: 'btc' };
    await withPrism(async () => expect(await pay(transfer)).toBe('accepted'));
    const poor = await startAnswering({ errorCode: 'P433', errorName: 'insufficient-funds' }, 400);
    expect(await pay(transfer)).toBe('not accepted');
    poor.close();
    const broken = await startAnswering('', 502);
    expect(await pay(transfer)).toBe('unknown');
    expect(broken.requests).toHaveLength(1);
    broken.close();
  },
  'docs/errors.md#severity': async ({ severity }, server) => {
    const failure = async (options: object) => {
      const p100 = createP100Client({ apiKey: 'test', baseUrl: server.url, maxRetries: 0, ...options });
      return severity(await p100.users.create(johnDoe()).catch((error) => error));
    };
    expect(await failure({ apiKey: 'wrong' })).toBe('alert');
    expect(await failure({ apiKey: () => '' })).toBe('alert');
    server.failNext({ type: 'P501' });
    expect(await failure({})).toBe('watch');
    server.failNext({ type: 'bad-gateway' });
    expect(await failure({})).toBe('watch');
    await createP100Client({ apiKey: 'test', baseUrl: server.url }).users.create(johnDoe());
    expect(await failure({})).toBe('log');
    expect(severity(new TypeError('a bug'))).toBe('alert');
  },
  'docs/later-revisions.md#createOnLaterRevision': async (_, __, reload) => {
    const server = await serveLaterRevision();
    vi.stubEnv('P100_BASE_URL', server.url);
    const later = {
      street: 'Example',
      number: '321',
      nationality: 'PL',
      birthCountry: 'PL',
      birthDate: '1990-01-01',
      userIdentificationNumber: '90010112345',
      hasAcceptedP100Tc: true,
    };
    const { createOnLaterRevision } = await reload();
    expect(await createOnLaterRevision(johnDoe(), later)).toBe(createdUser().userId);
    const { address: _a, documentType: _t, documentNumber: _n, ...kept } = johnDoe();
    expect(server.bodies).toEqual([{ ...kept, ...later }]);
    await server.close();
  },
  'docs/later-revisions.md#countBalances': ({ countBalances }) => {
    expect(countBalances(createdUser())).toBe(7);
    expect(countBalances({ userId: 'an-id' })).toBe(0);
  },
  'docs/logging-and-privacy.md#createRotatingClient': async ({ createRotatingClient }) => {
    const keys = ['wrong', 'test'];
    const client = createRotatingClient(async () => keys.shift());
    await expect(client.users.create(johnDoe())).rejects.toMatchObject({ reason: 'wrong-key' });
    await expect(client.users.create(johnDoe())).resolves.toMatchObject({ poaRequired: false });
  },
  'docs/files.md#sendProofOfAddress': async (_, __, reload) => {
    const sendProofOfAddress = async (...given: unknown[]) => (await reload()).sendProofOfAddress(...given);
    const file = join(mkdtempSync(join(tmpdir(), 'proof-')), 'proof.pdf');
    writeFileSync(file, '%PDF-1.4 a proof');
    await withPrism(async () => expect(await sendProofOfAddress('a-user', file)).toBe('sent'));
    const pending = await startAnswering({ errorCode: 'P211' }, 202);
    expect(await sendProofOfAddress('a-user', file)).toBe('sent');
    expect(pending.requests).toMatchObject([
      { body: expect.stringContaining('%PDF-1.4 a proof'), type: expect.stringMatching(/^multipart\/form-data; /) },
    ]);
    pending.close();
    const verified = await startAnswering({ errorCode: 'P447' }, 400);
    expect(await sendProofOfAddress('a-user', file)).toBe('already verified');
    verified.close();
    writeFileSync(file, Buffer.alloc(5_242_881));
    await expect(sendProofOfAddress('a-user', file)).rejects.toThrow('larger than 5242880 bytes');
  },
  'docs/raw-and-middleware.md#createTaggedClient': async ({ createTaggedClient }, server) => {
    const p100 = createTaggedClient(() => 'a-request');
    server.failNext({ type: 'bad-gateway' });
    await p100.users.create(johnDoe());
    await expect(p100.request('GET', '/v1/nothing')).rejects.toMatchObject({ status: 404 });
    expect(server.calls.map(({ headers }) => headers['x-request-id'])).toEqual(['a-request', 'a-request', 'a-request']);
  },
  'docs/jest-and-commonjs.md#connect': async ({ connect }, server) => {
    expect((await connect()).baseUrl).toBe(server.url);
  },
  'docs/coverage.md#readCard': async (_, __, reload) => {
    const server = await startAnswering({ status: 'ACTIVE' });
    const { readCard, updateTravelRule } = await reload();
    expect(await readCard('a/user', 'a-card')).toEqual({ status: 'ACTIVE' });
    await updateTravelRule('a-deposit', { name: 'John Doe' });
    expect(server.requests).toMatchObject([
      { method: 'GET', path: '/v1/card/details/a%2Fuser/a-card' },
      { method: 'PATCH', path: '/v1/crypto-deposit/update-travel-rule/a-deposit', body: '{"name":"John Doe"}' },
    ]);
    server.close();
  },
};

/** Runs a sample against the examples of the description. */
async function withPrism(work: () => Promise<void>): Promise<void> {
  const prism = await startPrismMock();
  vi.stubEnv('P100_BASE_URL', prism.url);
  vi.stubEnv('P100_API_KEY', 'test');
  await work();
  await prism.close();
}
