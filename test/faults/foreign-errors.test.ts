import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client, isP100Error } from '../../src/index.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

type Fetch = NonNullable<ClientOptions['fetch']>;

const create = (fetch: Fetch, options: ClientOptions = {}) =>
  createP100Client({ apiKey: 'a-key', fetch, ...options }).users.create(johnDoe());

/** A fetch that returns these one after the other, and then keeps returning the last one. */
function inTurn(...answers: (Error | object)[]): Fetch {
  let count = 0;
  return async () => {
    const answer = answers[Math.min(count++, answers.length - 1)];
    if (answer instanceof Error) throw answer;
    return answer as Response;
  };
}

const json = (status: number, body: unknown) => () => Response.json(body, { status });
const connectionError = (details: object, message = '…') =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });

describe('any error of a custom fetch becomes a P100ConnectionError', () => {
  const cyclic = new Error('cyclic');
  cyclic.cause = cyclic;
  const trap = (name: string) =>
    Object.defineProperty(new Error('trap'), name, {
      get: () => {
        throw new Error('a getter');
      },
    });
  const strange: [name: string, error: unknown][] = [
    ['whose cause is itself', cyclic],
    ['whose message is a number', Object.assign(new Error(), { message: 42 })],
    ['whose message is an object without a prototype', Object.assign(new Error(), { message: Object.create(null) })],
    ['whose cause throws', trap('cause')],
    ['whose code throws', trap('code')],
    ['that is a string', 'a string'],
    ['that is undefined', undefined],
  ];

  it.each(strange)('%s', async (_, error) => {
    await expect(create(() => Promise.reject(error))).rejects.toMatchObject({ name: 'P100ConnectionError' });
  });

  const answers: [name: string, answer: unknown][] = [
    ['nothing', undefined],
    ['a response without headers', { status: 503 }],
    ['headers that throw', { status: 503, headers: { get: () => JSON.parse('{') } }],
  ];

  it.each(answers)('that returns %s', async (_, answer) => {
    const error = await create(async () => answer as Response).catch((thrown) => thrown);
    expect(isP100Error(error)).toBe(true);
  });

  it('from another realm', async () => {
    const error = {
      name: 'TypeError',
      message: 'fetch failed',
      cause: { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' },
    };
    await expect(create(() => Promise.reject(error))).rejects.toMatchObject({
      mayHaveTakenEffect: false,
      message: 'users.create got no response: ECONNREFUSED, the connection was refused.',
    });
  });
});

describe('whether a call may have taken effect', () => {
  it('is unknown if an earlier attempt may have arrived', async () => {
    const reset = connectionError({ code: 'ECONNRESET', syscall: 'read' });
    const refused = connectionError({ code: 'ECONNREFUSED', syscall: 'connect' });
    await expect(create(inTurn(reset, refused))).rejects.toMatchObject({ mayHaveTakenEffect: true, attempts: 3 });
    await expect(create(inTurn(refused))).rejects.toMatchObject({ mayHaveTakenEffect: false, attempts: 3 });
  });

  it('is certain not to if no address could be connected to', async () => {
    const errors = ['connect ETIMEDOUT ::1', 'connect ETIMEDOUT 127.0.0.1'].map((message) =>
      Object.assign(new Error(message), { code: 'ETIMEDOUT', syscall: 'connect' }),
    );
    const all = Object.assign(new AggregateError(errors), { code: 'ETIMEDOUT' });
    const failure = create(inTurn(new TypeError('fetch failed', { cause: all })));
    await expect(failure).rejects.toMatchObject({
      mayHaveTakenEffect: false,
      message: expect.stringContaining('ETIMEDOUT'),
    });
  });

  it.each([
    { code: 'EPROTO', syscall: 'write' },
    { code: 'EHOSTUNREACH', syscall: 'read' },
    { code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' },
  ])('is possible after $code, which can come late', async (details) => {
    await expect(create(inTurn(connectionError(details)))).rejects.toMatchObject({ mayHaveTakenEffect: true });
  });
});

describe('a response of more than 2 MiB', () => {
  const tooLarge = { name: 'P100ResponseError', reason: 'too-large' };

  it('is not read if its length says so', async () => {
    const arrayBuffer = vi.fn();
    const headers = new Headers({ 'content-length': String(3 * 2 ** 20) });
    const answer = { status: 201, headers, arrayBuffer };
    await expect(create(async () => answer, { maxRetries: 0 })).rejects.toMatchObject(tooLarge);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('is cancelled, even if fetch ignores its signal', async () => {
    const cancel = vi.fn();
    const pull = (sink: ReadableStreamDefaultController) => sink.enqueue(new Uint8Array(2 ** 20));
    const fetch: Fetch = async () => new Response(new ReadableStream({ pull, cancel }), { status: 201 });
    await expect(create(fetch, { maxRetries: 0 })).rejects.toMatchObject(tooLarge);
    expect(cancel).toHaveBeenCalled();
  });
});

describe('an error code of another form', () => {
  const answered = (status: number, body: unknown) => create(async () => json(status, body)());

  it.each([
    'a sentence, perhaps with johndoe@gmail.com',
    'x'.repeat(65),
    '',
    'a-key',
    'JOHN',
    'P',
    'p411',
    'P1234567',
    'constructor',
    '__proto__',
  ])('%s', async (errorCode) => {
    await expect(answered(400, { errorCode })).rejects.toMatchObject({
      name: 'P100ResponseError',
      reason: 'not-json',
    });
  });

  it.each([400, 500, 503])('a documented code takes precedence over the status %i', async (status) => {
    let calls = 0;
    const fetch: Fetch = async () => {
      calls++;
      return json(status, { errorCode: 'P411' })();
    };
    await expect(create(fetch)).rejects.toMatchObject({ code: 'P411', possiblyCreatedByThisCall: false });
    expect(calls).toBe(1);
  });

  it('a truncated error may have been a transient one', async () => {
    const fetch = inTurn(new Response('{"errorCode":"P50', { status: 400 }), json(201, createdUser())());
    expect(await create(fetch)).toEqual(createdUser());
  });
});

describe('the arguments of a call', () => {
  const fetch: Fetch = async (_, { headers }) =>
    headers['x-api-key'] ? json(201, createdUser())() : json(401, 'Access Denied. xo1')();

  it.each([null, undefined, {}])('options may be %j', async (options) => {
    const p100 = createP100Client({ apiKey: 'a-key', fetch });
    expect(await p100.users.create(johnDoe(), options as object)).toEqual(createdUser());
    const init = { ...(options ?? {}), body: johnDoe() };
    expect((await p100.raw.POST('/v1/user/balances/crypto-and-fiat', init)).data).toEqual(createdUser());
  });

  it.each([{ signal: {} }, { headers: { 'x-trace': undefined } }, { timeoutMs: Symbol('soon') }])(
    'refuses %s with a P100ConfigError',
    async (options) => {
      const call = createP100Client({ apiKey: 'a-key', fetch }).users.create(johnDoe(), options as object);
      await expect(call).rejects.toMatchObject({ name: 'P100ConfigError' });
    },
  );

  it.each([{ environment: Symbol('staging') }, { baseUrl: Symbol('here') }, { onEvent: 'log' }, { timeoutMs: {} }])(
    'refuses %s at construction',
    (options) => {
      expect(() => createP100Client({ apiKey: 'a-key', ...options } as object)).toThrow(/must be a/);
    },
  );

  it('does not print a long environment, which may be a misplaced key', () => {
    const environment = 'sk_0123456789abcdef0123456789' as 'staging';
    expect(() => createP100Client({ apiKey: 'a-key', environment })).toThrow(/^(?!.*sk_0123).*environment/);
  });

  it.each(['.evil.example/x', '@evil.example/x', '/v1/users', ''])('refuses the raw path %j', async (path) => {
    const call = createP100Client({ apiKey: 'a-key', fetch }).raw.POST(path as never, { body: johnDoe() } as never);
    await expect(call).rejects.toMatchObject({ name: 'P100ConfigError' });
  });

  it('refuses params if no parameter is described', async () => {
    const init = { body: johnDoe(), params: { query: { a: 1 } } };
    const call = createP100Client({ apiKey: 'a-key', fetch }).raw.POST(createUserPath, init as never);
    await expect(call).rejects.toThrow('a is not a parameter.');
  });

  it('may have options that are an instance of a class', async () => {
    const used = vi.fn();
    class Options {
      apiKey = 'a-key';
      fetch = undefined;
      get onEvent() {
        return used;
      }
    }
    await createP100Client(new Options() as object)
      .users.create(johnDoe(), { signal: AbortSignal.abort() })
      .catch(() => {});
    expect(used).toHaveBeenCalledWith(expect.objectContaining({ type: 'call-end' }));
  });

  it('sends the key again if fetch removes it from the headers', async () => {
    const keys: unknown[] = [];
    const taking: Fetch = async (_, { headers }) => {
      keys.push(headers['x-api-key']);
      delete headers['x-api-key'];
      return json(502, {})();
    };
    await expect(create(taking)).rejects.toThrow();
    expect(keys).toEqual(['a-key', 'a-key', 'a-key']);
  });

  it('sends deeply nested extra fields, or refuses them before they are sent', async () => {
    const nested = (depth: number): object => (depth === 0 ? {} : { deeper: nested(depth - 1) });
    const p100 = createP100Client({
      apiKey: 'a-key',
      fetch: async () => json(400, { errorCode: 'P403', errorMessage: 'no' })(),
    });
    const call = p100.users.create(johnDoe(), { extraBody: nested(3000) as Record<string, unknown> });
    await expect(call).rejects.toMatchObject({ code: 'P403' });
  });
});

describe('onEvent', () => {
  const unhandled = vi.fn();

  it('may throw or reject', async () => {
    process.on('unhandledRejection', unhandled);
    const fetch: Fetch = async () => json(201, createdUser())();
    for (const onEvent of [() => JSON.parse('{'), () => Promise.reject(new Error('later'))]) {
      expect(await create(fetch, { onEvent })).toEqual(createdUser());
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('says at which attempt a call was aborted', async () => {
    const attempts: number[] = [];
    const abort = new AbortController();
    const p100 = createP100Client({
      apiKey: 'a-key',
      fetch: async () => json(502, {})(),
      onEvent: (event) => {
        if (event.type === 'call-end') attempts.push(event.attempts);
        if (event.type === 'attempt-start' && event.attempt === 2) abort.abort();
      },
    });
    await expect(p100.users.create(johnDoe(), { signal: abort.signal })).rejects.toThrow();
    expect(attempts).toEqual([2]);
  });
});

it('a key function that hangs is not reported as a silent server', async () => {
  const apiKey = () => new Promise<never>(() => {});
  await expect(create(async () => json(201, {})(), { apiKey, deadlineMs: 20 })).rejects.toMatchObject({
    name: 'P100TimeoutError',
    scope: 'deadline',
    attempts: 0,
    message: 'users.create was not sent: the apiKey function returned no key within 20 ms (deadlineMs).',
  });
});

it('reads a body that is not a web stream', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(createdUser()));
  const headers = { get: (name: string) => (name === 'content-encoding' ? 'gzip' : null) };
  const answer = { status: 201, headers, body: { pipe: () => {} }, arrayBuffer: async () => bytes.buffer };
  expect(await create(inTurn(answer))).toEqual(createdUser());
});
