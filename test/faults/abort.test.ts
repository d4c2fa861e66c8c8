import { getEventListeners } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createP100Client, type P100Event } from '../../src/index.ts';
import { createUserPath, johnDoe } from '../support/description.ts';
import { reply, replyJson, startFaultServer } from '../support/fault-server.ts';

// The longest possible wait, so that the abort ends it and not the clock.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
});

const reason = new Error('the caller has gone');

/** A signal, its abort, and the number of listeners that are left on it. */
function watchedSignal() {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    abort: () => controller.abort(reason),
    listeners: () => getEventListeners(signal, 'abort').length,
  };
}

type Way = (baseUrl: string, signal: AbortSignal, onEvent?: (event: P100Event) => void) => Promise<unknown>;

const ways: Record<string, Way> = {
  'users.create': (baseUrl, signal, onEvent = () => {}) =>
    createP100Client({ apiKey: 'a-key', baseUrl, onEvent }).users.create(johnDoe(), { signal }),
  'users.ensure': (baseUrl, signal, onEvent = () => {}) =>
    createP100Client({ apiKey: 'a-key', baseUrl, onEvent }).users.ensure(johnDoe(), { signal }),
  raw: (baseUrl, signal, onEvent = () => {}) =>
    createP100Client({ apiKey: 'a-key', baseUrl, onEvent }).raw.POST(createUserPath, { body: johnDoe(), signal }),
};

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;

describe.each(Object.entries(ways))('an abort of %s', (_, call) => {
  it('before the call sends nothing', async () => {
    const server = await startFaultServer((socket) => replyJson(socket, 201, {}));
    const events: string[] = [];
    const ended = call(server.url, AbortSignal.abort(reason), ({ type }) => events.push(type));
    await expect(ended).rejects.toBe(reason);
    expect(server.requests).toHaveLength(0);
    expect(events).toEqual(['call-start', 'call-end']);
  });

  it('during an attempt ends it at once and closes its connection', async () => {
    const { signal, abort, listeners } = watchedSignal();
    let closed: Promise<unknown> = Promise.resolve();
    const server = await startFaultServer((socket) => {
      closed = new Promise((resolve) => socket.on('close', resolve));
      abort();
    });
    await expect(call(server.url, signal)).rejects.toBe(reason);
    await closed;
    expect(server.requests).toHaveLength(1);
    expect(listeners()).toBe(0);
  });

  it('in the middle of a body ends the attempt', async () => {
    const { signal, abort, listeners } = watchedSignal();
    const server = await startFaultServer((socket) => {
      socket.write('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{', abort);
    });
    await expect(call(server.url, signal)).rejects.toBe(reason);
    expect(listeners()).toBe(0);
  });

  it('during a wait ends it at once and leaves no timer', async () => {
    const { signal, abort, listeners } = watchedSignal();
    const server = await startFaultServer((socket) => reply(socket, 503, '', { 'retry-after': 60 }));
    const timersBefore = timers();
    const ended = call(server.url, signal, ({ type }) => {
      if (type === 'retry') setImmediate(abort);
    });
    await expect(ended).rejects.toBe(reason);
    expect(server.requests).toHaveLength(1);
    expect(listeners()).toBe(0);
    expect(timers()).toBeLessThanOrEqual(timersBefore);
  });

  it('after the response changes nothing', async () => {
    const { signal, abort, listeners } = watchedSignal();
    const server = await startFaultServer((socket) => replyJson(socket, 201, { userId: 'an-id' }));
    const answer = await call(server.url, signal);
    abort();
    expect(JSON.stringify(answer)).toContain('an-id');
    expect(listeners()).toBe(0);
  });
});

it('an abort while middleware works sends nothing, even if the deadline has passed', async () => {
  const { signal, abort } = watchedSignal();
  const fetch = vi.fn();
  const events: string[] = [];
  const onEvent = ({ type }: P100Event) => events.push(type);
  const p100 = createP100Client({ apiKey: 'a-key', fetch, onEvent, deadlineMs: 1 });
  p100.raw.use({
    onRequest: async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      abort();
    },
  });
  await expect(p100.users.create(johnDoe(), { signal })).rejects.toBe(reason);
  expect(fetch).not.toHaveBeenCalled();
  expect(events).toEqual(['call-start', 'call-end']);
});

describe('an abort of a call whose fetch does not listen', () => {
  it('ends the attempt before the event loop turns', async () => {
    const { signal, abort } = watchedSignal();
    const p100 = createP100Client({ apiKey: 'a-key', fetch: () => new Promise<never>(() => {}) });
    const ended = p100.users.create(johnDoe(), { signal }).catch((error) => error);
    await nextTurn();
    abort();
    expect(await Promise.race([ended, nextTurn()])).toBe(reason);
  });

  it('ends the wait for a key', async () => {
    const { signal, abort } = watchedSignal();
    const p100 = createP100Client({ apiKey: () => new Promise<never>(() => {}) });
    const ended = p100.users.create(johnDoe(), { signal });
    abort();
    await expect(ended).rejects.toBe(reason);
  });
});
