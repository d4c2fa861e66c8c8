// Generated from openapi/ by `npm run generate`. Do not edit.

import type {
  ForbiddenCountryError,
  P100ApiError,
  P100ConfigError,
  P100Error,
  ServiceUnavailableError,
  UnknownExceptionError,
  UserExistsError,
  ValidationError,
} from '../errors.js';
import type { Caller, CallOptions, EnsureOutcome } from '../operation.js';
import {
  createUser,
  createUserWithoutKyc,
  getUserBalances,
  addProofOfAddress,
  getKycVerificationUrl,
  getPartnerBalances,
  createPartnerExchange,
  getPartnerSepaDepositInfo,
  getExchangeRates,
  createExchangeLock,
  createTransfer,
  getTransfer,
  getNetworkFee,
  createSepaTransfer,
  getSepaTransfer,
  createOrderLock,
  createOrder,
  getOrder,
  createCard,
  listCards,
} from './operations.js';
import type {
  AddProofOfAddressParameters,
  AddProofOfAddressRequest,
  Balances,
  CardList,
  CreateCardRequest,
  CreatedCard,
  CreatedExchange,
  CreatedOrder,
  CreatedSepaTransfer,
  CreatedTransfer,
  CreatedUser,
  CreatedUserWithoutKyc,
  CreateExchangeLockParameters,
  CreateOrderLockRequest,
  CreateOrderRequest,
  CreatePartnerExchangeRequest,
  CreateSepaTransferRequest,
  CreateTransferRequest,
  CreateUserRequest,
  CreateUserWithoutKycRequest,
  ExchangeLock,
  ExchangeRates,
  GetKycVerificationUrlParameters,
  GetNetworkFeeParameters,
  GetOrderParameters,
  GetSepaTransferParameters,
  GetTransferParameters,
  GetUserBalancesParameters,
  ListCardsParameters,
  NetworkFee,
  Order,
  OrderLock,
  SepaDepositInfo,
  SepaTransfer,
  Transfer,
} from './types.js';

/**
 * Creates the methods of {@link UsersResource}.
 */
export function createUsersResource(caller: Caller) {
  return {
    /**
     * Create a user account and generate its balances.
     *
     * Creates a new user with full KYC capabilities and provisions both fiat and crypto balances.
     *
     * Identify the user with your own unique `externalUserId`. Reusing one returns `P411`.
     *
     * Upon creation, all fiat balances are returned awaiting activation, with the status `WAITING_FOR_ACTIVATION` in P100's text and `WAITING_TO_BE_ACTIVATED` in P100's example. To activate fiat services, the user must successfully complete identity verification through P100's "Add User Verification" endpoint. If the user comes from a country that requires a proof of address (POA), the response includes `"poaRequired": true`.
     *
     * No document mentions an idempotency header, and P100's page on rate limits was not available. The unique `externalUserId` should make retries safe: after `P500`, `P501` or a lost response, the user may or may not have been created, and a retry with the same `externalUserId` returns the new user or `P411`. After a retry, `P411` may come from your own earlier attempt. This is our advice, not P100's; P100 does not say whether a user can be half created.
     *
     * @param body - The customer for whom the account is opened.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link ValidationError} P403, Validation error. A field is missing or its value is not accepted. Fix the request. `errorMessage` names the fields.
     * @throws {@link UserExistsError} P411, User exists. The `externalUserId` is taken. Look up your own record of the user. If you retried the call, your own earlier attempt may have created the user.
     * @throws {@link ForbiddenCountryError} P431, Forbidden country. P100 refuses the user's country or citizenship. Which countries these are, and which of the two decides, is not documented. Retrying does not help.
     * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and the call may or may not have taken effect. Retry only if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is temporarily unavailable. Retry later if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.users.create(body);
     */
    create: (body: CreateUserRequest, options?: CallOptions<CreateUserRequest>): Promise<CreatedUser> =>
      caller.call(createUser, { body }, options),

    /**
     * Like `create`, but `P411` is a result, not an error.
     *
     * Returns `{ created: true, user }` if this call created the user. Returns `{ created: false }` if the user already exists; `possiblyCreatedByThisCall` then says whether an earlier attempt of this call may have created the user. Safe to repeat.
     *
     * @param body - The customer for whom the account is opened.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link ValidationError} P403, Validation error. A field is missing or its value is not accepted. Fix the request. `errorMessage` names the fields.
     * @throws {@link ForbiddenCountryError} P431, Forbidden country. P100 refuses the user's country or citizenship. Which countries these are, and which of the two decides, is not documented. Retrying does not help.
     * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and the call may or may not have taken effect. Retry only if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is temporarily unavailable. Retry later if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const outcome = await p100.users.ensure(body);
     * if (outcome.created) console.log(outcome.user);
     */
    ensure: (
      body: CreateUserRequest,
      options?: CallOptions<CreateUserRequest>,
    ): Promise<EnsureOutcome<'user', CreatedUser>> =>
      caller.ensure(createUser, { name: 'users.ensure', existsCode: 'P411', resultName: 'user' }, { body }, options),

    /**
     * Create a user account without KYC.
     *
     * Opens an account for a customer without identity verification and returns its balances. Such a user cannot be upgraded to a user with KYC and cannot have cards (source: P100's docs).
     *
     * Identify the user with your own unique `externalUserId`. Reusing one returns an error. P100 does not show the error code; for a user with KYC it is `P411`.
     *
     * Later revisions of P100's documentation do not have this operation. Its success status and its error codes are not documented.
     *
     * @param body - The customer for whom the account is opened.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.users.createWithoutKyc(body);
     */
    createWithoutKyc: (
      body: CreateUserWithoutKycRequest,
      options?: CallOptions<CreateUserWithoutKycRequest>,
    ): Promise<CreatedUserWithoutKyc> =>
      caller.call(createUserWithoutKyc, { body }, options),

    /**
     * Get the balances of a user.
     *
     * Returns the fiat and crypto balances of a user, with IBAN and wallet addresses.
     *
     * P100's FAQ advises you to wait for the user status webhook with `ACTIVE` before the first call, and not to call right after creating the user.
     *
     * We have not seen P100's own page for this operation. The path comes from P100's FAQ, the response from P100's page about fees. The success status, the complete list of error codes and the response for a user without KYC are not documented.
     *
     * @param parameters - `externalUserId`: Your own id for the user.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.users.getBalances({ externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912' });
     */
    getBalances: (parameters: GetUserBalancesParameters, options?: CallOptions): Promise<Balances> =>
      caller.call(getUserBalances, { parameters }, options),

    /**
     * Add the proof of address of a user.
     *
     * Uploads a user's proof of address (POA): at most three files of at most 5 MB each, as JPEG, PNG or PDF, all in one call. P100 needs it for users of countries in which a proof of address is mandatory; P100's pages disagree on when that is.
     *
     * `202` with `P211` (POA pending) is a success too.
     *
     * P100 does not say whether a repeated upload is safe, so the SDK never repeats one if the outcome is unknown. If the response is lost, uploading again should return `P211` or `P447` if the first upload arrived. This is our conclusion from the list of codes, not P100's statement.
     *
     * @param parameters - `externalUserId`: Your own id for the user.
     * @param body - The files of the proof of address.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100ApiError} P426, Invalid file type. P100 does not accept this type of file. Send one of the documented types.
     * @throws {@link P100ApiError} P440, File too large. A file is larger than P100 accepts. Send a smaller one.
     * @throws {@link P100ApiError} P447, POA already verified. The user's proof of address is verified already. There is nothing left to upload.
     * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and the call may or may not have taken effect. Retry only if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is temporarily unavailable. Retry later if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link P100ApiError} P460, POA verification not found. P100 has no proof-of-address verification of this user. Comes with HTTP 404.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.users.addProofOfAddress({ externalUserId: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' }, { files: [await openAsBlob('document', { type: 'image/jpeg' })] });
     */
    addProofOfAddress: (
      parameters: AddProofOfAddressParameters,
      body: AddProofOfAddressRequest,
      options?: CallOptions<AddProofOfAddressRequest>,
    ): Promise<unknown> =>
      caller.call(addProofOfAddress, { parameters, body }, options),
  };
}

/**
 * Accounts of your customers: create them with or without identity verification (KYC), read their balances, upload a proof of address. P100's menu has two groups, "User Accounts with KYC" and "User Accounts without KYC".
 */
export interface UsersResource extends ReturnType<typeof createUsersResource> {}

/**
 * Creates the methods of {@link KycResource}.
 */
export function createKycResource(caller: Caller) {
  return {
    /**
     * Get the URL for a user's identity verification.
     *
     * The URL that the user's browser opens for identity verification. It returns a loading page whose script sends the browser to the identity provider, iDenfy. The SDK only builds this URL and sends nothing: a server that fetches it gets only the loading page.
     *
     * The path comes from the oldest documentation (source: P100's docs), the two parameters from P100's page. P100's example sends no key, and the page asks for none, unlike P100's pages for other operations. Whether P100 accepts a key here, how long the URL is valid, and where the browser goes afterwards are not documented.
     *
     * @param parameters - `externalUserId`: Your own id for the user. `verificationId`: Id of the verification. It presumably comes from P100's "Creating KYC Verification"; the response to that call is not documented. P100 shows no example.
     * @throws {@link P100ConfigError} if a parameter is missing or empty, or is `.` or `..`.
     * @example
     * const url = p100.kyc.verificationUrl({ externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912', verificationId: 'your-verification-id' });
     */
    verificationUrl: (parameters: GetKycVerificationUrlParameters): string =>
      caller.url(getKycVerificationUrl, { parameters }),
  };
}

/**
 * Identity verification of your customers on P100's own pages.
 */
export interface KycResource extends ReturnType<typeof createKycResource> {}

/**
 * Creates the methods of {@link PartnerResource}.
 */
export function createPartnerResource(caller: Caller) {
  return {
    /**
     * Get your partner balances.
     *
     * Returns your own balances as a partner, in the same shape as those of a user.
     *
     * The error codes of this operation are not documented.
     *
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.partner.getBalances();
     */
    getBalances: (options?: CallOptions): Promise<Balances> =>
      caller.call(getPartnerBalances, {}, options),

    /**
     * Create and finalize an exchange of partner balances.
     *
     * Exchanges one currency of your partner account for another at a locked rate. The response holds only the id of the exchange; the exchange completes or fails later.
     *
     * P100's page does not show how a partner creates the rate lock, nor how to read the result. Ask P100 before you use this operation. Its success status and its error codes are not documented.
     *
     * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - What to exchange.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.partner.createExchange({ amount: 10, currencyFrom: 'eth', currencyTo: 'eur', lockId: 'ee7b2f0f-0ffb-4fce-8fb3-66db2ca1f461' });
     */
    createExchange: (
      body: CreatePartnerExchangeRequest,
      options?: CallOptions<CreatePartnerExchangeRequest>,
    ): Promise<CreatedExchange> =>
      caller.call(createPartnerExchange, { body }, options),

    /**
     * Get the bank details for a SEPA deposit.
     *
     * Returns the bank details for a SEPA deposit to your partner account. The bank transfer must carry `title` unchanged as its reference. Without it, the deposit is matched by hand and may be returned.
     *
     * The success status and the error codes of this operation are not documented.
     *
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.partner.getSepaDepositInfo();
     */
    getSepaDepositInfo: (options?: CallOptions): Promise<SepaDepositInfo> =>
      caller.call(getPartnerSepaDepositInfo, {}, options),
  };
}

/**
 * Your own account as a partner: balances, exchange, bank details for deposits.
 */
export interface PartnerResource extends ReturnType<typeof createPartnerResource> {}

/**
 * Creates the methods of {@link ExchangeResource}.
 */
export function createExchangeResource(caller: Caller) {
  return {
    /**
     * Get exchange rates.
     *
     * Returns the current price of one unit of each currency in EUR. The rates are indicative (source: P100's docs): create a lock to hold a rate. This call changes nothing, so it is a good first call to test a key.
     *
     * The error codes of this operation are not documented.
     *
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.exchange.getRates();
     */
    getRates: (options?: CallOptions): Promise<ExchangeRates> =>
      caller.call(getExchangeRates, {}, options),

    /**
     * Get exchange rates and lock them for a user.
     *
     * Creates a lock, which holds the current exchange rates for one user until `validUntil`. `POST /v1/exchange`, which exchanges a user's currencies, takes the id of the lock.
     *
     * Although it is a `GET`, each call creates a lock. The SDK repeats it anyway: a lock moves no money, and an unused one expires.
     *
     * @param parameters - `externalUserId`: Your own id for the user.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.exchange.createLock({ externalUserId: 'f9b430dc-7e1a-42a0-bbb4-9003935ea9f9' });
     */
    createLock: (parameters: CreateExchangeLockParameters, options?: CallOptions): Promise<ExchangeLock> =>
      caller.call(createExchangeLock, { parameters }, options),
  };
}

/**
 * Exchange rates, and locks that hold them for a user.
 */
export interface ExchangeResource extends ReturnType<typeof createExchangeResource> {}

/**
 * Creates the methods of {@link TransfersResource}.
 */
export function createTransfersResource(caller: Caller) {
  return {
    /**
     * Create a transfer between a user and you.
     *
     * Transfers money within P100: from a user to you with `sourceExternalUserId`, or from you to a user with `destinationExternalUserId`.
     *
     * `201` means that P100 has accepted the transfer. Later P100 pages say that errors about funds may show up only in the details of the transfer (source: P100's docs): read them with `GET /v1/transfer/details/{transferId}`.
     *
     * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - Who pays, and how much.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P424, Source or destination must be provided. Pass `sourceExternalUserId` or `destinationExternalUserId`.
     * @throws {@link P100ApiError} P433, Insufficient funds. The balance does not cover the amount.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.transfers.create({ sourceExternalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', amount: '100', currency: 'btc' });
     */
    create: (body: CreateTransferRequest, options?: CallOptions<CreateTransferRequest>): Promise<CreatedTransfer> =>
      caller.call(createTransfer, { body }, options),

    /**
     * Get the details of a transfer.
     *
     * Returns an internal transfer and its state.
     *
     * Our copy of P100's page is cut off: more fields can follow, and the error codes are not visible.
     *
     * @param parameters - `transferId`: Id of the transfer, from the response to creating it.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.transfers.get({ transferId: '7fb02323-969a-4936-94ea-86b8773ff1a2' });
     */
    get: (parameters: GetTransferParameters, options?: CallOptions): Promise<Transfer> =>
      caller.call(getTransfer, { parameters }, options),
  };
}

/**
 * Transfers within P100 between a user and you.
 */
export interface TransfersResource extends ReturnType<typeof createTransfersResource> {}

/**
 * Creates the methods of {@link WithdrawalsResource}.
 */
export function createWithdrawalsResource(caller: Caller) {
  return {
    /**
     * Get the network fee of a crypto withdrawal.
     *
     * Returns what the network charges for the withdrawal of a currency.
     *
     * @param parameters - `currency`: Currency of the withdrawal. `network`: Pass `polygon` for a withdrawal of `usdc` or `usdt` over Polygon. If left out for these two, the network is Ethereum.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P410, Currency not found. P100 does not know the currency. Fix the request.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.withdrawals.getNetworkFee({ currency: 'usdc' });
     */
    getNetworkFee: (parameters: GetNetworkFeeParameters, options?: CallOptions): Promise<NetworkFee> =>
      caller.call(getNetworkFee, { parameters }, options),
  };
}

/**
 * Withdrawals of cryptocurrency to wallets outside P100.
 */
export interface WithdrawalsResource extends ReturnType<typeof createWithdrawalsResource> {}

/**
 * Creates the methods of {@link SepaTransfersResource}.
 */
export function createSepaTransfersResource(caller: Caller) {
  return {
    /**
     * Create a SEPA transfer of a user.
     *
     * Transfers money from a user's account at P100 to a bank account by SEPA.
     *
     * A success means only that P100 has accepted the transfer. P100 does not check immediately whether there is enough money: read the result with `GET /v1/sepa-transfer/details/{transferId}`. The success status is `201` in the oldest revision of P100's page and `200` in a newer one.
     *
     * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - Who pays whom, and how much.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link ValidationError} P403, Validation error. A field is missing or its value is not accepted. Fix the request. `errorMessage` names the fields.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100ApiError} P418, Partner not found. P100 does not know the partner. Only the oldest revision of P100's documentation has this code. Check that the key belongs to the environment you call.
     * @throws {@link P100ApiError} P433, Insufficient funds. The balance does not cover the amount.
     * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and the call may or may not have taken effect. Retry only if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is temporarily unavailable. Retry later if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.sepaTransfers.create(body);
     */
    create: (
      body: CreateSepaTransferRequest,
      options?: CallOptions<CreateSepaTransferRequest>,
    ): Promise<CreatedSepaTransfer> =>
      caller.call(createSepaTransfer, { body }, options),

    /**
     * Get the details of a SEPA transfer.
     *
     * Returns a SEPA transfer and its state. The same operation serves your users' transfers and your own.
     *
     * @param parameters - `transferId`: Id of the transfer, from the response to creating it.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P418, Partner not found. P100 does not know the partner. Only the oldest revision of P100's documentation has this code. Check that the key belongs to the environment you call.
     * @throws {@link UnknownExceptionError} P500, Unknown exception. P100 failed, and the call may or may not have taken effect. Retry only if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link ServiceUnavailableError} P501, Service temporarily unavailable. P100 is temporarily unavailable. Retry later if repeating the call is safe. This is our advice, not P100's.
     * @throws {@link P100ApiError} P428, SEPA transfer not found. P100 has no SEPA transfer with this id. Comes with HTTP 404.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.sepaTransfers.get({ transferId: '7fb02323-969a-4936-94ea-86b8773ff1a2' });
     */
    get: (parameters: GetSepaTransferParameters, options?: CallOptions): Promise<SepaTransfer> =>
      caller.call(getSepaTransfer, { parameters }, options),
  };
}

/**
 * Transfers to bank accounts by SEPA.
 */
export interface SepaTransfersResource extends ReturnType<typeof createSepaTransfersResource> {}

/**
 * Creates the methods of {@link OrdersResource}.
 */
export function createOrdersResource(caller: Caller) {
  return {
    /**
     * Lock a rate for an order.
     *
     * Locks a rate for an order until `expiresAt` and returns the amount to pay at this rate.
     *
     * The success status and the error codes of this operation are not documented. P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - Currency, amount and network of the order.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.orders.createLock({ currency: 'usdc', amount: '346.59', network: 'polygon' });
     */
    createLock: (body: CreateOrderLockRequest, options?: CallOptions<CreateOrderLockRequest>): Promise<OrderLock> =>
      caller.call(createOrderLock, { body }, options),

    /**
     * Create an order.
     *
     * Creates an order from a locked rate. Its first state is `WAITING_FOR_WALLET_ADDRESS`.
     *
     * The success status and the error codes of this operation are not documented. P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - The locked rate.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.orders.create({ lockId: '36e19a53-a1b4-499c-99f7-b7bfc6be87e4' });
     */
    create: (body: CreateOrderRequest, options?: CallOptions<CreateOrderRequest>): Promise<CreatedOrder> =>
      caller.call(createOrder, { body }, options),

    /**
     * Get the details of an order.
     *
     * Returns an order, the address to pay to, and the progress of the payment.
     *
     * The success status and the error codes of this operation are not documented.
     *
     * @param parameters - `orderId`: Id of the order, from the response to creating it.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100Error} for every failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.orders.get({ orderId: 'a44a0805-dd40-4dc4-80d7-8bc81783ec42' });
     */
    get: (parameters: GetOrderParameters, options?: CallOptions): Promise<Order> =>
      caller.call(getOrder, { parameters }, options),
  };
}

/**
 * Orders that are paid in cryptocurrency at a locked rate.
 */
export interface OrdersResource extends ReturnType<typeof createOrdersResource> {}

/**
 * Creates the methods of {@link CardsResource}.
 */
export function createCardsResource(caller: Caller) {
  return {
    /**
     * Create a virtual card.
     *
     * Creates a virtual card for a user with KYC (source: P100's docs) and returns its full number and security code.
     *
     * P100 allows 10 cards, and at most 5 new ones in 24 hours, 10 in 30 days and 20 in a year. P100 does not document whether the 10 cards are those in use at the same time, whether the limits are per user, or which error code you get if you exceed them. A card costs EUR 0.25 a month, paid from your partner balance; later P100 pages refer to your agreement instead (source: P100's docs).
     *
     * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
     *
     * @param body - The new card.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100ApiError} P451, User of this country cannot have card. P100 does not issue cards to users of this country. Retrying does not help.
     * @throws {@link P100ApiError} P455, User suspended. The user is suspended. Retrying does not help until the suspension is lifted.
     * @throws {@link ForbiddenCountryError} P431, Forbidden country. P100 refuses the user's country or citizenship. Which countries these are, and which of the two decides, is not documented. Retrying does not help.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.cards.create({ externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', label: 'Shopping', pin: '1234' });
     */
    create: (body: CreateCardRequest, options?: CallOptions<CreateCardRequest>): Promise<CreatedCard> =>
      caller.call(createCard, { body }, options),

    /**
     * Get all cards of a user.
     *
     * Returns all virtual cards of a user, without their full numbers.
     *
     * @param parameters - `externalUserId`: Your own id for the user.
     * @param options - Limits, headers and other settings of this call.
     * @throws {@link P100ApiError} P412, User does not exist. P100 has no user with this `externalUserId`. Check the id and the environment.
     * @throws {@link P100Error} for every other failure. After an abort, the signal's own reason is thrown.
     * @example
     * const result = await p100.cards.list({ externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581' });
     */
    list: (parameters: ListCardsParameters, options?: CallOptions): Promise<CardList> =>
      caller.call(listCards, { parameters }, options),
  };
}

/**
 * Virtual cards of your customers.
 */
export interface CardsResource extends ReturnType<typeof createCardsResource> {}

/**
 * The operations of the client, by resource.
 */
export interface Resources {
  /**
   * Accounts of your customers: create them with or without identity verification (KYC), read their balances, upload a proof of address. P100's menu has two groups, "User Accounts with KYC" and "User Accounts without KYC".
   */
  readonly users: UsersResource;
  /**
   * Identity verification of your customers on P100's own pages.
   */
  readonly kyc: KycResource;
  /**
   * Your own account as a partner: balances, exchange, bank details for deposits.
   */
  readonly partner: PartnerResource;
  /**
   * Exchange rates, and locks that hold them for a user.
   */
  readonly exchange: ExchangeResource;
  /**
   * Transfers within P100 between a user and you.
   */
  readonly transfers: TransfersResource;
  /**
   * Withdrawals of cryptocurrency to wallets outside P100.
   */
  readonly withdrawals: WithdrawalsResource;
  /**
   * Transfers to bank accounts by SEPA.
   */
  readonly sepaTransfers: SepaTransfersResource;
  /**
   * Orders that are paid in cryptocurrency at a locked rate.
   */
  readonly orders: OrdersResource;
  /**
   * Virtual cards of your customers.
   */
  readonly cards: CardsResource;
}

/**
 * Creates all resources of a client.
 */
export const createResources = (caller: Caller): Resources => ({
  users: createUsersResource(caller),
  kyc: createKycResource(caller),
  partner: createPartnerResource(caller),
  exchange: createExchangeResource(caller),
  transfers: createTransfersResource(caller),
  withdrawals: createWithdrawalsResource(caller),
  sepaTransfers: createSepaTransfersResource(caller),
  orders: createOrdersResource(caller),
  cards: createCardsResource(caller),
});
