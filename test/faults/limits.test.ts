import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ClientOptions, createP100Client } from '../../src/index.ts';
import { createdUser, johnDoe } from '../support/description.ts';

type Fetch = NonNullable<ClientOptions['fetch']>;

const create = (fetch: Fetch, options: ClientOptions = {}) =>
  createP100Client({ apiKey: 'a-key', fetch, maxRetries: 0, ...options }).users.create(johnDoe());

const respondWith = (source: UnderlyingDefaultSource<Uint8Array>): Fetch => {
  return async () => new Response(new ReadableStream(source), { status: 201 });
};

const bytes = new TextEncoder().encode(JSON.stringify(createdUser()));
const timeout = { name: 'P100TimeoutError', scope: 'attempt' };

describe('a response body', () => {
  it('may arrive byte by byte', async () => {
    let at = 0;
    const pull = (sink: ReadableStreamDefaultController) => {
      if (at < bytes.length) sink.enqueue(bytes.subarray(at, ++at));
      else sink.close();
    };
    expect(await create(respondWith({ pull }))).toEqual(createdUser());
  });

  it('of endless empty parts is ended by the time limit', async () => {
    const cancel = vi.fn();
    const pull = (sink: ReadableStreamDefaultController) => sink.enqueue(new Uint8Array());
    await expect(create(respondWith({ pull, cancel }), { timeoutMs: 50 })).rejects.toMatchObject(timeout);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('that ignores the signal of its request is cancelled when the time is up', async () => {
    const cancel = vi.fn();
    await expect(create(respondWith({ cancel }), { timeoutMs: 20 })).rejects.toMatchObject(timeout);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    ['says that it is too large', { 'content-length': '3000000' }, new Uint8Array(9)],
    ['is not bytes', {}, 'text'],
  ])('that %s is cancelled, even if it ignores the signal', async (_, headers, part) => {
    const cancel = vi.fn();
    const start = (sink: ReadableStreamDefaultController) => sink.enqueue(part);
    const fetch: Fetch = async () => new Response(new ReadableStream({ start, cancel }), { status: 201, headers });
    await expect(create(fetch)).rejects.toMatchObject({ name: 'P100ResponseError' });
    expect(cancel).toHaveBeenCalledOnce();
  });

  it('that is too large and cannot be cancelled is an error of the call, and no other', async () => {
    const unhandled = vi.fn();
    process.once('unhandledRejection', unhandled);
    onTestFinished(() => void process.off('unhandledRejection', unhandled));
    const pull = (sink: ReadableStreamDefaultController) => sink.enqueue(new Uint8Array(3e6));
    const cancel = () => Promise.reject(new Error('cannot be cancelled'));
    await expect(create(respondWith({ pull, cancel }))).rejects.toMatchObject({ reason: 'too-large' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('of a fetch that resolves after the time was up is cancelled too', async () => {
    const cancel = vi.fn();
    let resolveLate = () => {};
    const fetch: Fetch = () =>
      new Promise((resolve) => {
        resolveLate = () => resolve(new Response(new ReadableStream({ cancel }), { status: 201 }));
      });
    await expect(create(fetch, { timeoutMs: 20 })).rejects.toMatchObject(timeout);
    resolveLate();
    await vi.waitUntil(() => cancel.mock.calls.length > 0);
  });

  it('of an async iterable is ended when the time is up', async () => {
    const ended = vi.fn();
    const body = {
      async *[Symbol.asyncIterator]() {
        try {
          for (;;) yield new Uint8Array();
        } finally {
          ended();
        }
      },
    };
    const arrayBuffer = async () => new ArrayBuffer(0);
    const fetch: Fetch = async () => ({ status: 201, headers: new Headers(), body, arrayBuffer });
    await expect(create(fetch, { timeoutMs: 50 })).rejects.toMatchObject(timeout);
    await vi.waitUntil(() => ended.mock.calls.length > 0);
  });

  it.each([[['text']], [[1, 2]], [[null]]])('of parts that are not bytes (%j) is truncated', async (parts) => {
    const start = (sink: ReadableStreamDefaultController) => {
      for (const part of parts) sink.enqueue(part);
      sink.close();
    };
    await expect(create(respondWith({ start }))).rejects.toMatchObject({ reason: 'truncated' });
  });
});

describe('a deadline', () => {
  it('is reported as what ended the call, however late its timer fires', async () => {
    const now = performance.now.bind(performance);
    let skew = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + skew);
    const fetch: Fetch = () => new Promise(() => {});
    const failure = create(fetch, { timeoutMs: 30, deadlineMs: 1000 });
    skew = 2000;
    await expect(failure).rejects.toMatchObject({ name: 'P100TimeoutError', scope: 'deadline' });
    vi.restoreAllMocks();
  });

  it('that passes during a wait prevents further attempts', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.01);
    const now = performance.now.bind(performance);
    let skew = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + skew);
    const fetch = vi.fn(async () => Response.json({}, { status: 502 }));
    const onEvent: ClientOptions['onEvent'] = ({ type }) => {
      if (type === 'retry') skew = 100_000;
    };
    await expect(create(fetch, { maxRetries: 2, onEvent })).rejects.toMatchObject({
      name: 'P100TimeoutError',
      scope: 'deadline',
      attempts: 1,
      mayHaveTakenEffect: true,
    });
    expect(fetch).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});

describe('a request body', () => {
  it('may have 200 000 values and be refused', async () => {
    const extraBody = { values: Array.from({ length: 200_000 }, (_, index) => `value ${index}`) };
    const fetch: Fetch = async () => Response.json({ errorCode: 'P403', errorMessage: 'no' }, { status: 400 });
    const call = createP100Client({ apiKey: 'a-key', fetch }).users.create(johnDoe(), { extraBody });
    await expect(call).rejects.toMatchObject({ code: 'P403' });
  });

  it('that is cyclic or holds a BigInt is refused before it is sent', async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const fetch = vi.fn();
    for (const extraBody of [cyclic, { size: 1n }]) {
      const call = createP100Client({ apiKey: 'a-key', fetch }).users.create(johnDoe(), { extraBody });
      await expect(call).rejects.toThrow('users.create: the body cannot be written as JSON.');
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([undefined, null, 'text', 42])('%j is refused before it is sent', async (body) => {
    const fetch = vi.fn();
    const call = createP100Client({ apiKey: 'a-key', fetch }).users.create(body as never);
    await expect(call).rejects.toThrow('users.create: pass the request body as an object.');
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('a code is decoded whatever the request holds', () => {
  it.each([
    ['P411', { postCode: '411' }],
    ['P403', { address: '403' }],
    ['P500', { postCode: '500' }],
    ['P431', { documentNumber: 'P431' }],
  ])('%s with %j', async (errorCode, fields) => {
    const fetch: Fetch = async () => Response.json({ errorCode }, { status: 400 });
    const p100 = createP100Client({ apiKey: 'a-key', fetch, maxRetries: 0 });
    await expect(p100.users.create({ ...johnDoe(), ...fields })).rejects.toMatchObject({ code: errorCode });
  });

  it('P411 with a header of that value', async () => {
    const fetch: Fetch = async () => Response.json({ errorCode: 'P411' }, { status: 400 });
    const p100 = createP100Client({ apiKey: 'a-key', fetch });
    await expect(p100.users.create(johnDoe(), { headers: { 'x-code': 'P411' } })).rejects.toMatchObject({
      code: 'P411',
    });
  });
});
