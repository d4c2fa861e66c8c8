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
      caller?.removeEventListener('abort', onAbort);
    };
    const stop = (reason: unknown) => {
      finish();
      reject(reason);
      controller.abort(reason);
    };
    const onAbort = () => stop(caller?.reason);
    const timer = setTimeout(() => stop(timeIsUp()), milliseconds);
    if (caller?.aborted) return onAbort();
    caller?.addEventListener('abort', onAbort);
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
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(caller?.reason);
    };
    const timer = setTimeout(() => {
      caller?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    if (caller?.aborted) onAbort();
    else caller?.addEventListener('abort', onAbort, { once: true });
  });
}
