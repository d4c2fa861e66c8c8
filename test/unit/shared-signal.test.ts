import { getEventListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createP100Client } from '../../src/index.ts';
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
