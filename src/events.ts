import type { Outcome } from './pipeline/retry.js';

/** What all events of one call have in common. */
interface EventOfCall {
  /** Unique id of the call, the same for all its events. */
  readonly callId: string;
  /** The method that was called, such as `users.ensure`. */
  readonly method: string;
  /** Id of the operation in the OpenAPI description, such as `createUser`. `request` for a call by `p100.request`. */
  readonly operation: string;
  /** Host and port of the server. */
  readonly host: string;
}

/** Why a call or an attempt failed. Contains no text of a response. */
interface FailureDetails {
  /** HTTP status, if there was a response. */
  readonly status?: number;
  /** P100's error code, if the response had one. */
  readonly code?: string;
  /** Class of the error, such as `P100TimeoutError`. */
  readonly error?: string;
  /** The error's `reason` or `scope`, or the code of a system error such as `ECONNRESET`. */
  readonly reason?: string;
}

/** A call begins. */
export interface CallStartEvent extends EventOfCall {
  /** Always `call-start`. */
  readonly type: 'call-start';
}

/** An attempt begins: a request is sent. */
export interface AttemptStartEvent extends EventOfCall {
  /** Always `attempt-start`. */
  readonly type: 'attempt-start';
  /** Number of the attempt, starting at 1. */
  readonly attempt: number;
}

/** An attempt ended. */
export interface AttemptEndEvent extends EventOfCall, FailureDetails {
  /** Always `attempt-end`. */
  readonly type: 'attempt-end';
  /** Number of the attempt, starting at 1. */
  readonly attempt: number;
  /**
   * `success`; `not-sent`; `try-later` (429); `unknown`: it may have taken effect; `refused`; or `aborted` by your
   * signal.
   */
  readonly outcome: 'success' | Outcome | 'aborted';
  /** Duration of the attempt, in whole milliseconds. */
  readonly durationMs: number;
}

/** The client waits before it makes another attempt. */
export interface RetryEvent extends EventOfCall {
  /** Always `retry`. */
  readonly type: 'retry';
  /** Number of the attempt that failed. */
  readonly attempt: number;
  /** Length of the wait, in whole milliseconds. */
  readonly delayMs: number;
}

/** A call ended. Sent exactly once per call. */
export interface CallEndEvent extends EventOfCall, FailureDetails {
  /** Always `call-end`. */
  readonly type: 'call-end';
  /** Number of attempts made. */
  readonly attempts: number;
  /** `success`, `failure`, or `aborted` by your signal. `users.ensure` also succeeds if the user already exists. */
  readonly outcome: 'success' | 'failure' | 'aborted';
  /** After a failure: whether the call may have taken effect at P100. */
  readonly mayHaveTakenEffect?: boolean;
  /** Duration of the call, in whole milliseconds. */
  readonly durationMs: number;
}

/** What `onEvent` receives. Safe to log: events contain no bodies, no keys and no text of a response. */
export type P100Event = CallStartEvent | AttemptStartEvent | AttemptEndEvent | RetryEvent | CallEndEvent;
