import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client, type P100Event } from '../../src/index.ts';
import { createdUser, johnDoe } from '../support/description.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.001);
});

type Fetch = NonNullable<ClientOptions['fetch']>;
type Client = ReturnType<typeof createP100Client>;

const error = (code: string) => () => Response.json({ errorCode: code }, { status: 400 });
const created = () => Response.json(createdUser(), { status: 201 });
const reset = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('…'), { code: 'ECONNRESET' }) });
};

/** The events of one call to a server that responds like this, one after the other. */
async function eventsOf(
  responses: (() => Response)[],
  call: (p100: Client) => Promise<unknown> = (p100) => p100.users.create(johnDoe()),
): Promise<P100Event[]> {
  const events: P100Event[] = [];
  const fetch: Fetch = async () => (responses.shift() ?? created)();
  const p100 = createP100Client({ apiKey: 'a-key', fetch, onEvent: (event) => events.push(event) });
  await call(p100).catch(() => {});
  return events;
}

const ms = expect.any(Number);

describe('the events of a call', () => {
  it('explain a retry', async () => {
    const [first, ...rest] = await eventsOf([reset, error('P501')]);
    const common = { callId: first?.callId, method: 'users.create', operation: 'createUser' };
    const call = { ...common, host: 'partner-api-stage.p100.io' };
    expect(first?.callId).toMatch(/^[\da-f-]{36}$/);
    expect([first, ...rest]).toEqual([
      { type: 'call-start', ...call },
      { type: 'attempt-start', ...call, attempt: 1 },
      {
        type: 'attempt-end',
        ...call,
        attempt: 1,
        outcome: 'unknown',
        error: 'P100ConnectionError',
        reason: 'ECONNRESET',
        durationMs: ms,
      },
      { type: 'retry', ...call, attempt: 1, delayMs: ms },
      { type: 'attempt-start', ...call, attempt: 2 },
      {
        type: 'attempt-end',
        ...call,
        attempt: 2,
        outcome: 'unknown',
        status: 400,
        code: 'P501',
        error: 'ServiceUnavailableError',
        durationMs: ms,
      },
      { type: 'retry', ...call, attempt: 2, delayMs: ms },
      { type: 'attempt-start', ...call, attempt: 3 },
      { type: 'attempt-end', ...call, attempt: 3, outcome: 'success', status: 201, durationMs: ms },
      { type: 'call-end', ...call, attempts: 3, outcome: 'success', durationMs: ms },
    ]);
  });

  it('say what happened after a failure', async () => {
    const events = await eventsOf([error('P431')]);
    expect(events.at(-1)).toMatchObject({
      type: 'call-end',
      outcome: 'failure',
      status: 400,
      code: 'P431',
      error: 'ForbiddenCountryError',
      mayHaveTakenEffect: false,
    });
  });

  it('count ensure as a success if the user exists', async () => {
    const events = await eventsOf([error('P411')], (p100) => p100.users.ensure(johnDoe()));
    expect(events.filter(({ type }) => type === 'call-end')).toMatchObject([
      { method: 'users.ensure', operation: 'createUser', outcome: 'success' },
    ]);
    expect(events.at(-1)).not.toHaveProperty('error');
  });

  it('tell an abort from a failure', async () => {
    const abort = new AbortController();
    const events = await eventsOf([], (p100) => {
      const ended = p100.users.create(johnDoe(), { signal: abort.signal });
      abort.abort();
      return ended;
    });
    expect(events.at(-1)).toMatchObject({ type: 'call-end', outcome: 'aborted' });
  });

  it('have whole milliseconds, and an id of their own for each call', async () => {
    const events = [...(await eventsOf([reset])), ...(await eventsOf([error('P403')]))];
    for (const event of events) {
      for (const value of ['durationMs' in event && event.durationMs, 'delayMs' in event && event.delayMs]) {
        if (value !== false) expect(Number.isInteger(value)).toBe(true);
      }
    }
    expect(new Set(events.map(({ callId }) => callId)).size).toBe(2);
  });

  it.each<[string, (p100: Client) => Promise<unknown>]>([
    ['a wrong option', (p100) => p100.users.create(johnDoe(), { timeoutMs: -1 })],
    ['a missing body', (p100) => p100.users.create(undefined as never)],
    ['a dot segment', (p100) => p100.users.getBalances({ externalUserId: '..' })],
  ])('start and end even after %s', async (_, call) => {
    const types = (await eventsOf([], call)).map(({ type }) => type);
    expect(types.filter((type) => type === 'call-start')).toHaveLength(types.length / 2);
  });
});

describe('onResponse', () => {
  it('receives status and headers of the last response, also of a failure', async () => {
    const seen: [number, string | null][] = [];
    const onResponse = vi.fn(({ status, headers }) => seen.push([status, headers.get('X-Request-Id')]));
    const fetch: Fetch = async () => Response.json({}, { status: 502, headers: { 'x-request-id': 'abc' } });
    const p100 = createP100Client({ apiKey: 'a-key', fetch, maxRetries: 1 });
    await expect(p100.users.create(johnDoe(), { onResponse })).rejects.toMatchObject({
      headers: { 'content-type': 'application/json', 'x-request-id': 'abc' },
    });
    expect(seen).toEqual([[502, 'abc']]);
  });

  it('cannot break a call', async () => {
    const onResponse = () => {
      throw new Error('an observer');
    };
    const p100 = createP100Client({ apiKey: 'a-key', fetch: async () => created() });
    expect(await p100.users.create(johnDoe(), { onResponse })).toEqual(createdUser());
  });
});
