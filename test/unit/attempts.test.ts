import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client, type P100Event } from '../../src/index.ts';
import { createdUser, johnDoe } from '../support/description.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

type Fetch = NonNullable<ClientOptions['fetch']>;

const create = (fetch: Fetch, options: ClientOptions = {}) =>
  createP100Client({ apiKey: 'a-key', fetch, maxRetries: 0, ...options }).users.create(johnDoe());

const rejecting =
  (error: unknown): Fetch =>
  async () => {
    throw error;
  };

const coded = (code: string, details: object = {}) => Object.assign(new Error('private'), { code, ...details });
const refused = coded('ECONNREFUSED');
const created = async () => Response.json(createdUser(), { status: 201 });
const hanging: Fetch = () => new Promise<never>(() => {});

describe('a fetch that rejects', () => {
  const unreadable = Object.defineProperty(new Error(), 'code', {
    get() {
      throw new Error('private');
    },
  });

  it.each([
    ['with nothing', undefined],
    ['with a text', 'private'],
    ['with an unknown error', new Error('private')],
    ['with an error that cannot be read', unreadable],
    ['with an empty list', new AggregateError([])],
  ])('%s only says that the connection failed', async (_, error) => {
    await expect(create(rejecting(error))).rejects.toMatchObject({
      name: 'P100ConnectionError',
      message: 'users.create got no response: the connection failed.',
      mayHaveTakenEffect: true,
      retryable: true,
    });
  });

  it.each([
    ['every address refused the connection', new AggregateError([refused, refused]), false],
    ['one address failed for an unknown reason', new AggregateError([refused, new Error('private')]), true],
    ['the last of many addresses broke', new AggregateError([...Array(8).fill(refused), coded('ECONNRESET')]), true],
    ['there are no addresses, but a code', Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), false],
    ['the connection was opened to nowhere', coded('EUNKNOWN', { syscall: 'connect' }), false],
  ])('because %s', async (_, error, mayHaveTakenEffect) => {
    await expect(create(rejecting(error))).rejects.toMatchObject({ mayHaveTakenEffect });
  });
});

describe('a time limit', () => {
  it('of an attempt leaves the outcome unknown', async () => {
    const events: P100Event[] = [];
    const onEvent = (event: P100Event) => events.push(event);
    await expect(create(hanging, { timeoutMs: 5, onEvent })).rejects.toMatchObject({
      scope: 'attempt',
      message: 'users.create got no complete response within 5 ms (timeoutMs).',
      mayHaveTakenEffect: true,
      retryable: true,
    });
    const failure = { error: 'P100TimeoutError', reason: 'attempt' };
    expect(events.slice(2)).toMatchObject([
      { type: 'attempt-end', outcome: 'unknown', ...failure },
      { type: 'call-end', outcome: 'failure', ...failure },
    ]);
    for (const event of events) {
      expect(event).not.toHaveProperty('status');
      expect(event).not.toHaveProperty('code');
    }
  });

  it('does not end a key function that is fast enough', async () => {
    const apiKey = () => new Promise<string>((resolve) => setTimeout(resolve, 5, 'a-key'));
    expect(await create(created, { apiKey })).toEqual(createdUser());
  });

  it('leaves the signal of a finished request alone', async () => {
    const signals: AbortSignal[] = [];
    await create(async (_, { signal }) => {
      signals.push(signal);
      return created();
    });
    expect(signals).toMatchObject([{ aborted: false }]);
  });
});

describe('an abort', () => {
  const eventsUntilAbort = async (fetch: Fetch, at: P100Event['type']) => {
    const abort = new AbortController();
    const events: P100Event[] = [];
    const onEvent = (event: P100Event) => {
      events.push(event);
      if (event.type === at) setImmediate(() => abort.abort('gone'));
    };
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const p100 = createP100Client({ apiKey: 'a-key', fetch, onEvent });
    await expect(p100.users.create(johnDoe(), { signal: abort.signal })).rejects.toBe('gone');
    return events.map((event) =>
      [event.type, 'outcome' in event ? event.outcome : undefined].filter(Boolean).join(' '),
    );
  };

  it('during an attempt is told as an abort', async () => {
    const attempt = ['attempt-start', 'attempt-end aborted'];
    expect(await eventsUntilAbort(hanging, 'attempt-start')).toEqual(['call-start', ...attempt, 'call-end aborted']);
  });

  it('during a wait begins no further attempt', async () => {
    const attempt = ['attempt-start', 'attempt-end not-sent', 'retry'];
    expect(await eventsUntilAbort(rejecting(refused), 'retry')).toEqual(['call-start', ...attempt, 'call-end aborted']);
  });

  it('by a signal without a reason is an AbortError', async () => {
    const signal = { aborted: true, addEventListener() {}, removeEventListener() {} } as unknown as AbortSignal;
    const p100 = createP100Client({ apiKey: 'a-key', fetch: created });
    await expect(p100.users.create(johnDoe(), { signal })).rejects.toMatchObject({
      name: 'AbortError',
      message: 'This operation was aborted',
    });
  });
});

it('a body that middleware replaced by other text is sent only once', async () => {
  const fetch = vi.fn(rejecting(coded('ECONNRESET')));
  const p100 = createP100Client({ apiKey: 'a-key', fetch });
  p100.raw.use({
    onRequest: ({ request }) => new Request(request.url, { method: 'POST', headers: request.headers, body: 'no JSON' }),
  });
  await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ mayHaveTakenEffect: true, retryable: false });
  expect(fetch).toHaveBeenCalledTimes(1);
});
