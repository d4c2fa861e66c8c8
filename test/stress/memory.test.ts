import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createP100Client, type Fetch, type P100Client } from '../../src/index.ts';
import { createFakeP100, type Fault } from '../../src/testing.ts';
import { johnDoe } from '../support/description.ts';
import { collectGarbage, usedBytes } from '../support/memory.ts';

// Includes the headers and the promises of openapi-fetch, which carries the call.
const perCallLimit = 14 * 2 ** 10;

describe('2000 calls in flight', () => {
  const count = 2_000;

  /** A fetch that keeps nothing and never responds. */
  const untilAborted: Fetch = (_, { signal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  /** Starts the calls and returns a function that ends them. */
  async function begin(note: string): Promise<() => Promise<void>> {
    const p100 = createP100Client({ apiKey: 'a-key', fetch: untilAborted });
    const controller = new AbortController();
    const options = { signal: controller.signal, extraBody: { note } };
    const ends = Promise.allSettled(Array.from({ length: count }, () => p100.users.create(johnDoe(), options)));
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    return async () => {
      controller.abort();
      await ends;
    };
  }

  it.each([0, 64])('hold one copy of their bodies (from %i KiB) and little else', async (kibibytes) => {
    const note = 'x'.repeat(kibibytes * 2 ** 10);
    // The first round compiles and caches, which does not count.
    await (await begin(note))();
    const before = await usedBytes();
    const end = await begin(note);
    const perCall = ((await usedBytes()) - before) / count;
    await end();
    const after = await usedBytes();
    const body = JSON.stringify({ ...johnDoe(), note }).length;
    console.log(`each call with a body of ${body} bytes holds ${Math.round(perCall)} bytes`);
    expect(perCall).toBeGreaterThan(body);
    expect(perCall).toBeLessThan(body + perCallLimit);
    expect(after).toBeLessThan(before * 1.1);
  });
});

describe('a call that ended retains nothing', () => {
  /** Makes a call, and returns weak references to its input and output. */
  async function call(p100: P100Client, signal: AbortSignal): Promise<WeakRef<object>[]> {
    const body = { ...johnDoe(), externalUserId: crypto.randomUUID() };
    const headers = { 'x-trace': 'one' };
    const options = { signal, headers, timeoutMs: 20, maxRetries: 1, deadlineMs: 2_000 };
    const end = await p100.users.create(body, options).catch((error: object) => error);
    return [body, headers, options, end].map((part) => new WeakRef<object>(part));
  }

  async function countAlive(references: WeakRef<object>[]): Promise<number> {
    await collectGarbage();
    return references.filter((reference) => reference.deref() !== undefined).length;
  }

  const faults: Fault[] = [
    { type: 'connection-refused' },
    { type: 'connection-reset' },
    { type: 'stall' },
    { type: 'truncated-body' },
    { type: 'slow-body' },
    { type: 'P500' },
    { type: 'bad-gateway' },
  ];

  it.each(faults)('after $type and a retry', async (fault) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    onTestFinished(() => void vi.restoreAllMocks());
    const fake = createFakeP100();
    const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch });
    const { signal } = new AbortController();
    fake.failNext(fault);
    expect(await countAlive(await call(p100, signal))).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('after a thousand calls with one signal', async () => {
    const p100 = createP100Client({ apiKey: 'a-key', fetch: createFakeP100().fetch });
    const { signal } = new AbortController();
    const references: WeakRef<object>[] = [];
    for (let at = 0; at < 1_000; at++) references.push(...(await call(p100, signal)));
    expect(await countAlive(references)).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('after an abort of an attempt whose fetch never ends', async () => {
    const pending: Promise<never>[] = [];
    const p100 = createP100Client({
      apiKey: 'a-key',
      fetch: () => {
        pending.push(new Promise<never>(() => {}));
        return pending[0] as Promise<never>;
      },
    });
    await expectNothingAlive(p100, (controller) => setTimeout(() => controller.abort(new Error('enough')), 1));
  });

  it('after an abort of a wait', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    onTestFinished(() => void vi.restoreAllMocks());
    const fake = createFakeP100();
    fake.failNext({ type: 'connection-refused' });
    let controller: AbortController;
    const onEvent = ({ type }: { type: string }) => {
      if (type === 'retry') setTimeout(() => controller.abort(new Error('enough')), 1);
    };
    const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch, onEvent });
    await expectNothingAlive(p100, (its) => {
      controller = its;
    });
  });

  async function expectNothingAlive(p100: P100Client, prepare: (controller: AbortController) => void): Promise<void> {
    const controller = new AbortController();
    prepare(controller);
    const references = await call(p100, controller.signal);
    // An aborted call rejects with the signal's own reason, which lives as long as the signal.
    expect(references.pop()?.deref()).toBe(controller.signal.reason);
    expect(await countAlive(references)).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  }
});
