import {
  type AuthenticationError,
  brand,
  type P100ApiError,
  type P100ConfigError,
  type P100ConnectionError,
  type P100ResponseError,
  type P100TimeoutError,
} from './errors.js';
import type { errorClasses } from './generated/error-classes.js';
import type { ErrorCode } from './generated/schemas.js';

/** A code that has a class of its own. */
type ListedCode = keyof typeof errorClasses;

/** The class of the error with this code. */
export type ErrorOfCode<Code extends ErrorCode> = Code extends ListedCode
  ? InstanceType<(typeof errorClasses)[Code]>
  : P100ApiError<Code>;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/**
 * The codes, `P` and digits, that are not listed. TypeScript cannot express "any string except P411", and with a plain
 * `string`, `case 'P411'` would not narrow. So this type is built digit by digit.
 */
type UnlistedCode<Start extends string = 'P'> = {
  [Next in Digit]: Extract<ListedCode, `${Start}${Next}${string}`> extends never
    ? `${Start}${Next}${string}`
    : `${Start}${Next}` extends ListedCode
      ? never
      : UnlistedCode<`${Start}${Next}`>;
}[Digit];

/** The codes that `isP100Error` accepts: the documented ones, which editors suggest, and any other `P` and digits. */
type AskedCode = KnownCode | (`P${number}` & {});

/** `ErrorCode` without the `string` that leaves the set open. */
type KnownCode = ErrorCode extends infer Code
  ? Code extends string
    ? string extends Code
      ? never
      : Code
    : never
  : never;

/** The union of all errors of this package, so that `switch (error.code)` and `switch (error.name)` narrow. */
export type SomeP100Error =
  | ErrorOfCode<ListedCode>
  | (P100ApiError<UnlistedCode> & { readonly name: 'P100ApiError' })
  | AuthenticationError
  | P100ConfigError
  | P100ResponseError
  | P100ConnectionError
  | P100TimeoutError;

/**
 * Whether a value is a `P100Error`; with a second argument, whether it has this code. Unlike `instanceof`, it also
 * works across two copies of the package.
 *
 * @example
 * if (isP100Error(error, 'P411')) console.log(error.possiblyCreatedByThisCall);
 */
export function isP100Error(error: unknown): error is SomeP100Error;
export function isP100Error<Code extends AskedCode>(error: unknown, code: Code): error is ErrorOfCode<Code>;
export function isP100Error(error: unknown, code?: string): boolean {
  const candidate = error as { [brand]?: boolean; code?: string } | null | undefined;
  return candidate?.[brand] === true && (code === undefined || candidate.code === code);
}
