/** What ends the work of an attempt: an AbortController, or a cheaper one that a `fetch` brings along. */
export interface Aborter {
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** Under this name a `fetch` of this package brings its Aborter: an AbortController is the dearest part of a call. */
export const createAborter = Symbol();

/**
 * Runs work that has to end within a time. When the time is up or the caller aborts, it rejects at once, even where
 * the work does not listen to its signal, and leaves neither timer nor listener behind.
 */
export function within<Result>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  timeIsUp: () => unknown,
  work: () => Promise<Result>,
  aborter?: Aborter,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer);
      unlisten?.();
    };
    const stop = (reason: unknown) => {
      finish();
      reject(reason);
      aborter?.abort(reason);
    };
    const timer = setTimeout(() => stop(timeIsUp()), milliseconds);
    const unlisten = caller && onAbort(caller, stop);
    if (caller?.aborted) return stop(caller.reason);
    work().then((result) => {
      finish();
      resolve(result);
    }, stop);
  });
}

/** Waits, unless the caller aborts; then it rejects at once with the signal's reason. */
export function pause(milliseconds: number, caller: AbortSignal | undefined): Promise<void> {
  const never = () => new Promise<never>(() => {});
  return within(milliseconds, caller, () => undefined, never).catch(() => caller?.throwIfAborted());
}

type End = (reason: unknown) => void;

interface Shared {
  readonly ends: Set<End>;
  readonly listener: () => void;
}

/** One listener for all calls with the same signal: from the eleventh on, Node warns of a leak. */
const sharedListeners = new WeakMap<AbortSignal, Shared>();

/** Calls `end` when the signal aborts, until the answered function is called. */
function onAbort(signal: AbortSignal, end: End): () => void {
  const { ends, listener } = sharedListeners.get(signal) ?? listen(signal);
  ends.add(end);
  return () => {
    if (!ends.delete(end) || ends.size > 0) return;
    signal.removeEventListener('abort', listener);
    sharedListeners.delete(signal);
  };
}

function listen(signal: AbortSignal): Shared {
  const ends = new Set<End>();
  const listener = () => {
    for (const end of ends) end(signal.reason);
  };
  const shared = { ends, listener };
  signal.addEventListener('abort', listener);
  sharedListeners.set(signal, shared);
  return shared;
}
