import { P100Error } from './errors.js';
import type { CallEndEvent } from './events.js';
import type { Exchange, Http, Task } from './http.js';
import { refuse, type Where } from './options.js';
import type { CallContext, Result } from './pipeline/context.js';
import { createReport, failureDetails } from './pipeline/report.js';
import { abortReason } from './pipeline/time.js';
import { resolveLimits, type Settings } from './settings.js';

/** Makes one call, and reports its start and its end. */
export type Perform = (task: Task) => Promise<Exchange>;

/** Creates the function that makes every call. */
export function createPerform(http: Http, settings: Settings): Perform {
  return async (task) => {
    const call = createContext(task, settings);
    call.report({ type: 'call-start' });
    let end: CallEnd = { outcome: 'failure' };
    try {
      if (call.signal?.aborted) throw abortReason(call.signal);
      const exchange = await http.send(call, task);
      const result = task.settle?.(exchange.result) ?? exchange.result;
      end = result.ok ? { outcome: 'success' } : failureEnd(result.error);
      return { ...exchange, result };
    } catch (error) {
      if (error instanceof P100Error) end = failureEnd(error);
      else if (call.signal?.aborted) end = { outcome: 'aborted' };
      throw error;
    } finally {
      call.report({ type: 'call-end', attempts: call.attempts, ...end, durationMs: Math.round(call.elapsed()) });
    }
  };
}

type CallEnd = Pick<CallEndEvent, 'outcome' | 'mayHaveTakenEffect' | 'status' | 'code' | 'error' | 'reason'>;

const failureEnd = (error: P100Error): CallEnd => ({
  outcome: 'failure',
  ...failureDetails(error),
  mayHaveTakenEffect: error.mayHaveTakenEffect,
});

/** Returns the value of a call, or throws its error. */
export function unwrap(result: Result): unknown {
  if (!result.ok) throw result.error;
  return result.value;
}

function createContext({ operation, where, options }: Task, settings: Settings): CallContext {
  const begun = performance.now();
  const { signal } = options;
  checkSignal(signal, where);
  return {
    operation,
    where,
    settings,
    limits: resolveLimits(options, settings, where),
    signal,
    report: createReport(settings.onEvent, where, settings.host),
    elapsed: () => performance.now() - begun,
    attempts: 0,
    unknownBefore: false,
    body: undefined,
  };
}

/** Accepts signals of polyfills, which are not instances of `AbortSignal`. */
function checkSignal(signal: AbortSignal | undefined, where: Where): void {
  if (signal === undefined) return;
  const { aborted, addEventListener, removeEventListener } = signal as Partial<AbortSignal>;
  const usable = typeof addEventListener === 'function' && typeof removeEventListener === 'function';
  if (typeof aborted !== 'boolean' || !usable) refuse('signal must be an AbortSignal.', where);
}
