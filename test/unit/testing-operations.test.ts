import { Response as UndiciResponse } from 'undici';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../src/generated/fixtures.ts';
import { createP100Client, type P100Client } from '../../src/index.ts';
import {
  createFakeP100,
  type DocumentedCode,
  type FakeP100Options,
  type Fault,
  type OperationId,
} from '../../src/testing.ts';
import { argumentsOf, type Call, sentCalls } from '../contract/table.ts';
import { example, johnDoe } from '../support/description.ts';
import { namedUsers, withUsers } from '../support/kit.ts';

function connect(options?: FakeP100Options) {
  const fake = createFakeP100(options);
  const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch, maxRetries: 0 });
  return { fake, p100 };
}

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

async function send(p100: P100Client, call: Call, change: Partial<Call> = {}): Promise<unknown> {
  const { resource, methodName } = call.operation;
  return (p100 as unknown as Methods)[resource]?.[methodName]?.(...argumentsOf({ ...call, ...change }, {}));
}

const table = sentCalls.map((call) => [call.name, call] as const);
const withoutIds = (value: unknown) =>
  JSON.parse((JSON.stringify(value) ?? 'null').replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'id'));
const ana = { externalUserId: 'ana' };

describe.each(table)('%s', (_, call) => {
  const { id, responses, body } = call.operation;

  it('returns its example', async () => {
    const { fake, p100 } = connect(withUsers(call));
    const [success] = responses.filter(({ status }) => status.startsWith('2'));
    const reads = 'reads' in fixtures[id as OperationId];
    const expected = reads ? [...fake.users.values()][0]?.balances : (Object.values(success?.examples ?? {})[0] ?? {});
    expect(withoutIds(await send(p100, call))).toEqual(withoutIds(expected));
    expect(fake.calls).toMatchObject([{ operation: id }]);
  });

  const codes = responses.flatMap((each) => Object.values(each.codes).map(({ code }) => [code, each.status] as const));

  it.each(codes)('can be made to return %s', async (code, status) => {
    const { fake, p100 } = connect(withUsers(call));
    fake.failNext({ type: code as DocumentedCode });
    const [settled] = await Promise.allSettled([send(p100, call)]);
    if (status.startsWith('2')) expect(settled).toMatchObject({ value: { errorCode: code } });
    else expect(settled).toMatchObject({ reason: { code, status: Number(status) } });
  });

  // Without files, the client does not send a form.
  const fields = body?.requiredFields.filter((field) => !body.files[field]) ?? [];
  it.each(fields)('needs %s', async (field) => {
    const { fake, p100 } = connect(withUsers(call));
    const incomplete = Object.fromEntries(Object.entries(call.body ?? {}).filter(([name]) => name !== field));
    await expect(send(p100, call, { body: incomplete })).rejects.toMatchObject({ code: 'P403', fields: [field] });
    expect(fake.calls).toHaveLength(1);
  });

  const users = codes.some(([code]) => code === 'P412') ? namedUsers(call) : [];
  it.each(users)('refuses the unknown user %s', async () => {
    await expect(send(connect().p100, call)).rejects.toMatchObject({ code: 'P412', retryable: false });
  });
});

describe('users and balances', () => {
  it('are kept: the created user is read back', async () => {
    const { p100 } = connect();
    const { balances } = await p100.users.create(johnDoe());
    const { externalUserId } = johnDoe();
    expect(await p100.users.getBalances({ externalUserId })).toEqual(balances);
    await expect(p100.users.getBalances(ana)).rejects.toMatchObject({ code: 'P412' });
  });

  it('without KYC have crypto balances only, and an id can be used once', async () => {
    const { fake, p100 } = connect();
    const { balances } = await p100.users.createWithoutKyc(ana);
    const coins = balances.filter(({ networkConfig }) => networkConfig);
    expect(await p100.users.getBalances(ana)).toEqual({ fiatBalances: [], cryptoBalances: coins });
    await expect(p100.users.createWithoutKyc(ana)).rejects.toMatchObject({ code: 'P411' });
    await expect(p100.users.create({ ...johnDoe(), ...ana })).rejects.toMatchObject({ code: 'P411' });
    expect(fake.users.size).toBe(1);
  });

  it('become active with an IBAN and wallets', async () => {
    const { fake, p100 } = connect({ users: [ana] });
    const before = await p100.users.getBalances(ana);
    expect(before.fiatBalances[0]).toMatchObject({ status: 'WAITING_TO_BE_ACTIVATED', iban: null });
    const user = await fake.activateUser('ana');
    const { fiatBalances, cryptoBalances } = await p100.users.getBalances(ana);
    expect(user).toMatchObject({ active: true, balances: { fiatBalances, cryptoBalances } });
    expect(fiatBalances[0]).toMatchObject({ status: 'ACTIVE', id: before.fiatBalances[0]?.id });
    expect(isValidIban(fiatBalances[0]?.iban ?? '')).toBe(true);
    expect(cryptoBalances.find(({ name }) => name === 'usdc')?.wallet).toMatch(/^0x[\da-f]{40}$/);
    // How these wallets look is not documented.
    expect(cryptoBalances.find(({ name }) => name === 'btc')?.wallet).toBeNull();
    expect(user.user).not.toHaveProperty('balances.fiatBalances[0].iban', fiatBalances[0]?.iban);
  });

  it('have their own IBAN, and keep it when they are activated again', async () => {
    const { fake } = connect({
      users: [
        { ...ana, active: true },
        { externalUserId: 'ben', active: true },
      ],
    });
    const ibanOf = (id: string) => fake.users.get(id)?.balances.fiatBalances[0]?.iban;
    const iban = ibanOf('ana');
    await fake.activateUser('ana');
    expect(ibanOf('ana')).toBe(iban);
    expect(ibanOf('ben')).not.toBe(iban);
  });

  it('that do not exist cannot be activated', async () => {
    const message = 'fake.activateUser: there is no user with this externalUserId. Create the user first.';
    await expect(connect().fake.activateUser('nobody')).rejects.toMatchObject({ name: 'P100ConfigError', message });
  });

  it('can exist from the start, and are left after a reset', async () => {
    const { fake, p100 } = connect({ users: [{ ...ana, country: 'LT' }] });
    await p100.users.create(johnDoe());
    expect(fake.users.get('ana')?.request).toEqual({ ...johnDoe(), ...ana, country: 'LT' });
    fake.failNext({ type: 'stall' });
    fake.on('getTransfer', ({ refuse }) => refuse('P999' as never));
    fake.reset();
    expect([...fake.users.keys()]).toEqual(['ana']);
    expect(fake.calls).toEqual([]);
    expect(await p100.transfers.get({ transferId: 'a' })).toMatchObject({ id: 'a' });
  });
});

it('a transfer needs a source or a destination', async () => {
  const none = { amount: '1', currency: 'eur', sourceExternalUserId: null };
  await expect(connect().p100.transfers.create(none)).rejects.toMatchObject({ code: 'P424' });
});

it('checks parameters of the query', async () => {
  const { p100 } = connect();
  await expect(p100.withdrawals.getNetworkFee({} as never)).rejects.toMatchObject({
    code: 'P403',
    issues: ['currency is missing'],
  });
});

it.each([
  ['of another type', [new Blob(['a'], { type: 'text/plain' })], 'P426'],
  ['that is too large', [new Blob([new Uint8Array(5_242_881)], { type: 'image/png' })], 'P440'],
  ['too many', Array.from({ length: 4 }, () => new Blob(['a'], { type: 'image/png' })), 'P403'],
])('refuses a file %s', async (_, files, code) => {
  const form = new FormData();
  for (const file of files) form.append('files', file);
  const { fake } = connect({ users: [ana] });
  const init = { method: 'POST', headers: { 'x-api-key': 'a-key' }, body: form };
  const response = await fake.fetch('https://p100.example/v1/user/poa-files/ana', init);
  expect(await response.json()).toMatchObject({ errorCode: code });
});

it('keeps the files of a form in calls', async () => {
  const { fake, p100 } = connect({ users: [ana] });
  await p100.users.addProofOfAddress(ana, { files: [new File(['text'], 'a.pdf', { type: 'application/pdf' })] });
  const body = fake.calls[0]?.body as { files: File[] };
  expect(body.files.map(({ name, size }) => [name, size])).toEqual([['a.pdf', 4]]);
});

it('serves the page of a URL that only a browser opens, without a key', async () => {
  const { fake, p100 } = connect({ users: [ana] });
  const response = await fake.fetch(p100.kyc.verificationUrl({ ...ana, verificationId: 'its-id' }));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
});

describe('on', () => {
  const id = '7fb02323-969a-4936-94ea-86b8773ff1a2';

  it('replaces the body of a success', async () => {
    const { fake, p100 } = connect();
    fake.on('getTransfer', ({ parameters, example: transfer }) => ({
      ...transfer,
      id: parameters.transferId,
      status: 'FAILED',
    }));
    const expected = { ...example<object>('transfer'), id: 'another', status: 'FAILED' };
    expect(await p100.transfers.get({ transferId: 'another' })).toEqual(expected);
  });

  it('can refuse, return a Response, or leave it to the fake', async () => {
    const { fake, p100 } = connect();
    fake.on('createTransfer', async ({ body, refuse }) => {
      if (body.amount === '1') return refuse('P433');
      if (body.amount === '2') return new UndiciResponse('{}', { status: 503 }) as unknown as Response;
      return body.amount === '3' ? Response.json({}, { status: 503 }) : undefined;
    });
    const pay = (amount: string) => p100.transfers.create({ amount, currency: 'eur', sourceExternalUserId: 'ana' });
    await expect(pay('1')).rejects.toMatchObject({ code: 'P433', status: 400 });
    for (const amount of ['2', '3']) await expect(pay(amount)).rejects.toMatchObject({ status: 503 });
    expect(await pay('4')).toEqual({ transferId: id });
  });

  it('is called after the key and the request were checked', async () => {
    const { fake, p100 } = connect();
    fake.on('createTransfer', () => ({ transferId: 'never' }));
    await expect(p100.transfers.create({ currency: 'eur' } as never)).rejects.toMatchObject({ code: 'P403' });
  });

  it('is typed', () => {
    const { fake } = connect();
    // @ts-expect-error A status is a string.
    fake.on('getTransfer', ({ example: transfer }) => ({ ...transfer, status: 1 }));
    // @ts-expect-error P100 does not document P411 for a transfer.
    fake.on('createTransfer', ({ refuse }) => refuse('P411'));
    // @ts-expect-error The body has no such field.
    fake.on('createTransfer', ({ body }) => ({ transferId: body.amounts }));
  });

  it.each([
    ['getTransfr', 'did you mean getTransfer?'],
    ['transfers.get', 'did you mean getTransfer?'],
    ['somethingElse', 'known: createUser, '],
  ])('refuses the operation %s', (wrong, says) => {
    const { fake } = connect();
    expect(() => fake.on(wrong as 'getTransfer', () => undefined)).toThrow(says);
  });
});

describe('failNext refuses', () => {
  const rows: [string, object | undefined, string][] = [
    ['an unknown code', { type: 'P505' }, 'fake.failNext: unknown fault "P505": did you mean P50'],
    ['a misspelt fault', { type: 'conection-reset' }, 'did you mean connection-reset?'],
    ['a fault unlike any other', { type: 'earthquake' }, 'known: connection-refused, '],
    ['a misspelt property', { type: 'stall', takeEffect: true }, 'did you mean takesEffect?'],
    ['a property of another fault', { type: 'P433', durationMs: 1 }, 'has no property "durationMs"'],
    [
      'a word as truth',
      { type: 'stall', takesEffect: 'false' },
      'takesEffect of the fault stall must be true or false.',
    ],
    ['an endless body', { type: 'slow-body', durationMs: 1e13 }, 'must be a number from 0 to 2^31 - 1.'],
    ['no header', { type: 'too-many-requests', retryAfter: 'a\nb' }, 'must be a number of seconds or an HTTP date.'],
    ['nothing', undefined, 'unknown fault undefined'],
  ];

  it.each(rows)('%s', (_, fault, says) => {
    expect(() => connect().fake.failNext(fault as Fault)).toThrow(says);
  });
});

function isValidIban(iban: string): boolean {
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return /^LT\d{18}$/.test(iban) && BigInt(digits) % 97n === 1n;
}
