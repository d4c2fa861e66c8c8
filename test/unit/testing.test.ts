import { afterEach, describe, expect, it, vi } from 'vitest';
import { type CreateUserRequest, createP100Client } from '../../src/index.ts';
import { createFakeP100, type FakeP100Options, type Fault } from '../../src/testing.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';

const address = `https://p100.example${createUserPath}`;

function connect(options?: FakeP100Options) {
  const fake = createFakeP100(options);
  const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch, maxRetries: 0, timeoutMs: 2_000 });
  return { fake, p100 };
}

/** A call without the client, which shows the fake's own response. */
const send = (body: unknown, headers: Record<string, string> = { 'x-api-key': 'a-key' }): [string, RequestInit] => [
  address,
  { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) },
];

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('users', () => {
  it("get the example's balances and are stored", async () => {
    const { fake, p100 } = connect();
    const user = await p100.users.create(johnDoe());
    const withoutIds = (value: unknown) =>
      JSON.parse(JSON.stringify(value).replace(/"(id|userId)":"[^"]*"/g, '"$1":0'));
    expect(withoutIds(user)).toEqual(withoutIds(createdUser()));
    expect([...fake.users]).toEqual([
      [johnDoe().externalUserId, { request: johnDoe(), user, balances: user.balances, active: false }],
    ]);
  });

  it('have their own ids, as do their balances', async () => {
    const { p100 } = connect();
    const users = [createdUser()];
    for (const externalUserId of ['1', '2']) users.push(await p100.users.create({ ...johnDoe(), externalUserId }));
    const ids = users.flatMap(({ userId, balances: { fiatBalances, cryptoBalances } }) => [
      userId,
      ...[...fiatBalances, ...cryptoBalances].map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(3 * 8);
  });

  it('are refused with P411 if their id is taken, and stay as they were', async () => {
    const { fake, p100 } = connect();
    const user = await p100.users.create(johnDoe());
    await expect(p100.users.create({ ...johnDoe(), firstName: 'Jane' })).rejects.toMatchObject({
      code: 'P411',
      errorName: 'user-exists',
      possiblyCreatedByThisCall: false,
    });
    expect(await p100.users.ensure(johnDoe())).toEqual({ created: false, possiblyCreatedByThisCall: false });
    expect([...fake.users.values()]).toMatchObject([{ request: johnDoe(), user }]);
  });

  it('need a proof of address if the option says so', async () => {
    const { p100 } = connect({ poaRequiredCountries: ['XY'] });
    expect(await p100.users.create({ ...johnDoe(), country: 'XY' })).toMatchObject({ poaRequired: true });
    expect(await p100.users.create({ ...johnDoe(), externalUserId: '2' })).toMatchObject({ poaRequired: false });
  });

  it('of a forbidden country are refused with P431', async () => {
    const { fake, p100 } = connect({ forbiddenCountries: ['XX'] });
    await expect(p100.users.create({ ...johnDoe(), country: 'XX' })).rejects.toMatchObject({
      code: 'P431',
      errorName: 'forbidden-country',
    });
    expect(fake.users.size).toBe(0);
  });

  it('with further fields are created', async () => {
    const { fake, p100 } = connect();
    await p100.users.create(johnDoe(), { extraBody: { birthDate: '1990-01-01' } });
    expect([...fake.users.values()]).toMatchObject([{ request: { birthDate: '1990-01-01' } }]);
  });
});

describe('a wrong request', () => {
  it('is refused with P403, which lists what is wrong', async () => {
    const { fake, p100 } = connect();
    const { email: _, ...body } = { ...johnDoe(), phone: 48123123123, city: null };
    await expect(p100.users.create(body as unknown as CreateUserRequest)).rejects.toMatchObject({
      code: 'P403',
      issues: ['email is missing', 'phone must be of type string', 'city must be of type string'],
      fields: ['email', 'phone', 'city'],
    });
    expect(fake.users.size).toBe(0);
  });

  it.each(Object.keys(johnDoe()))('without %s is refused', async (field) => {
    const { [field as keyof CreateUserRequest]: _, ...body } = johnDoe();
    const response = await createFakeP100().fetch(...send(body));
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errorCode: 'P403', errorMessage: `${field} is missing.` });
  });

  it.each(['', '{', '[]', 'null', '"text"'])('whose body is %j is refused', async (body) => {
    const [, init] = send({});
    const response = await createFakeP100().fetch(address, { ...init, body });
    expect(await response.json()).toMatchObject({ errorCode: 'P403' });
  });

  it.each([
    ['another path', 'https://p100.example/v1/users', 'POST'],
    ['another method', address, 'DELETE'],
  ])('to %s gets a 404', async (_, url, method) => {
    expect((await createFakeP100().fetch(url, { method })).status).toBe(404);
  });
});

describe('a key', () => {
  it.each([{}, { 'x-api-key': '' }])('that is missing (%j) gets xo1', async (headers) => {
    const response = await createFakeP100().fetch(...send(johnDoe(), headers));
    expect([response.status, await response.text()]).toEqual([401, 'Access Denied. xo1']);
  });

  it('that is not in the list gets xo2', async () => {
    const { fake, p100 } = connect({ apiKeys: ['another-key'] });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ status: 401, reason: 'wrong-key' });
    expect(fake.users.size).toBe(0);
  });

  it('that is in the list is accepted', async () => {
    const { p100 } = connect({ apiKeys: ['another-key', 'a-key'] });
    await expect(p100.users.create(johnDoe())).resolves.toBeDefined();
  });
});

describe('calls', () => {
  it('holds the requests, in order and without the key', async () => {
    const { fake, p100 } = connect();
    await p100.users.create(johnDoe(), { headers: { 'X-Trace': 'one' } });
    await fake.fetch('https://p100.example/other');
    expect(fake.calls).toEqual([
      {
        operation: 'createUser',
        method: 'POST',
        path: createUserPath,
        parameters: {},
        headers: { 'content-type': 'application/json', 'user-agent': expect.any(String), 'x-trace': 'one' },
        body: johnDoe(),
      },
      { operation: undefined, method: 'GET', path: '/other', parameters: {}, headers: {}, body: undefined },
    ]);
  });

  it('can be made with a Request and with a URL', async () => {
    const fake = createFakeP100();
    const [url, init] = send(johnDoe());
    expect((await fake.fetch(new Request(url, init))).status).toBe(201);
    expect((await fake.fetch(new URL(url), init)).status).toBe(400);
    expect(fake.calls).toMatchObject([{ body: johnDoe() }, { body: johnDoe() }]);
  });
});

const bothWays = (type: 'connection-reset' | 'stall' | 'bad-gateway' | 'P500' | 'P501'): Fault[] => [
  { type },
  { type, takesEffect: true },
];

describe('failNext', () => {
  const rows: [Fault, object][] = [
    [{ type: 'connection-refused' }, { name: 'P100ConnectionError', mayHaveTakenEffect: false }],
    ...bothWays('connection-reset').map((f): [Fault, object] => [
      f,
      { name: 'P100ConnectionError', mayHaveTakenEffect: true },
    ]),
    ...bothWays('stall').map((f): [Fault, object] => [f, { name: 'P100TimeoutError', scope: 'attempt' }]),
    ...bothWays('bad-gateway').map((f): [Fault, object] => [f, { status: 502, reason: 'server-error' }]),
    ...bothWays('P500').map((f): [Fault, object] => [f, { name: 'UnknownExceptionError', status: 400 }]),
    ...bothWays('P501').map((f): [Fault, object] => [f, { name: 'ServiceUnavailableError', status: 400 }]),
    [{ type: 'truncated-body' }, { status: 201, reason: 'truncated' }],
    [
      { type: 'slow-body', durationMs: 60_000 },
      { name: 'P100TimeoutError', scope: 'attempt' },
    ],
    [{ type: 'too-many-requests' }, { status: 429, reason: 'rate-limited' }],
  ];

  it.each(rows)('%j affects one call, and not the next', async (fault, error) => {
    const { fake, p100 } = connect();
    fake.failNext(fault);
    await expect(p100.users.create(johnDoe(), { timeoutMs: 50 })).rejects.toMatchObject(error);
    const effect = 'takesEffect' in fault ? fault.takesEffect : ['truncated-body', 'slow-body'].includes(fault.type);
    expect(fake.users.size).toBe(effect ? 1 : 0);
    expect(fake.calls).toHaveLength(fault.type === 'connection-refused' ? 0 : 1);
    expect(await p100.users.ensure(johnDoe())).toMatchObject({ created: !effect });
  });

  it('queues', async () => {
    const { fake, p100 } = connect();
    for (const type of ['P501', 'connection-refused', 'P500'] as const) fake.failNext({ type });
    const names = [];
    for (let call = 0; call < 3; call++) names.push(await p100.users.create(johnDoe()).catch((error) => error.name));
    expect(names).toEqual(['ServiceUnavailableError', 'P100ConnectionError', 'UnknownExceptionError']);
  });

  it('makes a retry find its own user: possiblyCreatedByThisCall', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { fake } = connect();
    const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch });
    fake.failNext({ type: 'connection-reset', takesEffect: true });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ possiblyCreatedByThisCall: true });
  });

  it.each([7, 'Wed, 21 Oct 2026 07:28:00 GMT'])('sends Retry-After: %s', async (retryAfter) => {
    const fake = createFakeP100();
    fake.failNext({ type: 'too-many-requests', retryAfter });
    const { headers } = await fake.fetch(...send(johnDoe()));
    expect(headers.get('retry-after')).toBe(String(retryAfter));
  });

  it('spreads a slow body over its time', async () => {
    vi.useFakeTimers();
    const { fake, p100 } = connect();
    fake.failNext({ type: 'slow-body', durationMs: 1_500 });
    let done = false;
    const call = p100.users.create(johnDoe()).then((user) => {
      done = true;
      return user;
    });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(await call).toEqual([...fake.users.values()][0]?.user);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an abort', () => {
  it('before the call does not reach the fake', async () => {
    const fake = createFakeP100();
    fake.failNext({ type: 'P500' });
    const reason = new Error('enough');
    const [url, init] = send(johnDoe());
    await expect(fake.fetch(url, { ...init, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(fake.calls).toEqual([]);
    expect(await (await fake.fetch(url, init)).json()).toEqual({ errorCode: 'P500' });
  });

  it('ends a stall if it comes while the request takes effect', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    const fake = createFakeP100();
    fake.on('createUser', () => {
      controller.abort(reason);
      return createdUser();
    });
    fake.failNext({ type: 'stall', takesEffect: true });
    const [url, init] = send(johnDoe());
    await expect(fake.fetch(url, { ...init, signal: controller.signal })).rejects.toBe(reason);
  });

  it.each([{ type: 'stall' }, { type: 'slow-body' }] as Fault[])(
    'ends $type at once and leaves nothing',
    async (fault) => {
      vi.useFakeTimers();
      const controller = new AbortController();
      const added = vi.spyOn(controller.signal, 'addEventListener');
      const removed = vi.spyOn(controller.signal, 'removeEventListener');
      const fake = createFakeP100();
      fake.failNext(fault);
      const [url, init] = send(johnDoe());
      const call = fake.fetch(url, { ...init, signal: controller.signal }).then((response) => response.text());
      await vi.advanceTimersByTimeAsync(50);
      const reason = new Error('enough');
      controller.abort(reason);
      await expect(call).rejects.toBe(reason);
      expect(vi.getTimerCount()).toBe(0);
      const staying = added.mock.calls.filter(
        ([, , options]) => !(options as AddEventListenerOptions | undefined)?.once,
      );
      expect(removed).toHaveBeenCalledTimes(staying.length);
    },
  );
});
