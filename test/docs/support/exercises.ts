import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { type CreateUserRequest, createP100Client } from '../../../src/index.ts';
import { createdUser, johnDoe } from '../../support/description.ts';
import type { KitServer } from './kit-server.ts';
import { serveLaterRevision } from './later-revision.ts';
import { webhookExercises } from './webhook-exercises.ts';

// biome-ignore lint/suspicious/noExplicitAny: the compiler has checked the blocks, and what they export is asserted here.
export type Exported = any;

/** Calls what a block exports and asserts what its reader expects. `server` is what its client talks to. */
export type Exercise = (exported: Exported, server: KitServer) => void | Promise<void>;

// By a name that the compiler does not follow: it is built only when these tests run.
const builtPackage: string = 'p100-partner-sdk';
const customerIn = (country: string) => ({ ...johnDoe(), externalUserId: `in-${country}`, country });
const invalid = { ...johnDoe(), externalUserId: 'invalid', email: 42 } as unknown as CreateUserRequest;
const customers = (count: number): CreateUserRequest[] =>
  Array.from({ length: count }, (_, index) => ({ ...johnDoe(), externalUserId: `customer-${index}` }));
const storedId = (server: KitServer) => server.users.get(johnDoe().externalUserId)?.user.userId;
const post = (body: unknown) => new Request('http://localhost/', { method: 'POST', body: JSON.stringify(body) });

/** What to do with each block that is a part of a program, by its document and the first name that it exports. */
export const exercises: Record<string, Exercise> = {
  'README.md#openAccount': async ({ openAccount }, server) => {
    expect(await openAccount(johnDoe())).toBe(storedId(server));
    await expect(openAccount(johnDoe())).rejects.toThrow('has an account already');
    const log = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await expect(openAccount(invalid)).rejects.toMatchObject({ code: 'P403' });
    expect(log).toHaveBeenCalledWith([expect.stringContaining('email')]);
    log.mockRestore();
    await expect(openAccount(customerIn('XX'))).rejects.toThrow('does not serve this country');
  },
  'README.md#migrate': async ({ migrate }, server) => {
    expect(await migrate(customers(5))).toBe(5);
    expect(await migrate(customers(7))).toBe(2);
    expect(server.users.size).toBe(7);
  },
  'README.md#createByPath': async ({ createByPath }, server) => {
    expect(await createByPath(johnDoe())).toBe(storedId(server));
    expect(await createByPath(johnDoe())).toMatch(/^400: .*P411/);
  },
  'README.md#survivesALostAnswer': async ({ survivesALostAnswer }) => {
    expect(await survivesALostAnswer(johnDoe())).toBe(true);
  },
  'docs/quick-start.md#isUsable': ({ isUsable }) => {
    const [balance] = createdUser().balances.fiatBalances;
    expect(isUsable(balance)).toBe(false);
    expect(isUsable({ ...balance, status: 'ACTIVE' })).toBe(true);
  },
  'docs/errors.md#register': async ({ register }, server) => {
    expect(await register(johnDoe())).toBe('Your account is open.');
    expect(await register(johnDoe())).toBe('You have an account already.');
    expect(await register(invalid)).toBe('Please check your details.');
    expect(await register(customerIn('XX'))).toBe('We cannot serve your country.');
    server.failNext({ type: 'P500' });
    server.failNext({ type: 'P500' });
    expect(await register(customerIn('DE'))).toBe('Please try again in a few minutes.');
  },
  'docs/errors.md#severity': async ({ severity }) => {
    const { AuthenticationError, P100ConfigError, P100ConnectionError }: Exported = await import(builtPackage);
    const facts = { operation: 'createUser', attempts: 1, retryable: false };
    const denial = { ...facts, status: 401, code: undefined };
    expect(severity(new AuthenticationError('', { ...denial, reason: 'wrong-key' }))).toBe('page somebody');
    expect(severity(new P100ConnectionError('', { ...facts, sent: 'no' }))).toBe('watch');
    expect(severity(new P100ConfigError(''))).toBe('ignore');
    expect(severity(new TypeError())).toBe('page somebody');
  },
  'docs/retries-and-onboarding.md#openAccountNow': async ({ openAccountNow }, server) => {
    expect(await openAccountNow(johnDoe(), new AbortController().signal)).toBe(storedId(server));
    const reason = new Error('left');
    await expect(openAccountNow(johnDoe(), AbortSignal.abort(reason))).rejects.toBe(reason);
  },
  'docs/retries-and-onboarding.md#ensureAccount': async ({ ensureAccount }, server) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    expect(await ensureAccount(johnDoe())).toBe(true);
    expect(log).toHaveBeenCalledWith(`New user ${storedId(server)}`);
    expect(await ensureAccount(johnDoe())).toBe(false);
    log.mockRestore();
  },
  'docs/retries-and-onboarding.md#migrate': async ({ migrate }, server) => {
    const journal = join(mkdtempSync(join(tmpdir(), 'migration-')), 'journal.tsv');
    const list = customers(20);
    const seen: number[] = [];
    const first = await migrate([...list.slice(0, 12), customerIn('XX')], {
      journal,
      onProgress: ({ created, failed }: { created: number; failed: unknown[] }) => seen.push(created + failed.length),
    });
    expect(first).toMatchObject({ created: 12, existed: 0, failed: [{ externalUserId: 'in-XX' }] });
    expect(seen).toHaveLength(13);
    expect(seen.at(-1)).toBe(13);
    expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(12);
    const callsBefore = server.calls.length;
    expect(await migrate(list, { journal, concurrency: 3 })).toMatchObject({ created: 8, existed: 0, failed: [] });
    expect(server.calls.length - callsBefore).toBe(8);
    expect(await migrate(list, { journal: `${journal}.lost` })).toMatchObject({ created: 0, existed: 20 });
    expect(server.users.size).toBe(20);
    vi.stubEnv('P100_API_KEY', 'wrong');
    const many = customers(200).slice(20);
    await expect(migrate(many, { journal, concurrency: 2 })).rejects.toMatchObject({
      reason: 'wrong-key',
    });
    expect(server.calls.length).toBeLessThan(callsBefore + 60);
  },
  'docs/testing.md#openAccount': async ({ openAccount }, server) => {
    const p100 = createP100Client();
    expect(await openAccount(p100, johnDoe())).toBe('opened');
    expect(await openAccount(p100, johnDoe())).toBe('was open already');
    expect(await openAccount(p100, customerIn('XX'))).toBe('not in this country');
    expect(server.users.size).toBe(1);
  },
  'docs/later-revisions.md#createOnLaterRevision': async ({ createOnLaterRevision }) => {
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
    expect(await createOnLaterRevision(johnDoe(), later)).toBe(createdUser().userId);
    const { address: _, documentType: __, documentNumber: ___, ...kept } = johnDoe();
    expect(server.bodies).toEqual([{ ...kept, ...later }]);
    await server.close();
  },
  'docs/later-revisions.md#countBalances': ({ countBalances }) => {
    expect(countBalances(createdUser())).toBe(7);
    expect(countBalances({ userId: 'an-id' })).toBe(0);
  },
  'docs/logging-and-privacy.md#createLoggingClient': async ({ createLoggingClient }) => {
    const lines: string[] = [];
    await createLoggingClient((line: string) => lines.push(line)).users.create(johnDoe());
    await createLoggingClient((line: string) => lines.push(line)).users.ensure(johnDoe());
    const events = lines.map((line) => JSON.parse(line));
    expect(events).toMatchObject([
      { type: 'response', operation: 'createUser', attempt: 1, status: 201 },
      { type: 'response', status: 400, code: 'P411' },
      { type: 'failure', code: 'P411' },
    ]);
    expect(lines.join()).not.toContain(johnDoe().email);
  },
  'docs/logging-and-privacy.md#metrics': async ({ metrics, createCountingClient }, server) => {
    server.failNext({ type: 'P501' });
    await createCountingClient().users.create(johnDoe());
    await expect(createCountingClient().users.create(johnDoe())).rejects.toMatchObject({ code: 'P411' });
    expect(metrics).toEqual({ answers: 3, retries: 1, failures: new Map([['P411', 1]]) });
  },
  'docs/logging-and-privacy.md#createRotatingClient': async ({ createRotatingClient }) => {
    const keys = ['wrong', 'test'];
    const client = createRotatingClient(async () => keys.shift());
    await expect(client.users.create(johnDoe())).rejects.toMatchObject({ reason: 'wrong-key' });
    await expect(client.users.create(johnDoe())).resolves.toMatchObject({ poaRequired: false });
  },
  'docs/servers-workers-queues.md#POST': async ({ POST }, server) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const created = await POST(post(johnDoe()));
    expect([created.status, await created.json()]).toEqual([201, { userId: storedId(server) }]);
    for (const [customer, status] of [
      [johnDoe(), 409],
      [invalid, 422],
      [customerIn('XX'), 422],
    ] as const) {
      expect((await POST(post(customer))).status).toBe(status);
    }
    vi.stubEnv('P100_API_KEY', 'wrong');
    for (let fault = 0; fault < 3; fault++) server.failNext({ type: 'bad-gateway' });
    expect((await POST(post(customerIn('DE')))).status).toBe(503);
    log.mockRestore();
  },
  'docs/servers-workers-queues.md#default': async (worker, server) => {
    const environment = { P100_API_KEY: 'test', P100_ENVIRONMENT: 'staging' };
    const answers = [
      await worker.default.fetch(post(johnDoe()), environment),
      await worker.default.fetch(post(johnDoe()), environment),
    ];
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([{ created: true }, { created: false }]);
    expect(server.users.size).toBe(1);
  },
  'docs/servers-workers-queues.md#openAccountJob': async ({ openAccountJob }, server) => {
    const putAside = vi.fn();
    await openAccountJob(johnDoe(), putAside);
    await openAccountJob(johnDoe(), putAside);
    expect(putAside).not.toHaveBeenCalled();
    await openAccountJob(customerIn('XX'), putAside);
    await openAccountJob(invalid, putAside);
    expect(putAside).toHaveBeenCalledTimes(2);
    for (let fault = 0; fault < 3; fault++) server.failNext({ type: 'bad-gateway' });
    await expect(openAccountJob(customerIn('DE'), putAside)).rejects.toMatchObject({ status: 502 });
    expect(server.users.size).toBe(1);
  },
  ...webhookExercises,
};
