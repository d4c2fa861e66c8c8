export { createP100Client, type P100Client } from './client.js';
export {
  AuthenticationError,
  type AuthenticationReason,
  ForbiddenCountryError,
  P100ApiError,
  P100ConfigError,
  P100ConnectionError,
  P100Error,
  P100ResponseError,
  P100TimeoutError,
  type ResponseReason,
  ServiceUnavailableError,
  UnknownExceptionError,
  UserExistsError,
  ValidationError,
} from './errors.js';
export type { UsersResource } from './generated/operations.js';
export type * from './generated/schemas.js';
export { isP100Error } from './guard.js';
export type { Raw } from './openapi-fetch.js';
export type { CallOptions, EnsureOutcome } from './operation.js';
export type { ClientOptions, Environment, P100Event } from './options.js';
export type { Fetch, FetchAnswer, FetchInit } from './transport.js';
