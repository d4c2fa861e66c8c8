import {
  type AuthenticationError,
  type AuthenticationReason,
  type ForbiddenCountryError,
  isP100Error,
  type P100ApiError,
  type P100ConfigError,
  P100ConnectionError,
  P100Error,
  type P100ResponseError,
  type P100TimeoutError,
  type ServiceUnavailableError,
  type UnknownExceptionError,
  type UserExistsError,
  type ValidationError,
} from 'p100-partner-sdk';
import { describe, expectTypeOf, it } from 'vitest';

declare const error: unknown;

type WithoutCode = AuthenticationError | P100ConfigError | P100ResponseError | P100ConnectionError | P100TimeoutError;

describe('switch (error.code)', () => {
  it('narrows to the class of each code', () => {
    if (!isP100Error(error)) return;
    switch (error.code) {
      case 'P403':
        return expectTypeOf(error).toEqualTypeOf<ValidationError>();
      case 'P411':
        return expectTypeOf(error).toEqualTypeOf<UserExistsError>();
      case 'P431':
        return expectTypeOf(error).toEqualTypeOf<ForbiddenCountryError>();
      case 'P500':
        return expectTypeOf(error).toEqualTypeOf<UnknownExceptionError>();
      case 'P501':
        return expectTypeOf(error).toEqualTypeOf<ServiceUnavailableError>();
      case undefined:
        return expectTypeOf(error).toEqualTypeOf<WithoutCode>();
      default:
        return expectTypeOf(error).toExtend<P100ApiError>();
    }
  });

  it('takes a code that the description does not have', () => {
    if (!isP100Error(error)) return;
    switch (error.code) {
      case 'P412':
        return expectTypeOf(error).toExtend<P100ApiError>();
      case 'P411':
        return expectTypeOf(error.possiblyCreatedByThisCall).toBeBoolean();
    }
  });

  it('refuses what is not a code', () => {
    if (!isP100Error(error)) return;
    // @ts-expect-error
    if (error.code === 'user-exists') return;
    // @ts-expect-error
    if (error.code === 411) return;
  });

  it('has the fields of one class only on that class', () => {
    if (!isP100Error(error)) return;
    // @ts-expect-error
    error.possiblyCreatedByThisCall;
    if (error.code === 'P403') expectTypeOf(error.issues).toEqualTypeOf<string[]>();
    // @ts-expect-error
    if (error.code === 'P431') error.issues;
  });
});

describe('switch (error.name)', () => {
  it('narrows to each class', () => {
    if (!isP100Error(error)) return;
    switch (error.name) {
      case 'AuthenticationError':
        return expectTypeOf(error.reason).toEqualTypeOf<AuthenticationReason>();
      case 'P100ConnectionError':
        return expectTypeOf(error.mayHaveTakenEffect).toBeBoolean();
      case 'P100TimeoutError':
        return expectTypeOf(error.scope).toEqualTypeOf<'attempt' | 'deadline'>();
      case 'P100ApiError':
        return expectTypeOf(error.status).toBeNumber();
      case 'UserExistsError':
        return expectTypeOf(error).toEqualTypeOf<UserExistsError>();
    }
  });
});

describe('isP100Error', () => {
  it('narrows to what every error has', () => {
    if (!isP100Error(error)) return;
    expectTypeOf(error).toExtend<P100Error>();
    expectTypeOf(error.retryable).toBeBoolean();
    expectTypeOf(error.attempts).toBeNumber();
  });

  it('narrows to the class of a code', () => {
    if (isP100Error(error, 'P411')) expectTypeOf(error).toEqualTypeOf<UserExistsError>();
    if (isP100Error(error, 'P403')) expectTypeOf(error).toEqualTypeOf<ValidationError>();
    if (isP100Error(error, 'P412')) expectTypeOf(error).toEqualTypeOf<P100ApiError<'P412'>>();
    if (isP100Error(error, 'P999')) expectTypeOf(error).toEqualTypeOf<P100ApiError<'P999'>>();
  });

  it('refuses what is not a code', () => {
    // @ts-expect-error: the name of a class
    isP100Error(error, 'UserExistsError');
    // @ts-expect-error: lower case
    isP100Error(error, 'p411');
  });
});

describe('instanceof', () => {
  it('gives every error a code', () => {
    if (error instanceof P100Error && error.code === 'P412') return;
    if (error instanceof P100ConnectionError) expectTypeOf(error.mayHaveTakenEffect).toBeBoolean();
  });
});
