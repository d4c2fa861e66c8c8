// Generated from openapi/ by `npm run generate`. Do not edit.

import type { CallOptions, EnsureOutcome, Operation } from '../operation.js';
import type { CreateUserRequest, CreatedUser } from './schemas.js';

/**
 * Addresses of the API by environment.
 */
export const servers = { staging: 'https://partner-api-stage.p100.io', production: 'https://partner-api.p100.io' } as const;

/**
 * Header that carries the key.
 */
export const keyHeader = 'x-api-key';

/**
 * What the client has to know of each operation.
 */
export const operations: readonly Operation[] = [
  {
    id: 'createUser',
    method: 'POST',
    path: '/v1/user/balances/crypto-and-fiat',
    resource: 'users',
    name: 'create',
    policy: 'unique-key',
    body: true,
    loggable: ['externalUserId', 'country', 'citizenship', 'documentType'],
    answers: { 201: 'object', 400: 'object', 401: 'any' },
    codes: ['P403', 'P411', 'P431', 'P500', 'P501'],
    ensure: { method: 'ensure', existsCode: 'P411', resultName: 'user' },
  },
];

/**
 * How parameters get into a request; undefined while no operation has any.
 */
export const parameterRules: import('../parameters.js').ParameterRules | undefined = undefined;

/**
 * Operations on users.
 */
export interface UsersResource {
  /**
   * Create a user account and generate its balances.
   *
   * Opens an account with full KYC for one of your customers and provisions its fiat and crypto balances in the same step.
   *
   * You name the user with `externalUserId`, which has to be unique: using one a second time is refused with `P411`.
   *
   * Every fiat balance starts out waiting for activation. To activate fiat services, the user has to complete identity verification successfully, through P100's "Add User Verification" endpoint. When the user comes from a country that asks for a proof of address (POA), the answer says `"poaRequired": true`.
   *
   * Rate limits and an idempotency header are not documented. What makes a repeated call harmless is the unique `externalUserId`.
   *
   * @param body - The customer for whom the account is opened.
   * @param options - Limits, headers and further fields for this call.
   * @throws {@link ValidationError} P403, Validation error. A field is missing or has a value that is not accepted. Mend the request; `errorMessage` names the fields.
   * @throws {@link UserExistsError} P411, User exists. The `externalUserId` is taken. The user was created earlier, so look up your own record of it.
   * @throws {@link ForbiddenCountryError} P431, Forbidden country. P100 does not serve this country. Tell the customer; a repeated call is refused again.
   * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and it is open whether the user was created. Repeat the call with the same `externalUserId`.
   * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is not available for now. Repeat the call later with the same `externalUserId`.
   * @throws {@link P100Error} for every other failure; the signal's own reason after an abort.
   */
  create(body: CreateUserRequest, options?: CallOptions<CreateUserRequest>): Promise<CreatedUser>;

  /**
   * Like `create`, for what may exist already: `P411` is an answer here and not an error.
   *
   * Answers `{ created: true, user }`, or `{ created: false }` where it existed before or an earlier attempt of this call may have created it. Safe to repeat.
   *
   * @param body - The customer for whom the account is opened.
   * @param options - Limits, headers and further fields for this call.
   * @throws {@link ValidationError} P403, Validation error. A field is missing or has a value that is not accepted. Mend the request; `errorMessage` names the fields.
   * @throws {@link ForbiddenCountryError} P431, Forbidden country. P100 does not serve this country. Tell the customer; a repeated call is refused again.
   * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and it is open whether the user was created. Repeat the call with the same `externalUserId`.
   * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is not available for now. Repeat the call later with the same `externalUserId`.
   * @throws {@link P100Error} for every other failure; the signal's own reason after an abort.
   */
  ensure(body: CreateUserRequest, options?: CallOptions<CreateUserRequest>): Promise<EnsureOutcome<'user', CreatedUser>>;
}

/**
 * The operations by resource.
 */
export interface Resources {
  /**
   * Operations on users.
   */
  readonly users: UsersResource;
}
