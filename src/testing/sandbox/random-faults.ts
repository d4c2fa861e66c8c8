import { operations } from '../../generated/operations.js';
import type { DocumentedCode } from '../described.js';
import type { Fault } from '../faults.js';

/** The codes that leave the outcome of a call unknown. */
const transientCodes = [
  ...new Set(operations.flatMap(({ retry }) => Object.keys(retry.transient))),
] as DocumentedCode[];

/** The kinds of faults. A number from 0 to 1 varies each of them. */
const kinds: readonly ((share: number) => Fault)[] = [
  () => ({ type: 'connection-refused' }),
  (share) => ({ type: 'connection-reset', takesEffect: share < 0.5 }),
  (share) => ({ type: 'stall', takesEffect: share < 0.5 }),
  (share) => ({ type: 'slow-body', durationMs: 1 + Math.floor(share * 100) }),
  () => ({ type: 'truncated-body' }),
  (share) => ({ type: 'bad-gateway', takesEffect: share < 0.5 }),
  (share) => ({ type: 'too-many-requests', ...(share < 0.5 && { retryAfter: share < 0.25 ? 0 : 1 }) }),
  ...transientCodes.map(
    (type) =>
      (share: number): Fault => ({ type, takesEffect: share < 0.5 }),
  ),
];

/** Endless faults, `undefined` if a request should succeed. The same seed gives the same faults. */
export function* randomFaults(rate: number, seed: number): Generator<Fault | undefined, never> {
  const random = createRandom(seed);
  for (;;) {
    const kind = kinds[Math.floor(random() * kinds.length)];
    const share = random();
    yield random() < rate ? kind?.(share) : undefined;
  }
}

/** The generator mulberry32, because `Math.random` takes no seed: numbers from 0 to below 1. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
