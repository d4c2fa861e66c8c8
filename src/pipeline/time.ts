/** A time limit for some work. */
export interface TimeLimit {
  readonly milliseconds: number;
  /** The caller's signal. */
  readonly signal: AbortSignal | undefined;
  /** Creates the error to throw when the limit passes. */
  readonly timeIsUp: () => unknown;
  /** Stops the work when the limit passes or the caller aborts. */
  readonly stop?: (reason: unknown) => void;
}

/**
 * Runs work with a time limit. When the limit passes or the caller aborts, this rejects at once, even if the work
 * ignores `stop`. No timer or listener is left behind.
 */
export function within<Result>(limit: TimeLimit, work: () => Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const { milliseconds, signal, timeIsUp, stop } = limit;
    const finish = () => {
      clearTimeout(timer);
      stopListening?.();
    };
    const fail = (reason: unknown) => {
      finish();
      reject(reason);
      stop?.(reason);
    };
    const timer = setTimeout(() => fail(timeIsUp()), milliseconds);
    const stopListening = signal && onAbort(signal, fail);
    if (signal?.aborted) return fail(abortReason(signal));
    work().then((result) => {
      finish();
      resolve(result);
    }, fail);
  });
}

/** Waits, unless the caller aborts; then it rejects at once with the signal's reason. */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const waited = Symbol();
  const limit = { milliseconds, signal, timeIsUp: () => waited };
  await within(limit, () => new Promise<never>(() => {})).catch((reason) => {
    if (reason !== waited) throw reason;
  });
}

/** The reason of a signal; signals of older polyfills have none. */
export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException('This operation was aborted', 'AbortError');
}

type Listener = (reason: unknown) => void;

/** One event listener per signal, however many calls share it: Node warns about the eleventh. */
const shared = new WeakMap<AbortSignal, { readonly listeners: Set<Listener>; readonly handle: () => void }>();

/** Calls the listener when the signal aborts, until the returned function is called. */
function onAbort(signal: AbortSignal, listener: Listener): () => void {
  const { listeners, handle } = shared.get(signal) ?? share(signal);
  listeners.add(listener);
  return () => {
    // A second call must not remove an entry that is newer than this one.
    if (!listeners.delete(listener) || listeners.size > 0) return;
    signal.removeEventListener('abort', handle);
    shared.delete(signal);
  };
}

function share(signal: AbortSignal) {
  const listeners = new Set<Listener>();
  const handle = () => {
    for (const listener of listeners) listener(abortReason(signal));
  };
  signal.addEventListener('abort', handle);
  const entry = { listeners, handle };
  shared.set(signal, entry);
  return entry;
}
