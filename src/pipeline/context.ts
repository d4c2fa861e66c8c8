import type { CallFacts, P100Error } from '../errors.js';
import type { Operation } from '../operation.js';
import type { Where } from '../options.js';
import type { Limits, Settings } from '../settings.js';
import type { CallReport } from './events.js';
import { mayRepeat, type Outcome } from './retry.js';

/** One call: what stays the same, and how far it has come. */
export interface CallContext {
  readonly operation: Operation;
  /** Name of the method that was called, such as `users.ensure`. */
  readonly method: string;
  readonly settings: Settings;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly report: CallReport;
  /** Milliseconds since the call began. */
  readonly elapsed: () => number;
  attempts: number;
  /** Whether an earlier attempt may have taken effect. */
  unknownBefore: boolean;
  /** The policy of this call, which is stricter than the operation's if the body has no unique key. */
  policy: Operation['retry']['policy'];
}

/** What a message about a wrong option of this call names. */
export const whereOf = ({ operation, method }: CallContext): Where => ({ id: operation.id, name: method });

/** How a call or an attempt ended. */
export type Result = { readonly ok: true; readonly value: unknown } | Failed;

/** A failure, and what it means for a retry. */
export interface Failed {
  readonly ok: false;
  readonly error: P100Error;
  readonly outcome: Outcome;
}

/** The facts of an error that ends an attempt with this outcome. */
export function callFacts(call: CallContext, outcome: Outcome): CallFacts {
  return {
    operation: call.operation.id,
    attempts: call.attempts,
    retryable: mayRepeat(outcome, call.policy) && !(call.unknownBefore && call.policy === 'never-twice'),
    mayHaveTakenEffect: call.unknownBefore || outcome === 'unknown',
  };
}
