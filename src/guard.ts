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

/** The error that a code arrives as. */
export type ErrorOfCode<Code extends ErrorCode> = Code extends ListedCode
  ? InstanceType<(typeof errorClasses)[Code]>
  : P100ApiError<Code>;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/**
 * The codes of P100's form, `P` and digits, that are not listed. TypeScript has no "any string but P411", and a plain
 * `string` beside the listed codes would keep `case 'P411'` from narrowing; so this goes digit by digit.
 */
type UnlistedCode<Start extends string = 'P'> = {
  [Next in Digit]: Extract<ListedCode, `${Start}${Next}${string}`> extends never
    ? `${Start}${Next}${string}`
    : `${Start}${Next}` extends ListedCode
      ? never
      : UnlistedCode<`${Start}${Next}`>;
}[Digit];

/** The codes that can be asked for: the described ones, which editors complete, and others of P100's form. */
type AskedCode = KnownCode | (`P${number}` & {});

/** `ErrorCode` without what makes it an open set. */
type KnownCode = ErrorCode extends infer Code
  ? Code extends string
    ? string extends Code
      ? never
      : Code
    : never
  : never;

/** Every error of this package, so that `switch (error.code)` and `switch (error.name)` narrow. */
export type SomeP100Error =
  | ErrorOfCode<ListedCode>
  | (P100ApiError<UnlistedCode> & { readonly name: 'P100ApiError' })
  | AuthenticationError
  | P100ConfigError
  | P100ResponseError
  | P100ConnectionError
  | P100TimeoutError;

/**
 * Whether a value is an error of this package, or one with this code. Works where `instanceof` does not: across two
 * copies of the package.
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
