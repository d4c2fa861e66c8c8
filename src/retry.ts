import type { RetryPolicy } from './operation.js';

/**
 * How an attempt ended without a yes. `not-sent`: nothing left this machine. `refused`: the server asked to come back
 * later. `unknown`: it may have taken effect. `no`: the server decided against it.
 */
export type Outcome = 'not-sent' | 'refused' | 'unknown' | 'no';

/** What the decision to retry rests on. */
export interface Failure {
  readonly outcome: Outcome;
  /** P100's code, where the answer had one. */
  readonly code?: string | undefined;
  /** How many attempts were made, this one included. */
  readonly attempts: number;
  /** How many of them were answered with P500. */
  readonly unknownExceptions: number;
  readonly maxRetries: number;
}

const firstWaitMs = 500;
const longestWaitMs = 8_000;

/**
 * What an answer that is not a yes means. A documented code decides before the status: P500 and P501 arrive as
 * HTTP 400.
 */
export function outcomeOf(
  { status, retryAfter }: { readonly status: number; readonly retryAfter: string | null },
  code: string | undefined,
  documented: boolean,
): Outcome {
  if (code === 'P500' || code === 'P501') return 'unknown';
  if (status === 429 || (status === 503 && retryAfter !== null && !documented)) return 'refused';
  if (documented) return 'no';
  return status >= 500 || (status >= 200 && status < 300) ? 'unknown' : 'no';
}

/** Whether repeating is harmless under a policy, and can help. */
export function mayRepeat(outcome: Outcome, policy: RetryPolicy): boolean {
  return outcome === 'unknown' ? policy !== 'never-twice' : outcome !== 'no';
}

/** Whether one more attempt is made. P500 is repeated once at most. */
export function shouldRetry(failure: Failure, policy: RetryPolicy): boolean {
  const { outcome, code, attempts, unknownExceptions, maxRetries } = failure;
  if (code === 'P500' && unknownExceptions > 1) return false;
  return attempts <= maxRetries && mayRepeat(outcome, policy);
}

/**
 * Milliseconds to wait after this many attempts: exponential with full jitter, or what the server asked for where
 * that is longer.
 */
export function delayBefore(attempts: number, retryAfterMs: number, random: () => number = Math.random): number {
  const ceiling = Math.min(longestWaitMs, firstWaitMs * 2 ** (attempts - 1));
  return Math.max(retryAfterMs, random() * ceiling);
}

/** Reads `Retry-After`, seconds or an HTTP date, as milliseconds from now; 0 where it is neither. */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  if (/^\s*\d+\s*$/.test(header ?? '')) return Number(header) * 1000;
  // Only HTTP dates: Date.parse reads a date into almost any text.
  return header?.trim().endsWith('GMT') ? Math.max(0, Date.parse(header) - now) || 0 : 0;
}
