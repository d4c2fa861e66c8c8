// Generated from openapi/ by `npm run generate`. Do not edit.

import type { components } from './types.js';

/**
 * Undocumented. Look for `xo1`, `xo2` or `xo3` anywhere in the text and require nothing else.
 */
export type AccessDeniedBody = components['schemas']['AccessDeniedBody'];

/**
 * The fiat and crypto balances of one user.
 */
export type Balances = components['schemas']['Balances'];

/**
 * The new account and its balances.
 */
export type CreatedUser = components['schemas']['CreatedUser'];

/**
 * The customer and the identity document. The page states in words only that `externalUserId` is needed; all twelve fields stand in its example, and known integrations send all twelve, so all twelve are required here. Rules for lengths, formats and characters are not documented.
 */
export type CreateUserRequest = components['schemas']['CreateUserRequest'];

/**
 * A balance in one crypto currency.
 */
export type CryptoBalance = components['schemas']['CryptoBalance'];

/**
 * Currency of a crypto balance, in lower case. New ones can appear.
 */
export type CryptoCurrency = components['schemas']['CryptoCurrency'];

/**
 * How small a deposit may be on one network.
 */
export type DepositTerms = components['schemas']['DepositTerms'];

/**
 * Kind of an identity document. The page shows `ID_CARD`; the other values come from other documents of P100. New values can appear.
 */
export type DocumentType = components['schemas']['DocumentType'];

/**
 * Why a call was refused. Only `errorCode` is always there: `errorName` is absent from validation errors, and older revisions of the API leave `errorMessage` out. No request id and no structure for single fields is documented.
 */
export type ErrorBody = components['schemas']['ErrorBody'];

/**
 * Reason of a refusal. The numbers are not HTTP statuses. Other documents of P100 have further codes for other operations, and new ones can appear.
 */
export type ErrorCode = components['schemas']['ErrorCode'];

/**
 * A balance in one fiat currency.
 */
export type FiatBalance = components['schemas']['FiatBalance'];

/**
 * The page contradicts itself on the waiting status: its example says `WAITING_TO_BE_ACTIVATED`, its text `WAITING_FOR_ACTIVATION`. Both mean that the user has not been verified yet, so treat them alike. `ACTIVE` comes from other documents of P100. New values can appear.
 */
export type FiatBalanceStatus = components['schemas']['FiatBalanceStatus'];

/**
 * Currency of a fiat balance, in lower case. New ones can appear.
 */
export type FiatCurrency = components['schemas']['FiatCurrency'];

/**
 * How a coin can be moved on one network. Fees and minimums are in the coin.
 */
export type Network = components['schemas']['Network'];

/**
 * What a withdrawal costs on one network and how small it may be.
 */
export type WithdrawalTerms = components['schemas']['WithdrawalTerms'];
