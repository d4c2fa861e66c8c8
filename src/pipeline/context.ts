import type { CallFacts, P100Error } from '../errors.js';
import type { Operation, RetryPolicy } from '../operation.js';
import type { Where } from '../options.js';
import type { Limits, Settings } from '../settings.js';
import type { CallReport } from './report.js';
import { mayRepeat, type Outcome } from './retry.js';

/** One call: its settings and its progress. */
export interface CallContext {
  readonly operation: Operation;
  /** Names the method that was called, such as `users.ensure`. */
  readonly where: Where;
  readonly settings: Settings;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly report: CallReport;
  /** Milliseconds since the call began. */
  readonly elapsed: () => number;
  attempts: number;
  /** Whether an earlier attempt may have taken effect. */
  unknownBefore: boolean;
  /** The body as it is sent, after middleware. */
  body: unknown;
}

/** How a call or an attempt ended. */
export type Result = { readonly ok: true; readonly value: unknown } | Failed;

/** A failure, and what it means for a retry. */
export interface Failed {
  readonly ok: false;
  readonly error: P100Error;
  readonly outcome: Outcome;
}

/** The fields of an error that ends a call with this outcome. */
export function callFacts(call: CallContext, outcome: Outcome): CallFacts {
  const { operation, attempts, unknownBefore } = call;
  return {
    operation: operation.id,
    attempts,
    retryable: mayRepeat(outcome, policyOf(call)),
    mayHaveTakenEffect: unknownBefore || outcome === 'unknown',
  };
}

/** The policy of this call. Without its unique key in the body, a second request could create a second entity. */
export function policyOf({ operation: { retry }, body }: CallContext): RetryPolicy {
  return retry.policy === 'unique-key' && !hasText(body, retry.key ?? '') ? 'never-twice' : retry.policy;
}

function hasText(json: unknown, field: string): boolean {
  try {
    const value = JSON.parse(String(json))[field];
    return typeof value === 'string' && value !== '';
  } catch {
    return false;
  }
}
