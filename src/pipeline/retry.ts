import { operations } from '../generated/operations.js';
import type { Operation, RetryPolicy } from '../operation.js';

/**
 * How a failed attempt ended. `not-sent`: nothing left this machine. `try-later`: the server refused it for now.
 * `unknown`: it may have taken effect. `refused`: the server refused it.
 */
export type Outcome = 'not-sent' | 'try-later' | 'unknown' | 'refused';

const firstWaitMs = 500;
const longestWaitMs = 8_000;

type Transient = Operation['retry']['transient'];

/** The transient codes of all operations. An operation can return one even if P100 does not list it there. */
export const knownTransient: Transient = Object.assign({}, ...operations.map(({ retry }) => retry.transient));

/** The outcome of a failed response. The error code outranks the status: P100 sends most codes with HTTP 400. */
export function outcomeOf(status: number, code: string | undefined, { codes }: Operation): Outcome {
  if (code !== undefined && Object.hasOwn(knownTransient, code)) return 'unknown';
  if (status === 429) return 'try-later';
  if (code !== undefined && Object.hasOwn(codes, code)) return 'refused';
  if (status === 408 || status >= 500) return 'unknown';
  return status >= 200 && status < 300 ? 'unknown' : 'refused';
}

/** Whether repeating is safe under a policy and may succeed. */
export function mayRepeat(outcome: Outcome, policy: RetryPolicy): boolean {
  return outcome === 'unknown' ? policy !== 'never-twice' : outcome !== 'refused';
}

/** What the decision to retry depends on. */
export interface Failure {
  readonly outcome: Outcome;
  /** P100's error code, if the response had one. */
  readonly code: string | undefined;
  /** How many attempts were made, this one included. */
  readonly attempts: number;
  /** How many of them ended with this code. */
  readonly sameCode: number;
  readonly maxRetries: number;
}

/** Whether to make another attempt. */
export function shouldRetry(failure: Failure, policy: RetryPolicy): boolean {
  const { outcome, code, attempts, sameCode, maxRetries } = failure;
  if (attempts > maxRetries) return false;
  if (code !== undefined && knownTransient[code] === 'once' && sameCode > 1) return false;
  return mayRepeat(outcome, policy);
}

/** Milliseconds to wait after this many attempts: exponential with full jitter, at least what the server asks for. */
export function delayBefore(attempts: number, retryAfterMs: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return Math.round(Math.max(retryAfterMs, random() * ceiling));
}

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from now. Undefined if it is neither. */
export function readRetryAfter(header: unknown, now: number): number | undefined {
  const text = typeof header === 'string' || typeof header === 'number' ? String(header).trim() : '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Only HTTP dates: Date.parse finds a date in almost any text.
  if (!/^[A-Z][a-z]{2,8}, [-\w :]{1,40} GMT$/.test(text)) return undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
