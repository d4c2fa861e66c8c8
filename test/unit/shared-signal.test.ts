import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type ClientOptions, createP100Client } from '../../src/index.ts';
import { createFakeP100 } from '../../src/testing.ts';
import { johnDoe } from '../support/description.ts';

const warnings: Error[] = [];
const onWarning = (warning: Error) => warnings.push(warning);

beforeEach(() => {
  warnings.length = 0;
  process.on('warning', onWarning);
});

afterEach(() => {
  process.off('warning', onWarning);
  vi.restoreAllMocks();
});

/** Fifty calls that share one signal and fail with this fault. */
function callTogether(type: 'stall' | 'connection-refused') {
  const fake = createFakeP100();
  const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch });
  const controller = new AbortController();
  const calls = Array.from({ length: 50 }, () => {
    fake.failNext({ type });
    return p100.users.create(johnDoe(), { signal: controller.signal });
  });
  return { controller, ends: Promise.allSettled(calls) };
}

it.each(['stall', 'connection-refused'] as const)('many calls with one signal raise no warning: %s', async (type) => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const { controller, ends } = callTogether(type);
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await ends).toEqual(Array(50).fill({ status: 'rejected', reason }));
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  await nextTurn();
  expect(warnings).toEqual([]);
});

it('an abort still ends a call after another one with its signal has ended', async () => {
  const fake = createFakeP100();
  const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch });
  const { signal, abort } = abortable();
  fake.failNext({ type: 'stall' });
  const stalled = p100.users.create(johnDoe(), { signal });
  await p100.users.create({ ...johnDoe(), externalUserId: 'another' }, { signal });
  abort('enough');
  await expect(stalled).rejects.toBe('enough');
});

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason: unknown) => controller.abort(reason) };
}

it('a signal has one listener, even while calls run out of time', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  vi.spyOn(Math, 'random').mockReturnValue(1);
  const { signal } = new AbortController();
  // Rejects a moment after its own signal aborts, as the global fetch does.
  const fetch: ClientOptions['fetch'] = (_, init) =>
    new Promise((_, reject) => init.signal.addEventListener('abort', () => setTimeout(reject, 1)));
  const p100 = createP100Client({ apiKey: 'a-key', fetch, timeoutMs: 10, maxRetries: 1 });
  const calls: Promise<unknown>[] = [];
  for (let started = 0; started < 20; started++) {
    calls.push(p100.users.create(johnDoe(), { signal }).catch(() => {}));
    await vi.advanceTimersByTimeAsync(15);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  }
  await vi.runAllTimersAsync();
  await Promise.all(calls);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});
