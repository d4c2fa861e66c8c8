// Generated from openapi/ by `npm run generate`. Do not edit.

import { ForbiddenCountryError, ServiceUnavailableError, UnknownExceptionError, UserExistsError, ValidationError } from '../errors.js';

/**
 * The class of each error code that has one of its own. All other codes arrive as `P100ApiError`.
 */
export const errorClasses = {
  P403: ValidationError,
  P411: UserExistsError,
  P431: ForbiddenCountryError,
  P500: UnknownExceptionError,
  P501: ServiceUnavailableError,
} as const;
