import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createP100Client, type P100Event } from '../../src/index.ts';
import { johnDoe } from '../support/description.ts';
import { replyJson, startFaultServer } from '../support/fault-server.ts';

const random = vi.spyOn(Math, 'random');
beforeEach(() => {
  random.mockReturnValue(0);
});

const waits = (events: P100Event[]) => events.flatMap((event) => (event.type === 'retry' ? [event.delayMs] : []));

describe('deadlineMs', () => {
  it('ends an attempt that would pass it', async () => {
    const server = await startFaultServer(() => {});
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url, deadlineMs: 100 });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100TimeoutError',
      scope: 'deadline',
      attempts: 1,
      message: 'users.create did not finish within 100 ms (deadlineMs).',
    });
  });

  it('covers all attempts together', async () => {
    const server = await startFaultServer(() => {});
    const limits = { timeoutMs: 100, deadlineMs: 450, maxRetries: 99 };
    const failure = await createP100Client({ apiKey: 'a-key', baseUrl: server.url, ...limits })
      .users.create(johnDoe())
      .catch((error) => error);
    expect(failure).toMatchObject({ name: 'P100TimeoutError', scope: 'deadline' });
    expect(failure.attempts).toBeLessThan(6);
    expect(server.requests.length).toBeLessThanOrEqual(failure.attempts);
  });

  it('ends a later attempt on time, and reports how long that took', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    random.mockReturnValue(1);
    const events: P100Event[] = [];
    const fetch = vi.fn(() => new Promise<never>(() => {})).mockRejectedValueOnce(new TypeError('fetch failed'));
    const onEvent = (event: P100Event) => events.push(event);
    const p100 = createP100Client({ apiKey: 'a-key', fetch, deadlineMs: 800, onEvent });
    const ended = vi.fn();
    p100.users.create(johnDoe()).catch(ended);
    await vi.advanceTimersByTimeAsync(799);
    expect([fetch.mock.calls.length, ended.mock.calls.length]).toEqual([2, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(ended.mock.calls[0]?.[0]).toMatchObject({ name: 'P100TimeoutError', scope: 'deadline', attempts: 2 });
    const [, last] = events.filter(({ type }) => type === 'attempt-end');
    expect(last).toMatchObject({ attempt: 2, durationMs: 300 });
  });

  it('covers the wait for a key', async () => {
    const p100 = createP100Client({ apiKey: () => new Promise<never>(() => {}), deadlineMs: 20 });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ name: 'P100TimeoutError', scope: 'deadline' });
  });

  it('begins no wait that would pass it', async () => {
    random.mockReturnValue(1);
    const events: P100Event[] = [];
    const server = await startFaultServer((socket) => replyJson(socket, 502, {}));
    const p100 = createP100Client({
      apiKey: 'a-key',
      baseUrl: server.url,
      deadlineMs: 499,
      onEvent: (event) => events.push(event),
    });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ status: 502, attempts: 1, retryable: true });
    expect(waits(events)).toEqual([]);
  });
});

describe('Retry-After', () => {
  const answers = [
    { header: '1', atLeast: 1000 },
    { header: () => new Date(Date.now() + 2000).toUTCString(), atLeast: 1 },
  ];

  it.each(answers)('lengthens a wait ($header)', async ({ header, atLeast }) => {
    const events: P100Event[] = [];
    const abort = new AbortController();
    const server = await startFaultServer((socket) => {
      replyJson(socket, 429, {}, { 'retry-after': typeof header === 'string' ? header : header() });
    });
    const p100 = createP100Client({
      apiKey: 'a-key',
      baseUrl: server.url,
      // Only the length of the wait matters, so the test does not wait.
      onEvent: (event) => {
        events.push(event);
        if (event.type === 'retry') abort.abort();
      },
    });
    await expect(p100.users.create(johnDoe(), { signal: abort.signal })).rejects.toThrow();
    expect(waits(events)).toEqual([expect.any(Number)]);
    expect(waits(events)[0]).toBeGreaterThanOrEqual(atLeast);
  });
});

describe('maxRetries', () => {
  it.each([0, 1, 4])('%i limits the attempts', async (maxRetries) => {
    const server = await startFaultServer((socket) => replyJson(socket, 502, {}));
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
    await expect(p100.users.create(johnDoe(), { maxRetries })).rejects.toMatchObject({ attempts: maxRetries + 1 });
    expect(server.requests).toHaveLength(maxRetries + 1);
  });
});
