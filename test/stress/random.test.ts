import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createP100Client, isP100Error, type UserExistsError } from '../../src/index.ts';
import { createFakeP100, type Fault } from '../../src/testing.ts';
import { anyFault } from '../support/any-fault.ts';
import { johnDoe } from '../support/description.ts';
import { usedBytes } from '../support/memory.ts';

const runs = 200;
const callsOfRun = 100;
const seed = Number(process.env['STRESS_SEED'] ?? Date.now() % 2 ** 31);

/** One call, the faults that its attempts meet, and its limits. */
interface Plan {
  readonly id: number;
  readonly method: 'create' | 'ensure';
  readonly faults: readonly (Fault | null)[];
  readonly maxRetries: number;
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly abortAfterMs: number | null;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  // Fewer ids than calls, so that some calls compete for the same user.
  id: fc.integer({ min: 0, max: callsOfRun - 20 }),
  method: fc.constantFrom('create', 'ensure'),
  faults: fc.array(fc.option(anyFault), { maxLength: 4 }),
  maxRetries: fc.integer({ min: 0, max: 3 }),
  timeoutMs: fc.integer({ min: 20, max: 2_000 }),
  deadlineMs: fc.integer({ min: 20, max: 10_000 }),
  abortAfterMs: fc.option(fc.integer({ min: 0, max: 2_000 }), { freq: 8 }),
});

/** How a call ended, and what its attempts had done by then. */
interface Ended {
  readonly plan: Plan;
  readonly answer?: { readonly created: boolean; readonly userId?: string };
  readonly error?: unknown;
  readonly abortReason: Error;
  readonly tookMs: number;
  /** For each attempt, whether it reached the users. */
  readonly applied: readonly boolean[];
}

const reachesUsers = (fault: Fault | null | undefined): boolean =>
  !fault ||
  ('takesEffect' in fault ? (fault.takesEffect ?? false) : ['slow-body', 'truncated-body'].includes(fault.type));

const unhandled: unknown[] = [];
const onUnhandled = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  process.on('unhandledRejection', onUnhandled);
  // Fake timers: time passes as fast as the calls do, so deadlines can be checked to the millisecond.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
  process.off('unhandledRejection', onUnhandled);
});

async function runPlan(fake: ReturnType<typeof createFakeP100>, plan: Plan): Promise<Ended> {
  const { id, method, faults, abortAfterMs, ...limits } = plan;
  const applied: boolean[] = [];
  const p100 = createP100Client({
    apiKey: 'a-key',
    fetch: (...args) => {
      const fault = faults[applied.length];
      applied.push(reachesUsers(fault));
      if (fault) fake.failNext(fault);
      return fake.fetch(...args);
    },
  });
  const controller = new AbortController();
  const abortReason = new Error('the caller has had enough');
  const timer = abortAfterMs === null ? undefined : setTimeout(() => controller.abort(abortReason), abortAfterMs);
  const begun = performance.now();
  const common = { plan, abortReason, applied };
  try {
    const body = { ...johnDoe(), externalUserId: String(id) };
    const options = { ...limits, signal: controller.signal };
    const answer =
      method === 'create'
        ? { created: true, userId: (await p100.users.create(body, options)).userId }
        : await p100.users.ensure(body, options).then((outcome) => ({
            created: outcome.created,
            ...(outcome.created && { userId: outcome.user.userId }),
          }));
    return { ...common, answer, tookMs: performance.now() - begun };
  } catch (error) {
    return { ...common, error, tookMs: performance.now() - begun };
  } finally {
    clearTimeout(timer);
  }
}

/** Advances the time until all calls have ended. */
async function settle(calls: Promise<Ended>[]): Promise<Ended[]> {
  let pending = true;
  const all = Promise.all(calls).finally(() => {
    pending = false;
  });
  while (pending) {
    await nextTurn();
    await nextTurn();
    vi.advanceTimersToNextTimer();
  }
  return all;
}

function check(fake: ReturnType<typeof createFakeP100>, ended: Ended[]): void {
  const shouldExist = new Set(ended.filter(({ applied }) => applied.includes(true)).map(({ plan }) => String(plan.id)));
  expect(new Set(fake.users.keys())).toEqual(shouldExist);
  const creators = ended.flatMap(({ plan, answer }) => (answer?.created ? [plan.id] : []));
  expect(new Set(creators).size).toBe(creators.length);
  for (const call of ended) checkCall(fake, call);
}

function checkCall(fake: ReturnType<typeof createFakeP100>, call: Ended): void {
  const { plan, answer, error, applied } = call;
  expect(call.tookMs).toBeLessThanOrEqual(plan.deadlineMs);
  expect(applied.length).toBeLessThanOrEqual(plan.maxRetries + 1);
  if (answer?.created) expect(fake.users.get(String(plan.id))?.user.userId).toBe(answer.userId);
  if (answer && !answer.created) expect(fake.users.has(String(plan.id))).toBe(true);
  if (error === undefined || error === call.abortReason) return;
  if (!isP100Error(error)) throw error;
  if (isP100Error(error, 'P411')) checkExists(error, call);
  if (!error.mayHaveTakenEffect) expect(applied).not.toContain(true);
}

/** A call that says it cannot have created the user did not. */
function checkExists({ possiblyCreatedByThisCall }: UserExistsError, { applied }: Ended): void {
  if (!possiblyCreatedByThisCall) expect(applied.slice(0, -1)).not.toContain(true);
}

it(`creates exactly the users that should exist: ${runs * callsOfRun} calls, STRESS_SEED=${seed}`, async () => {
  console.log(`STRESS_SEED=${seed}`);
  const property = fc.asyncProperty(fc.array(plan, { minLength: callsOfRun, maxLength: callsOfRun }), async (plans) => {
    const fake = createFakeP100();
    check(fake, await settle(plans.map((plan) => runPlan(fake, plan))));
    expect(vi.getTimerCount()).toBe(0);
  });
  await fc.assert(property, { seed, numRuns: 20 });
  const before = await usedBytes();
  await fc.assert(property, { seed: seed + 1, numRuns: runs });
  const after = await usedBytes();
  console.log(`in use before ${Math.round(before / 2 ** 10)} KiB, after ${Math.round(after / 2 ** 10)} KiB`);
  expect(after).toBeLessThan(before * 1.1);
  expect(unhandled).toEqual([]);
}, 300_000);
