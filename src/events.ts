import type { Outcome } from './pipeline/retry.js';

/** What all events of one call have in common. */
interface EventOfCall {
  /** The same for all events of a call, and different for each call. */
  readonly callId: string;
  /** The method that was called, such as `users.ensure`. */
  readonly method: string;
  /** Id of the operation in the description, such as `createUser`. */
  readonly operation: string;
  /** Host and port that the call is sent to. */
  readonly host: string;
}

/** Why something failed, without any text from outside. */
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
  /** Tells the events apart. */
  readonly type: 'call-start';
}

/** An attempt begins: a request is sent. */
export interface AttemptStartEvent extends EventOfCall {
  /** Tells the events apart. */
  readonly type: 'attempt-start';
  /** Number of the attempt, from 1. */
  readonly attempt: number;
}

/** An attempt ended. */
export interface AttemptEndEvent extends EventOfCall, FailureDetails {
  /** Tells the events apart. */
  readonly type: 'attempt-end';
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /**
   * `success`, or how the attempt failed: `not-sent`, `try-later` (429), `unknown` (it may have taken effect) or
   * `refused`. `aborted`: by your signal.
   */
  readonly outcome: 'success' | Outcome | 'aborted';
  /** Duration of the attempt, in whole milliseconds. */
  readonly durationMs: number;
}

/** The client waits before it makes another attempt. */
export interface RetryEvent extends EventOfCall {
  /** Tells the events apart. */
  readonly type: 'retry';
  /** Number of the attempt that failed. */
  readonly attempt: number;
  /** Length of the wait, in whole milliseconds. */
  readonly delayMs: number;
}

/** A call ended. Each call that began has exactly one. */
export interface CallEndEvent extends EventOfCall, FailureDetails {
  /** Tells the events apart. */
  readonly type: 'call-end';
  /** How many attempts were made. */
  readonly attempts: number;
  /** `success`, `failure`, or `aborted` by your signal. `users.ensure` succeeds also if the user exists already. */
  readonly outcome: 'success' | 'failure' | 'aborted';
  /** After a failure: whether P100 may have done what the call asked for. */
  readonly mayHaveTakenEffect?: boolean;
  /** Duration of the call, in whole milliseconds. */
  readonly durationMs: number;
}

/** Something that happened to a call. Safe to log: it holds neither bodies nor keys, nor text from outside. */
export type P100Event = CallStartEvent | AttemptStartEvent | AttemptEndEvent | RetryEvent | CallEndEvent;
