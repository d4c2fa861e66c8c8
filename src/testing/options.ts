import type {
  Balances,
  CreatedUser,
  CreatedUserWithoutKyc,
  CreateUserRequest,
  CreateUserWithoutKycRequest,
} from '../generated/schemas.js';
import type { FakeWebhook } from './webhooks.js';

/** A user that the fake has stored. */
export interface FakeUser {
  /** What the user was created with. */
  readonly request: Readonly<CreateUserRequest | CreateUserWithoutKycRequest>;
  /** What the call that created the user returned. */
  readonly user: Readonly<CreatedUser | CreatedUserWithoutKyc>;
  /**
   * What `users.getBalances` returns now. P100 does not document what it returns for a user without KYC; the fake returns
   * the crypto balances.
   */
  readonly balances: Readonly<Balances>;
  /** Whether `activateUser` was called. */
  readonly active: boolean;
}

/** A user who exists from the start. What you leave out comes from P100's example request. */
export interface FakeUserSeed extends Partial<Readonly<CreateUserRequest>> {
  /** Your own id of the user. */
  readonly externalUserId: string;
  /** Whether the user is active, with an IBAN. Default: false. */
  readonly active?: boolean;
}

/** What the fake accepts and how it responds. */
export interface FakeP100Options {
  /** The accepted keys; every other one gets 401 with `xo2`. Default: every key is accepted. */
  readonly apiKeys?: readonly string[];
  /** The countries that are refused with P431, as `country` spells them. P100's list is not documented. Default: none. */
  readonly forbiddenCountries?: readonly string[];
  /** The countries whose users get `poaRequired: true`. P100's list is not documented. Default: none. */
  readonly poaRequiredCountries?: readonly string[];
  /** Users who exist from the start. Default: none. */
  readonly users?: readonly FakeUserSeed[];
  /** Where the fake sends webhooks. Default: nowhere. */
  readonly webhook?: FakeWebhook;
}
