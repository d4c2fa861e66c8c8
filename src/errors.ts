import type { ErrorCode } from './generated/schemas.js';

/** Marks the errors of this package. `Symbol.for`, so that errors of another copy of the package are recognised too. */
export const brand = Symbol.for('p100-partner-sdk.error');

const inspectSymbol = Symbol.for('nodejs.util.inspect.custom');

/** The fields of every error. Some classes have more. */
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
 * Base class of all errors of this package. Every failure is a `P100Error`, except an abort, which rejects with your
 * signal's reason, and an error that your own middleware throws. Use `isP100Error` rather than `instanceof`.
 *
 * It is safe to log: `message`, `stack`, `cause`, `toJSON()` and `util.inspect` show only text of this package, names
 * and codes of the API, codes of system errors, and a few response headers. They never show your key, what you sent, or
 * the text of a response.
 */
export class P100Error extends Error {
  declare readonly name: string;
  /** Id of the operation that failed, such as `createUser`, or the name of the function, such as `createP100Client`. */
  declare readonly operation: string;
  /** Number of attempts made. 0 if the call failed before its first attempt. */
  declare readonly attempts: number;
  /** True if repeating the call is safe and may succeed. */
  declare readonly retryable: boolean;
  /**
   * Whether the call may have taken effect at P100. `false` only if that is certain for all attempts: if one attempt
   * times out and the next is refused, it is `true`.
   */
  declare readonly mayHaveTakenEffect: boolean;
  /**
   * Headers that help with support requests, of the response that caused this error, by lower-case name: `date`,
   * `server`, `via`, `retry-after`, `content-type`, `x-request-id`, `cf-ray`, `traceparent`. Absent if there was none.
   */
  declare readonly headers?: Readonly<Record<string, string>> | undefined;
  /** P100's `errorCode`, such as `P411`. Only a {@link P100ApiError} can have one. */
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

  /** What `console.log` shows. Without this, `util.inspect` could call the getters, which return private text. */
  [inspectSymbol](_depth: number, options: object, inspect: (value: unknown, options: object) => string): string {
    const { stack = `${this.name}: ${this.message}`, cause } = this;
    const plain = Object.assign(new Error(this.message), { ...(this as object) });
    for (const [field, value] of Object.entries({ stack, cause })) {
      if (value !== undefined) Object.defineProperty(plain, field, { value, enumerable: false });
    }
    return inspect(plain, options);
  }
}

/** An option or argument is wrong, or the `apiKey` function failed. The message says what to do. Nothing was sent. */
export class P100ConfigError extends P100Error {
  declare readonly name: 'P100ConfigError';
  declare readonly code?: undefined;

  constructor(message: string, operation = 'createP100Client', method = operation) {
    const facts = { operation, attempts: 0, retryable: false, mayHaveTakenEffect: false };
    super(`${method}: ${message}`, facts);
  }
}

/** P100 responded with an error code or with 401. Some codes have a subclass; all others arrive as this class. */
export class P100ApiError<Code extends ErrorCode | undefined = ErrorCode | undefined> extends P100Error {
  /** HTTP status. P100 sends most codes with 400, even the transient `P500` and `P501`. */
  declare readonly status: number;
  /** P100's `errorCode`. A 401 has none. */
  declare readonly code: Code;
  /** P100's `errorName`, such as `user-exists`, if it sent one that consists of lower-case words and hyphens. */
  declare readonly errorName?: string | undefined;
  readonly #errorMessage: string | undefined;

  constructor(message: string, facts: CallFacts, errorMessage: string | undefined) {
    super(message, facts);
    this.#errorMessage = errorMessage;
  }

  /**
   * P100's `errorMessage`, if it sent one, cut to 8192 characters. It may repeat what you sent, so loggers and
   * `util.inspect` do not show it. P100 advises against showing it to end users.
   */
  get errorMessage(): string | undefined {
    return this.#errorMessage;
  }
}

/** Why authentication failed. `address-not-allowed`: P100 does not allow your IP address. `unknown`: P100 did not say. */
export type AuthenticationReason = 'missing-key' | 'wrong-key' | 'address-not-allowed' | 'unknown';

/** HTTP 401: the key is missing, wrong, or used from an IP address that is not allow-listed. */
export class AuthenticationError extends P100ApiError<undefined> {
  declare readonly name: 'AuthenticationError';

  /** Why authentication failed. */
  declare readonly reason: AuthenticationReason;
}

/** `P403`: a field is missing or its value is not accepted. */
export class ValidationError extends P100ApiError<'P403'> {
  declare readonly name: 'ValidationError';

  /** Names of the documented fields that P100's message mentions; empty for `request`. Safe to log. */
  declare readonly fields: readonly string[];

  /** The individual failures in `errorMessage`. They may repeat what you sent, so loggers do not show them. */
  get issues(): string[] {
    return this.errorMessage?.split(/\.(?:\s+|$)/).filter(Boolean) ?? [];
  }
}

/** `P411`: the `externalUserId` is taken. */
export class UserExistsError extends P100ApiError<'P411'> {
  declare readonly name: 'UserExistsError';

  /** Whether an earlier attempt of this call had an unknown outcome and so may have created the user. */
  declare readonly possiblyCreatedByThisCall: boolean;
}

/** `P431`: P100 refuses the user's country or citizenship. Which of the two decides is not documented. */
export class ForbiddenCountryError extends P100ApiError<'P431'> {
  declare readonly name: 'ForbiddenCountryError';
}

/** `P500`: P100 reported an unknown exception. The call may have taken effect. */
export class UnknownExceptionError extends P100ApiError<'P500'> {
  declare readonly name: 'UnknownExceptionError';
}

/** `P501`: P100 is temporarily unavailable. The call may have taken effect. */
export class ServiceUnavailableError extends P100ApiError<'P501'> {
  declare readonly name: 'ServiceUnavailableError';
}

/**
 * What is wrong with a response.
 *
 * - `rate-limited`: 429.
 * - `server-error`: 408 or 5xx from P100 or from a gateway in front of it.
 * - `redirect`: 3xx. The client does not follow it, because that could send the key and the body to another host.
 * - `truncated`: the body ended early or could not be decompressed.
 * - `too-large`: the body is larger than 2 MiB.
 * - `not-json`: the body is not the documented JSON.
 * - `undescribed-status`: a status that is not documented.
 */
export type ResponseReason =
  | 'rate-limited'
  | 'server-error'
  | 'redirect'
  | 'truncated'
  | 'too-large'
  | 'not-json'
  | 'undescribed-status';

/** The response is not one that P100 documents. It often comes from a proxy or a gateway. */
export class P100ResponseError extends P100Error {
  declare readonly name: 'P100ResponseError';
  declare readonly code?: undefined;
  /** HTTP status; 0 if the runtime hides it, as browsers do for redirects. */
  declare readonly status: number;
  /** What is wrong with the response. */
  declare readonly reason: ResponseReason;
  /** How long the server asked you to wait, in milliseconds, if it sent a valid `Retry-After`. */
  declare readonly retryAfterMs?: number | undefined;
}

/** The connection could not be opened, or it broke. `cause.code` is the system's error code, if it is a known one. */
export class P100ConnectionError extends P100Error {
  declare readonly name: 'P100ConnectionError';
  declare readonly code?: undefined;
}

/** There was no complete response within a time limit. */
export class P100TimeoutError extends P100Error {
  declare readonly name: 'P100TimeoutError';
  declare readonly code?: undefined;
  /** Which limit: `timeoutMs` of one attempt, or `deadlineMs` of the whole call. */
  declare readonly scope: 'attempt' | 'deadline';
}

// On the prototypes, so that loggers do not print `name` as a field. Spelled out, because bundlers rename classes.
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
