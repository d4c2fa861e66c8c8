// Generated from openapi/ by `npm run generate`. Do not edit.

import type { P100ApiError, P100Error } from '../errors.js';
import type { Caller, CallOptions, EnsureOutcome } from '../operation.js';
import {
  createUser,
} from './operations.js';
import type { CreatedUser, CreateUserRequest } from './types.js';

/**
 * Makes the methods of {@link UsersResource}.
 */
export function createUsersResource(caller: Caller) {
  return {
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
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P403, Validation error. A field is missing or has a value that is not accepted. Mend the request; `errorMessage` names the fields.
     * @throws {@link P100ApiError} P411, User exists. The `externalUserId` is taken. The user was created earlier, so look up your own record of it.
     * @throws {@link P100ApiError} P431, Forbidden country. P100 does not serve this country. Tell the customer; a repeated call is refused again.
     * @throws {@link P100ApiError} P500, Unknown exception. P100 failed, and it is open whether the user was created. Repeat the call with the same `externalUserId`.
     * @throws {@link P100ApiError} P501, Service temporarily unavailable. P100 is not available for now. Repeat the call later with the same `externalUserId`.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.users.create(body);
     */
    create: (body: CreateUserRequest, options?: CallOptions<CreateUserRequest>): Promise<CreatedUser> =>
      caller.call(createUser, { body }, options),

    /**
     * Like `create`, but does not throw if P100 responds with `P411`.
     *
     * Returns `{ created: true, user }` if this call created it. Returns `{ created: false }` if it exists already; `possiblyCreatedByThisCall` then says whether an earlier attempt of this same call may have created it. Safe to repeat.
     *
     * @param body - The customer for whom the account is opened.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P403, Validation error. A field is missing or has a value that is not accepted. Mend the request; `errorMessage` names the fields.
     * @throws {@link P100ApiError} P431, Forbidden country. P100 does not serve this country. Tell the customer; a repeated call is refused again.
     * @throws {@link P100ApiError} P500, Unknown exception. P100 failed, and it is open whether the user was created. Repeat the call with the same `externalUserId`.
     * @throws {@link P100ApiError} P501, Service temporarily unavailable. P100 is not available for now. Repeat the call later with the same `externalUserId`.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const outcome = await p100.users.ensure(body);
     * if (outcome.created) console.log(outcome.user);
     */
    ensure: (body: CreateUserRequest, options?: CallOptions<CreateUserRequest>): Promise<EnsureOutcome<'user', CreatedUser>> =>
      caller.ensure(createUser, { name: 'users.ensure', existsCode: 'P411', resultName: 'user' }, { body }, options),
  };
}

/**
 * Accounts of your customers, with their identity verified (KYC).
 */
export interface UsersResource extends ReturnType<typeof createUsersResource> {}

/**
 * The methods of the client, by resource.
 */
export interface Resources {
  /**
   * Accounts of your customers, with their identity verified (KYC).
   */
  readonly users: UsersResource;
}

/**
 * Makes all resources of a client.
 */
export const createResources = (caller: Caller): Resources => ({
  users: createUsersResource(caller),
});
