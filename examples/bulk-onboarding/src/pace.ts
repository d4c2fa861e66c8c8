import { setTimeout as sleep } from 'node:timers/promises';

export type Pace = ReturnType<typeof createPace>;

/** Spaces the calls of this process evenly. The signal ends all waits. */
export function createPace(callsPerSecond: number, signal?: AbortSignal) {
  let next = 0;
  /** Resolves when the next call may be made. */
  const turn = async () => {
    const mine = Math.max(next, Date.now());
    next = mine + 1_000 / callsPerSecond;
    await sleep(mine - Date.now(), undefined, { signal }).catch(() => undefined);
  };
  /** Lets no call begin for a while, but not so long that a waiting job goes to another worker, after 15 minutes. */
  const hold = (ms: number) => {
    next = Math.max(next, Date.now() + Math.min(ms, 60_000));
  };
  return { turn, hold };
}
