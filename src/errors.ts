import type { ErrorCode } from './generated/schemas.js';

/** Marks the errors of this package. `Symbol.for`, so that errors of a second copy of the package are recognised too. */
export const brand = Symbol.for('p100-partner-sdk.error');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

/** What every error says about the call that failed. Some classes say more. */
export interface CallFacts {
  readonly [more: string]: unknown;
  readonly operation: string;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly mayHaveTakenEffect: boolean;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: Error | undefined;
}

/**
 * Every failure of this package is one, so a single `catch` is enough.
 *
 * It is safe to log: `message`, `stack`, `cause`, `toJSON()` and `util.inspect` hold only words of this package, names
 * and codes that the description knows, and codes of system errors. They never hold your key, what you sent, or text
 * that P100 or a proxy wrote.
 */
export class P100Error extends Error {
  declare readonly name: string;
  /** Id of the operation that failed, such as `createUser`; `createP100Client` if no call was made. */
  declare readonly operation: string;
  /** How many attempts were made. */
  declare readonly attempts: number;
  /** True if repeating the call is safe and may succeed. */
  declare readonly retryable: boolean;
  /**
   * Whether P100 may have done what the call asked for. `false` only if that is certain over all attempts of the call:
   * a refusal that follows an attempt with an unknown outcome says `true`.
   */
  declare readonly mayHaveTakenEffect: boolean;
  /**
   * Headers of the last response that help with support requests, by name in lower case: `date`, `server`, `via`,
   * `retry-after`, `content-type`, `x-request-id`, `cf-ray`, `traceparent`. Absent if there was no response.
   */
  declare readonly headers?: Readonly<Record<string, string>> | undefined;
  /** P100's `errorCode`. Only a {@link P100ApiError} can have one. */
  declare readonly code?: ErrorCode | undefined;

  constructor(message: string, { cause, headers, ...facts }: CallFacts) {
    super(message, cause && { cause });
    Object.assign(this, facts, headers && { headers });
  }

  get [brand](): true {
    return true;
  }

  /** All fields as plain data, without `stack` and `cause`. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }

  /** What `console.log` shows. `util.inspect` would call getters if asked to show hidden properties. */
  [inspectSymbol](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const { stack = `${this.name}: ${this.message}`, cause } = this;
    const plain = Object.assign(new Error(this.message), { ...(this as object) });
    for (const [field, value] of Object.entries({ stack, cause })) {
      if (value !== undefined) Object.defineProperty(plain, field, { value, enumerable: false });
    }
    return inspect(plain, options);
  }
}

/** An option or argument is wrong. The message names it and says what to do. Nothing was sent. */
export class P100ConfigError extends P100Error {
  declare readonly name: 'P100ConfigError';
  declare readonly code?: undefined;

  constructor(message: string, operation = 'createP100Client', method = operation) {
    const facts = { operation, attempts: 0, retryable: false, mayHaveTakenEffect: false };
    super(`${method}: ${message}`, facts);
  }
}

/** P100 refused the call. Codes without a class of their own use this class. */
export class P100ApiError<Code extends ErrorCode | undefined = ErrorCode | undefined> extends P100Error {
  /** HTTP status. P100 sends most codes with 400, also the transient `P500` and `P501`. */
  declare readonly status: number;
  /** P100's `errorCode`. A 401 has none. */
  declare readonly code: Code;
  /** P100's `errorName`, if it sent one that is made of lower-case words and hyphens. */
  declare readonly errorName?: string | undefined;
  readonly #errorMessage: string | undefined;

  constructor(message: string, facts: CallFacts, errorMessage: string | undefined) {
    super(message, facts);
    this.#errorMessage = errorMessage;
  }

  /**
   * P100's `errorMessage`, if it sent one, at most 8 192 characters. It may repeat what you sent, so neither loggers
   * nor `util.inspect` see it. P100 advises against showing it to end users.
   */
  get errorMessage(): string | undefined {
    return this.#errorMessage;
  }
}

/** Why authentication failed. `unknown`: the response did not say. */
export type AuthenticationReason = 'missing-key' | 'wrong-key' | 'address-not-allowed' | 'unknown';

/** HTTP 401: the key is missing, wrong, or used from an address that is not allowed. */
export class AuthenticationError extends P100ApiError<undefined> {
  declare readonly name: 'AuthenticationError';

  /** Why, if the response said so. */
  declare readonly reason: AuthenticationReason;
}

/** A field is missing or not accepted. */
export class ValidationError extends P100ApiError<'P403'> {
  declare readonly name: 'ValidationError';

  /** The described request fields that P100's message names. Safe to log. */
  declare readonly fields: readonly string[];

  /** The single failures, split out of `errorMessage`. They may repeat what you sent, so loggers do not see them. */
  get issues(): string[] {
    return this.errorMessage?.split(/\.(?:\s+|$)/).filter(Boolean) ?? [];
  }
}

/** The `externalUserId` is taken. */
export class UserExistsError extends P100ApiError<'P411'> {
  declare readonly name: 'UserExistsError';

  /** Whether an earlier attempt of this same call got no clear response and so may have created the user. */
  declare readonly possiblyCreatedByThisCall: boolean;
}

/** P100 refused the user because of a country. Whether `country` or `citizenship` decides is not documented. */
export class ForbiddenCountryError extends P100ApiError<'P431'> {
  declare readonly name: 'ForbiddenCountryError';
}

/** P100 reported an unknown exception. The call may have taken effect. */
export class UnknownExceptionError extends P100ApiError<'P500'> {
  declare readonly name: 'UnknownExceptionError';
}

/** P100 is temporarily unavailable. The call may have taken effect. */
export class ServiceUnavailableError extends P100ApiError<'P501'> {
  declare readonly name: 'ServiceUnavailableError';
}

/**
 * What is wrong with a response.
 *
 * - `rate-limited`: 429.
 * - `server-error`: 408 or 5xx from P100 or from a gateway in front of it.
 * - `redirect`: it points elsewhere. The client does not follow it, because the key and the body would go along.
 * - `truncated`: the body ended early or could not be decompressed.
 * - `too-large`: the body is larger than 2 MiB.
 * - `not-json`: not the JSON that the description promises.
 * - `undescribed-status`: a status that the description does not have.
 */
export type ResponseReason =
  | 'rate-limited'
  | 'server-error'
  | 'redirect'
  | 'truncated'
  | 'too-large'
  | 'not-json'
  | 'undescribed-status';

/** The response is not one that the description has: often from a proxy or a gateway. */
export class P100ResponseError extends P100Error {
  declare readonly name: 'P100ResponseError';
  declare readonly code?: undefined;
  /** HTTP status; 0 if the runtime hides it. */
  declare readonly status: number;
  /** What is wrong with the response. */
  declare readonly reason: ResponseReason;
  /** Milliseconds that the server asked to wait, if it sent a valid `Retry-After`. */
  declare readonly retryAfterMs?: number | undefined;
}

/** There was no response. */
export class P100ConnectionError extends P100Error {
  declare readonly name: 'P100ConnectionError';
  declare readonly code?: undefined;
}

/** A time limit passed. */
export class P100TimeoutError extends P100Error {
  declare readonly name: 'P100TimeoutError';
  declare readonly code?: undefined;
  /** Which limit: `timeoutMs` of one attempt, or `deadlineMs` of the whole call. */
  declare readonly scope: 'attempt' | 'deadline';
}

// On the prototypes, so that the name is no field that loggers print. Spelt out, because bundlers rename classes.
const classes = {
  P100Error,
  P100ConfigError,
  P100ApiError,
  AuthenticationError,
  ValidationError,
  UserExistsError,
  ForbiddenCountryError,
  UnknownExceptionError,
  ServiceUnavailableError,
  P100ResponseError,
  P100ConnectionError,
  P100TimeoutError,
};
for (const [name, { prototype }] of Object.entries(classes)) Object.defineProperty(prototype, 'name', { value: name });
