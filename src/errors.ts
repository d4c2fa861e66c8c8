import type { ErrorCode } from './generated/schemas.js';

/** Marks the errors of this package. Symbol.for, so that those of a second copy of the package are recognised too. */
export const brand = Symbol.for('p100-partner-sdk.error');

/** What every error says about the call that failed. */
export interface CallFacts {
  readonly operation: string;
  readonly attempts: number;
  readonly retryable: boolean;
  readonly cause?: Error | undefined;
}

/**
 * What every failure of this package is, so that one `catch` is enough. It holds neither the key nor the request,
 * so it is safe to log.
 */
export class P100Error<Facts extends CallFacts = CallFacts> extends Error {
  /** The operation that failed, such as `createUser`; `createP100Client` where no call was made. */
  declare readonly operation: string;
  /** How many times the request was tried. */
  declare readonly attempts: number;
  /** Whether the same call can be made again without harm and with some hope. */
  declare readonly retryable: boolean;
  /** P100's `errorCode`; only a P100ApiError can have one. */
  declare readonly code?: ErrorCode | undefined;

  constructor(message: string, known: NoInfer<Facts>) {
    const { cause, ...facts }: CallFacts = known;
    super(`${facts.operation} ${message}`, cause && { cause });
    Object.assign(this, facts);
  }

  override get name(): string {
    return 'P100Error';
  }

  get [brand](): true {
    return true;
  }

  /** All fields as plain data, without stack and cause. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...(this as object) };
  }
}

/** An option or argument is wrong. The message names it and says what to do. Nothing was sent. */
export class P100ConfigError extends P100Error {
  declare readonly code?: undefined;
  constructor(message: string, operation = 'createP100Client', cause?: Error) {
    super(`cannot start: ${message}`, { operation, attempts: 0, retryable: false, cause });
  }

  override get name(): 'P100ConfigError' {
    return 'P100ConfigError';
  }
}

/** The parts of an answer that an API error is made of. */
export interface ApiErrorFacts<Code> extends CallFacts {
  readonly status: number;
  readonly code: Code;
  readonly errorName?: string | undefined;
  readonly errorMessage?: string | undefined;
}

/** P100 refused the call. Codes without a class of their own arrive as this class. */
export class P100ApiError<
  Code extends ErrorCode | undefined = ErrorCode | undefined,
  Facts extends ApiErrorFacts<Code> = ApiErrorFacts<Code>,
> extends P100Error<Facts> {
  /** HTTP status: 400 with every code of `users.create`, also with P500 and P501. */
  declare readonly status: number;
  /** P100's `errorCode`; absent from a 401, which has none. */
  declare readonly code: Code;
  /** P100's `errorName`, where it sent one. */
  declare readonly errorName: string | undefined;
  /** P100's `errorMessage`, where it sent one: for your logs, not for end users. At most 8 KiB. */
  declare readonly errorMessage: string | undefined;

  override get name(): string {
    return 'P100ApiError';
  }
}

/** Why a key was refused. `unknown`: the answer did not say. */
export type AuthenticationReason = 'missing-key' | 'wrong-key' | 'address-not-allowed' | 'unknown';

interface AuthenticationFacts extends ApiErrorFacts<undefined> {
  readonly reason: AuthenticationReason;
}

/** HTTP 401: the key is missing, wrong, or used from an address that is not allowed. */
export class AuthenticationError extends P100ApiError<undefined, AuthenticationFacts> {
  /** Why, where the answer said it. */
  declare readonly reason: AuthenticationReason;

  override get name(): 'AuthenticationError' {
    return 'AuthenticationError';
  }
}

/** P403: a field is missing or not accepted. */
export class ValidationError extends P100ApiError<'P403'> {
  /** The single failures, split out of `errorMessage`. */
  readonly issues: string[];

  constructor(message: string, facts: ApiErrorFacts<'P403'>) {
    super(message, facts);
    this.issues = facts.errorMessage?.split(/\.(?:\s+|$)/).filter(Boolean) ?? [];
  }

  override get name(): 'ValidationError' {
    return 'ValidationError';
  }
}

interface UserExistsFacts extends ApiErrorFacts<'P411'> {
  readonly possiblyCreatedByThisCall: boolean;
}

/** P411: the `externalUserId` is taken. */
export class UserExistsError extends P100ApiError<'P411', UserExistsFacts> {
  /**
   * Whether an earlier attempt of this same call got no clear answer. If so it may be that attempt which created the
   * user, and not somebody before.
   */
  declare readonly possiblyCreatedByThisCall: boolean;

  override get name(): 'UserExistsError' {
    return 'UserExistsError';
  }
}

/** P431: P100 does not serve this country. */
export class ForbiddenCountryError extends P100ApiError<'P431'> {
  override get name(): 'ForbiddenCountryError' {
    return 'ForbiddenCountryError';
  }
}

/** P500: P100 failed in a way that it does not know. Whether the call took effect is open. */
export class UnknownExceptionError extends P100ApiError<'P500'> {
  override get name(): 'UnknownExceptionError' {
    return 'UnknownExceptionError';
  }
}

/** P501: P100 is not available for now. */
export class ServiceUnavailableError extends P100ApiError<'P501'> {
  override get name(): 'ServiceUnavailableError' {
    return 'ServiceUnavailableError';
  }
}

/**
 * What is wrong with an answer. `not-json`: not the JSON that the description promises. `truncated`: the body broke
 * off or could not be unpacked. `redirect`: it points elsewhere, where neither key nor body are sent. `too-large`:
 * more than 10 MiB. `undescribed-status`: a status that the description does not have.
 */
export type ResponseReason = 'not-json' | 'truncated' | 'redirect' | 'too-large' | 'undescribed-status';

interface ResponseFacts extends CallFacts {
  readonly status: number;
  readonly reason: ResponseReason;
}

/** Something answered in a way that is not P100's: often a proxy, a gateway or an error page. */
export class P100ResponseError extends P100Error<ResponseFacts> {
  declare readonly code?: undefined;
  /** HTTP status; 0 where the runtime hides it. */
  declare readonly status: number;
  /** What is wrong with the answer. */
  declare readonly reason: ResponseReason;

  override get name(): 'P100ResponseError' {
    return 'P100ResponseError';
  }
}

interface ConnectionFacts extends CallFacts {
  readonly sent: 'no' | 'unknown';
}

/** There was no answer. */
export class P100ConnectionError extends P100Error<ConnectionFacts> {
  declare readonly code?: undefined;
  /** `no`: the request never left. `unknown`: it may have arrived and taken effect. */
  declare readonly sent: 'no' | 'unknown';

  override get name(): 'P100ConnectionError' {
    return 'P100ConnectionError';
  }
}

interface TimeoutFacts extends CallFacts {
  readonly scope: 'attempt' | 'deadline';
}

/** A time limit passed. The request may have arrived and taken effect. */
export class P100TimeoutError extends P100Error<TimeoutFacts> {
  declare readonly code?: undefined;
  /** Which limit: `timeoutMs` of one attempt, or `deadlineMs` of the whole call. */
  declare readonly scope: 'attempt' | 'deadline';

  override get name(): 'P100TimeoutError' {
    return 'P100TimeoutError';
  }
}

/** The class of each code that has one. */
export const errorClasses = {
  P403: ValidationError,
  P411: UserExistsError,
  P431: ForbiddenCountryError,
  P500: UnknownExceptionError,
  P501: ServiceUnavailableError,
} as const;
