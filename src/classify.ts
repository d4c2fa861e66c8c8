import type { P100ResponseError } from './errors.js';
import { isP100Error } from './guard.js';

/** What a worker should do after a failed call. */
export type ErrorClass = 'retry' | 'refuse' | 'stop';

/**
 * Says what to do after a failed call. For workers that make one call per row or job.
 *
 * - `retry`: repeat it later, and wait longer each time. Repeating is safe and may succeed.
 * - `refuse`: set this row aside. P100 refused it (`P403`, `P431` or any other code), or the call may have taken effect
 *   and must not be repeated.
 * - `stop`: stop all workers and alert someone, because every row would probably fail. The key is refused, an option or
 *   argument is wrong, or the server at this address is not P100. Errors that are not from this package, such as a bug
 *   in your code or the reason of your abort, also return `stop`.
 *
 * @example
 * const verdict = classifyError(error);
 * if (verdict === 'retry') throw error;
 * if (verdict === 'stop') await pauseQueue();
 */
export function classifyError(error: unknown): ErrorClass {
  if (!isP100Error(error)) return 'stop';
  if (error.name === 'P100ConfigError' || error.name === 'AuthenticationError') return 'stop';
  if (error.name === 'P100ResponseError' && isForeign(error)) return 'stop';
  return error.retryable ? 'retry' : 'refuse';
}

/** Statuses with which a gateway refuses one malformed or oversized request. Other requests may still succeed. */
const aboutOneRequest = [400, 413, 414, 422, 431];

/** Whether the response comes from something other than P100. P100's own refusals have an error code. */
function isForeign({ status, reason }: P100ResponseError): boolean {
  if (reason === 'redirect') return true;
  const unknownRefusal = reason === 'undescribed-status' && status >= 400;
  return (reason === 'not-json' || unknownRefusal) && !aboutOneRequest.includes(status);
}
