/**
 * Runs work that has to end within a time. When the time is up or the caller aborts, it rejects at once, even where
 * the work does not listen to its signal, and leaves neither timer nor listener behind.
 */
export function within<Result>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  timeIsUp: () => unknown,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const finish = () => {
      clearTimeout(timer);
      unlisten();
    };
    const stop = (reason: unknown) => {
      finish();
      reject(reason);
      controller.abort(reason);
    };
    const timer = setTimeout(() => stop(timeIsUp()), milliseconds);
    const unlisten = onAbort(caller, stop);
    if (caller?.aborted) return stop(caller.reason);
    work(controller.signal).then(
      (result) => {
        finish();
        resolve(result);
      },
      (error) => stop(error),
    );
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
function onAbort(signal: AbortSignal | undefined, end: End): () => void {
  if (!signal) return () => {};
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
