/** What ends the work of an attempt: an AbortController, or a cheaper one that a `fetch` brings along. */
export interface Aborter {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

/**
 * Under this name a `fetch` of this package brings its Aborter: on Node 20 an AbortController costs as much as the rest
 * of this client.
 */
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

/** One listener for all calls with the same signal: from the eleventh on, Node warns of a leak. */
class SharedListener extends Set<End> {
  handleEvent({ target }: Event): void {
    for (const end of this) end((target as AbortSignal).reason);
  }
}

const sharedListeners = new WeakMap<AbortSignal, SharedListener>();

/** Calls `end` when the signal aborts, until the answered function is called. */
function onAbort(signal: AbortSignal, end: End): () => void {
  const listener = sharedListeners.get(signal) ?? new SharedListener();
  sharedListeners.set(signal, listener.add(end));
  signal.addEventListener('abort', listener);
  return () => {
    listener.delete(end);
    if (listener.size === 0) signal.removeEventListener('abort', listener);
  };
}
