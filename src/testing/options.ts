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
  /** The request that created the user. */
  readonly request: Readonly<CreateUserRequest | CreateUserWithoutKycRequest>;
  /** The response to that request. */
  readonly user: Readonly<CreatedUser | CreatedUserWithoutKyc>;
  /**
   * What `users.getBalances` returns now. For a user without KYC this is not documented; the fake returns the crypto
   * balances.
   */
  readonly balances: Readonly<Balances>;
  /** Whether the user is active. */
  readonly active: boolean;
}

/** A user who exists from the start. Fields that you leave out come from P100's example request. */
export interface FakeUserSeed extends Partial<Readonly<CreateUserRequest>> {
  /** Your own id for the user. */
  readonly externalUserId: string;
  /**
   * Whether the user is active, with an IBAN.
   * @default false
   */
  readonly active?: boolean;
}

/** Options of `createFakeP100`. */
export interface FakeP100Options {
  /**
   * The accepted keys. Any other key gets 401 with `xo2`.
   * @default every key is accepted
   */
  readonly apiKeys?: readonly string[];
  /**
   * Values of `country` that are refused with P431, such as `PL`. We do not know P100's list.
   * @default none
   */
  readonly forbiddenCountries?: readonly string[];
  /**
   * Values of `country` whose users get `poaRequired: true`. P100's documents disagree on the list.
   * @default none
   */
  readonly poaRequiredCountries?: readonly string[];
  /**
   * Users who exist from the start.
   * @default none
   */
  readonly users?: readonly FakeUserSeed[];
  /**
   * Where the fake sends webhooks.
   * @default nowhere
   */
  readonly webhook?: FakeWebhook;
}
