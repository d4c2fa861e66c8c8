import { setTimeout as sleep } from 'node:timers/promises';

/** Spaces calls evenly. It counts the calls of this process only. */
export interface Pace {
  /** Resolves when the next call may be made. */
  turn(): Promise<void>;
  /** Lets no call begin for a while. */
  hold(ms: number): void;
}

/** The signal ends all waits. */
export function createPace(callsPerSecond: number, signal?: AbortSignal): Pace {
  let next = 0;
  return {
    async turn() {
      const now = Date.now();
      const mine = Math.max(now, next);
      next = mine + 1_000 / callsPerSecond;
      if (mine > now) await sleep(mine - now, undefined, { signal }).catch(() => undefined);
    },
    hold(ms) {
      next = Math.max(next, Date.now() + ms);
    },
  };
}
