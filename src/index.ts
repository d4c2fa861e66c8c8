export { classifyError, type ErrorClass } from './classify.js';
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
export type * from './events.js';
export type * from './generated/resources.js';
export type * from './generated/schemas.js';
export { isP100Error } from './guard.js';
export type { CallOptions, EnsureOutcome, ResponseMetadata } from './operation.js';
export type { ApiKey, ClientOptions, Environment } from './options.js';
export type { Fetch, FetchInit, FetchResponse } from './pipeline/fetch.js';
export type { Raw } from './raw.js';
export type { RequestMethod, RequestOptions } from './request.js';
