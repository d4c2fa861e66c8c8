// Generated from openapi/ by `npm run generate`. Do not edit.

/**
 * Kind of an identity document. P100's page for creating a user shows `ID_CARD`; the other values come from other P100 pages. Other values may be added.
 * @example ID_CARD
 */
export type DocumentType = "ID_CARD" | "PASSPORT" | "RESIDENCE_PERMIT" | (string & {});
/** The customer and the identity document. The text of P100's page says only that `externalUserId` is required. Its example has all twelve fields, and the one public integration that we found requires all twelve, so all twelve are required here. P100's newest FAQ calls `externalUserId` and `citizenship` mandatory (source: P100's docs). Rules for lengths, formats and characters are not documented. */
export interface CreateUserRequest {
    /**
     * Your own unique id for the user. Reusing one returns `P411`. Any string: P100's example is a UUID, but two of its other samples are not valid UUIDs (source: P100's docs).
     * @example 6ef2fb57-c337-4557-ba24-b82f1322f912
     */
    externalUserId: string;
    /**
     * E-mail address of the user.
     * @example johndoe@gmail.com
     */
    email: string;
    /**
     * Telephone number, e.g. `48123123123`. P100's example has digits only, with the country code and without `+`; no rule is documented.
     * @example 48123123123
     */
    phone: string;
    /**
     * First name of the user.
     * @example John
     */
    firstName: string;
    /**
     * Last name of the user.
     * @example Doe
     */
    lastName: string;
    /**
     * Address of the user's home.
     * @example Example 321
     */
    address: string;
    /**
     * City of the user's home.
     * @example New York
     */
    city: string;
    /**
     * Postal code of the user's home.
     * @example EA0234
     */
    postCode: string;
    /**
     * Country in which the user lives, in two letters (ISO 3166-1 alpha-2). P100 refuses some countries with `P431`. Which countries these are, and whether `country` or `citizenship` decides, is not documented.
     * @example PL
     */
    country: string;
    /**
     * Citizenship of the user, in two letters (ISO 3166-1 alpha-2).
     * @example PL
     */
    citizenship: string;
    /** Kind of the identity document. */
    documentType: DocumentType;
    /**
     * Number of the identity document.
     * @example CEV12630
     */
    documentNumber: string;
}
/**
 * A fiat currency, in lower case. Other values may be added.
 * @example eur
 */
export type FiatCurrency = "eur" | (string & {});
/**
 * Whether a fiat balance is usable. P100's page for creating a user contradicts itself on the waiting status: its example says `WAITING_TO_BE_ACTIVATED`, its text `WAITING_FOR_ACTIVATION`. Treat both as "not usable yet". `ACTIVE` comes from other P100 pages. Other values may be added. Treat an unknown one as not usable yet.
 * @example WAITING_TO_BE_ACTIVATED
 */
export type FiatBalanceStatus = "WAITING_TO_BE_ACTIVATED" | "WAITING_FOR_ACTIVATION" | "ACTIVE" | (string & {});
/** A balance in one fiat currency. */
export interface FiatBalance {
    /**
     * Id of the balance.
     * @example 68109102-cde0-49ec-ae2c-d535a2eb30bd
     */
    id: string;
    /**
     * Format: decimal
     *
     * Amount of money, as a decimal string (two decimal places for `eur`). Do not convert it to a floating-point number.
     * @example 0.00
     */
    amount: string;
    /** Currency of the balance. */
    name: FiatCurrency;
    /**
     * Price of one unit in EUR, so 1 for `eur`.
     * @example 1
     */
    rate: number;
    /**
     * IBAN of the balance. `null` at creation. P100 creates it, in its own words, when "document verification is added". Which call this means is not documented.
     * @example null
     */
    iban: string | null;
    /** Whether the balance is usable. */
    status: FiatBalanceStatus;
}
/**
 * Currency of a crypto balance, in lower case. `usdt` comes from P100's pages about partner balances. Other values may be added.
 * @example btc
 */
export type CryptoCurrency = "pol" | "usdc" | "btc" | "doge" | "eth" | "ltc" | "usdt" | (string & {});
/** The fee and the smallest withdrawal on one network. */
export interface WithdrawalTerms {
    /**
     * Fee for one withdrawal, in the coin.
     * @example 0.0003
     */
    feeWithdrawal: number;
    /**
     * Smallest withdrawal. P100 names no unit; presumably the coin, as for the fee.
     * @example 0.000001
     */
    minWithdrawal: number;
}
/** The smallest deposit on one network. */
export interface DepositTerms {
    /**
     * Smallest deposit. P100 names no unit; presumably the coin, as for the withdrawal fee.
     * @example 0
     */
    minDeposit: number;
}
/** Terms of withdrawals and deposits of a coin on one network. */
export interface Network {
    /**
     * Whether this is the main network. It is `false` in staging.
     * @example false
     */
    mainnet: boolean;
    /**
     * Name of the chain, in staging for example `amoy`, `sepolia` or `test`.
     * @example test
     */
    name: string;
    /** Terms of a withdrawal. */
    withdrawal: WithdrawalTerms;
    /** Terms of a deposit. */
    deposit: DepositTerms;
}
/** A balance in one cryptocurrency. */
export interface CryptoBalance {
    /**
     * Id of the balance.
     * @example bab5eb5b-3963-49f4-97d7-e8e0fe0d7f96
     */
    id: string;
    /**
     * Format: decimal
     *
     * Amount in the coin, as a decimal string (in P100's example six decimal places for `usdc`, eight for the others). Do not convert it to a floating-point number.
     * @example 0.00000000
     */
    amount: string;
    /** Currency of the balance. */
    name: CryptoCurrency;
    /**
     * Address of the wallet. `null` at creation, a string later; when it is filled in is not documented.
     * @example null
     */
    wallet: string | null;
    /**
     * Price of one unit in EUR (not in USD).
     * @example 102178.03394219
     */
    rate: number;
    /**
     * The networks on which the coin can be deposited and withdrawn, by name of the network (in P100's example `ethereum`, `polygon`, `btc`, `doge` and `ltc`). New networks can appear.
     * @example {
     *       "btc": {
     *         "mainnet": false,
     *         "name": "test",
     *         "withdrawal": {
     *           "feeWithdrawal": 0.0003,
     *           "minWithdrawal": 0.000001
     *         },
     *         "deposit": {
     *           "minDeposit": 0
     *         }
     *       }
     * }
     */
    networkConfig: {
        [key: string]: Network;
    };
}
/** Fiat and crypto balances of a user, or your own as a partner. */
export interface Balances {
    /**
     * One balance for each fiat currency. Those of a new user await activation.
     * @example [
     *       {
     *         "id": "68109102-cde0-49ec-ae2c-d535a2eb30bd",
     *         "amount": "0.00",
     *         "name": "eur",
     *         "rate": 1,
     *         "iban": null,
     *         "status": "WAITING_TO_BE_ACTIVATED"
     *       }
     * ]
     */
    fiatBalances: FiatBalance[];
    /**
     * One balance for each cryptocurrency.
     * @example [
     *       {
     *         "id": "bab5eb5b-3963-49f4-97d7-e8e0fe0d7f96",
     *         "amount": "0.00000000",
     *         "name": "btc",
     *         "wallet": null,
     *         "rate": 102178.03394219,
     *         "networkConfig": {
     *           "btc": {
     *             "mainnet": false,
     *             "name": "test",
     *             "withdrawal": {
     *               "feeWithdrawal": 0.0003,
     *               "minWithdrawal": 0.000001
     *             },
     *             "deposit": {
     *               "minDeposit": 0
     *             }
     *           }
     *         }
     *       }
     * ]
     */
    cryptoBalances: CryptoBalance[];
}
/** The new account and its balances. */
export interface CreatedUser {
    /**
     * P100's id of the user. No documented operation takes it: all of them take your own `externalUserId`, so you do not have to store it.
     * @example f63064b1-c26b-4c9e-af22-0b482263751f
     */
    userId: string;
    /**
     * Whether the user comes from a country that requires a proof of address (POA). P100's text promises the field only if it is `true`. P100's example has it as `false`, so it is described as always present.
     * @example false
     */
    poaRequired: boolean;
    /** The balances created with the account. */
    balances: Balances;
}
/**
 * What went wrong. The numbers are not HTTP statuses: most codes, `P500` and `P501` included, come with HTTP 400. Each operation lists the codes that P100 documents for it. Other codes may be added. Treat an unknown one as a refusal, unless it comes with HTTP 2xx, 408 or 5xx: then the call may have taken effect.
 * @example P411
 */
export type ErrorCode = "P211" | "P403" | "P410" | "P411" | "P412" | "P418" | "P424" | "P426" | "P428" | "P431" | "P433" | "P440" | "P447" | "P451" | "P455" | "P460" | "P500" | "P501" | (string & {});
/** Why the call failed. Only `errorCode` can be relied on: `errorName` is absent from validation errors, and older revisions of P100's documentation leave `errorMessage` out. P100 documents neither a request id nor a list of the fields that are wrong. */
export interface ErrorBody {
    /** Machine-readable reason. Branch on this field. */
    errorCode: ErrorCode;
    /**
     * The reason as a name, such as `user-exists`. Known for some codes and operations only; absent from validation errors.
     * @example user-exists
     */
    errorName?: string;
    /**
     * The reason as a sentence. P100 advises you to log it and not to show it to end users. It may repeat personal data from the request, so we advise you to keep it out of logs. A validation error joins several failures with `. `.
     * @example Amount can have at most 8 decimal places.
     */
    errorMessage?: string;
}
/**
 * The format of this body is not documented. Search it for `xo1`, `xo2` or `xo3`; do not rely on anything else in it.
 * @example Access Denied. xo1
 */
export type AccessDeniedBody = unknown;
/** The customer and the identity document. The text of P100's page says only that `externalUserId` must be new. It does not say which fields are required; its example has all twelve fields. Only `externalUserId` is required here. Rules for lengths, formats and characters are not documented. */
export interface CreateUserWithoutKycRequest {
    /**
     * Your own unique id for the user. Reusing one returns an error. Any string, not necessarily a UUID.
     * @example bca65c48-df49-4831-a7b2-de79033219
     */
    externalUserId: string;
    /**
     * E-mail address of the user.
     * @example johndoe@gmail.com
     */
    email?: string;
    /**
     * First name of the user.
     * @example John
     */
    firstName?: string;
    /**
     * Last name of the user.
     * @example Doe
     */
    lastName?: string;
    /**
     * Address of the user's home.
     * @example Adama Matuszczaka 51/4
     */
    address?: string;
    /**
     * City of the user's home.
     * @example Rzeszów
     */
    city?: string;
    /**
     * Country in which the user lives, in two letters (ISO 3166-1 alpha-2).
     * @example PL
     */
    country?: string;
    /** Kind of the identity document. */
    documentType?: DocumentType;
    /**
     * Number of the identity document.
     * @example CEV124630
     */
    documentNumber?: string;
    /**
     * Polish national identification number (PESEL) of the user.
     * @example 12345678901
     */
    pesel?: string;
    /**
     * Country in which the user was born, in two letters, e.g. `PL`.
     * @example PL
     */
    birthCountry?: string;
    /**
     * Date of birth as `YYYY-MM-DD`, e.g. `2000-01-01`.
     * @example 2000-01-01
     */
    birthDate?: string;
}
/**
 * A fiat currency or a cryptocurrency, in lower case. These are the currencies that P100's exchange pages name; others may be added.
 * @example eth
 */
export type Currency = "btc" | "doge" | "eth" | "eur" | "eurt" | "ltc" | "pol" | "usdc" | "usdt" | (string & {});
/** A balance of a user without KYC, in a fiat currency or a cryptocurrency. */
export interface BalanceWithoutKyc {
    /**
     * Id of the balance.
     * @example 2d6be876-fe39-4518-9423-d39ce071df2b
     */
    id: string;
    /**
     * Format: decimal
     *
     * Amount in the currency of the balance, as a decimal string (in P100's example two decimal places for `eur`, six for `usdc`, eight for `eth`). Do not convert it to a floating-point number.
     * @example 0.00000000
     */
    amount: string;
    /** Currency of the balance. */
    name: Currency;
    /**
     * Address of the wallet. `null` for every balance in P100's example, fiat included.
     * @example null
     */
    wallet: string | null;
    /**
     * Price of one unit in EUR, so 1 for `eur`.
     * @example 3160.21051755
     */
    rate: number;
    /**
     * The networks on which the coin can be moved, by name of the network. Absent from the `eur` balance. New networks can appear.
     * @example {
     *       "ethereum": {
     *         "mainnet": false,
     *         "name": "sepolia",
     *         "withdrawal": {
     *           "feeWithdrawal": 0.003,
     *           "minWithdrawal": 0.0006
     *         },
     *         "deposit": {
     *           "minDeposit": 0
     *         }
     *       }
     * }
     */
    networkConfig?: {
        [key: string]: Network;
    };
}
/** The new account and its balances. */
export interface CreatedUserWithoutKyc {
    /**
     * P100's id of the user. No documented operation takes it: all of them take your own `externalUserId`, so you do not have to store it.
     * @example db0e3f17-3ff0-481d-b543-ac5576c06650
     */
    userId: string;
    /**
     * The balances created with the account: one flat list of fiat and crypto balances, unlike `balances` of a user with KYC.
     * @example [
     *       {
     *         "id": "ae62579a-dcab-4327-95b2-9534897ec30a",
     *         "amount": "0.00",
     *         "name": "eur",
     *         "wallet": null,
     *         "rate": 1
     *       }
     * ]
     */
    balances: BalanceWithoutKyc[];
}
/** The proof of address, as files in a form. */
export interface AddProofOfAddressRequest {
    /** All files of the proof, in this one call: at most three, each at most 5 MB, as JPEG, PNG or PDF. P100 does not say whether 5 MB means 5,000,000 or 5,242,880 bytes; the SDK refuses only files larger than 5,242,880 bytes. Whether the file name matters is not documented. */
    files: Blob[];
}
/** What to exchange. P100's page does not say which fields are required; its example has these four, so all four are required here. */
export interface CreatePartnerExchangeRequest {
    /**
     * Amount to exchange, a JSON number as in P100's example. Whether it is in `currencyFrom` or in `currencyTo` is not documented.
     * @example 10
     */
    amount: number;
    /** Currency to exchange from. */
    currencyFrom: Currency;
    /**
     * Currency to exchange to.
     * @example eur
     */
    currencyTo: Currency;
    /**
     * Id of the rate lock. The path of the partner's own lock is not public.
     * @example ee7b2f0f-0ffb-4fce-8fb3-66db2ca1f461
     */
    lockId: string;
}
/** The exchange that P100 has accepted. Its result comes later. */
export interface CreatedExchange {
    /**
     * Id of the exchange.
     * @example 3f0aeaa7-1177-4d77-9985-0cb987809801
     */
    exchangeId: string;
}
/** The bank details for a SEPA deposit to your partner account. */
export interface SepaDepositInfo {
    /**
     * Reference that the bank transfer must carry, unchanged. Without it, the deposit is matched by hand and may be returned.
     * @example b32ab065-1f05-4322-a39f-cc185bf1de51
     */
    title: string;
    /**
     * Virtual IBAN to transfer to.
     * @example LT333130010135556427
     */
    iban: string;
    /**
     * SWIFT code of the bank.
     * @example BZENLT22
     */
    swift: string;
    /**
     * Name of the beneficiary.
     * @example P100 sp. z o.o.
     */
    accountHolder: string;
    /**
     * Address that belongs to the bank details.
     * @example Połonińska 19
     */
    address: string;
}
/**
 * Price of one unit of each currency in EUR, by currency, so `eur` is 1. New currencies can appear.
 * @example {
 *       "btc": 55647.81453411,
 *       "eth": 2188.45355799,
 *       "eur": 1
 * }
 */
export interface ExchangeRates {
    [key: string]: number;
}
/** Exchange rates that P100 holds for one user until `validUntil`. */
export interface ExchangeLock {
    /**
     * Id of the lock. `POST /v1/exchange` takes it as `lockId`. P100's newest FAQ calls the field `lockId` in this response too, so it may have been renamed. It is optional here.
     * @example f4a33667-0824-4d73-88d3-3698a6f7c534
     */
    id?: string;
    /** The locked rates. */
    rates: ExchangeRates;
    /**
     * Fee for the exchange, in percent.
     * @example 1.49
     */
    feePercentage: number;
    /**
     * Format: date-time
     *
     * When the lock was created.
     * @example 2024-11-05T10:54:02.982Z
     */
    createdAt: string;
    /**
     * Format: date-time
     *
     * When the lock expires. Rely on this field: P100's text says that a lock is valid for 40 seconds, but its example covers 40,000 seconds.
     * @example 2024-11-05T22:00:42.981Z
     */
    validUntil: string;
}
/** Who pays, and how much. Pass `sourceExternalUserId` if the user pays you, or `destinationExternalUserId` if you pay the user. Whether both are allowed is not documented. */
export interface CreateTransferRequest {
    /**
     * Your own id for the user who pays you. Required if `destinationExternalUserId` is `null` or left out.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    sourceExternalUserId?: string | null;
    /**
     * Your own id for the user whom you pay. Required if `sourceExternalUserId` is `null` or left out.
     * @example null
     */
    destinationExternalUserId?: string | null;
    /**
     * Amount to transfer. P100's table says string, its example is a number: send a decimal string, which loses no precision.
     * @example 100
     */
    amount: string | number;
    /**
     * Currency of the amount, in lower case as in P100's example.
     * @example btc
     */
    currency: Currency;
}
/** The transfer that P100 has accepted. */
export interface CreatedTransfer {
    /**
     * Id of the transfer. Read its state with `GET /v1/transfer/details/{transferId}`.
     * @example 7fb02323-969a-4936-94ea-86b8773ff1a2
     */
    transferId: string;
}
/**
 * State of a transfer. P100's example shows `SUCCESSFUL`; the other states are not documented. Treat an unknown state as not finished.
 * @example SUCCESSFUL
 */
export type TransferStatus = "SUCCESSFUL" | (string & {});
/** An internal transfer. Our copy of P100's example is cut off, so more fields can follow. */
export interface Transfer {
    /**
     * Id of the transfer.
     * @example 7fb02323-969a-4936-94ea-86b8773ff1a2
     */
    id: string;
    /**
     * E-mail address of the payer. Whether it can be `null` or absent is not documented.
     * @example sender@example.com
     */
    sourceEmail?: string;
    /**
     * E-mail address of the recipient. Whether it can be `null` or absent is not documented.
     * @example receiver@example.com
     */
    destinationEmail?: string;
    /** State of the transfer. */
    status: TransferStatus;
    /**
     * Transferred amount. P100's example shows a number here, while the amount of the request is documented as a string: expect both.
     * @example 100
     */
    amount: string | number;
    /**
     * Currency of the amount, in upper case in P100's example of this operation.
     * @example BTC
     */
    currency: string;
}
/**
 * A currency that can be withdrawn over a network, in lower case. Other values may be added.
 * @example usdc
 */
export type WithdrawalCurrency = "btc" | "doge" | "eth" | "eurt" | "ltc" | "pol" | "usdc" | "usdt" | (string & {});
/**
 * A network that you have to pass explicitly. P100's page lists only `polygon`. Other values may be added.
 * @example polygon
 */
export type WithdrawalNetwork = "polygon" | (string & {});
/** What the network charges for a withdrawal. */
export interface NetworkFee {
    /**
     * Fee of the network. Its unit is not documented.
     * @example 0.000469
     */
    networkFee: number;
}
/**
 * Whether the recipient is a person (`NATURAL`) or a company (`LEGAL`).
 * @example NATURAL
 * @enum {string}
 */
export type ReceiverType = "NATURAL" | "LEGAL";
/** A payment from a user's account at P100 to a bank account. */
export interface CreateSepaTransferRequest {
    /**
     * Your own id for the user who pays.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    sourceExternalUserId: string;
    /** Currency of the amount. */
    currency: FiatCurrency;
    /**
     * Amount to transfer. P100's table says string, but its example is a number. Send a decimal string, which loses no precision.
     * @example 100
     */
    amount: string | number;
    /** Whether the recipient is a person or a company. Required in the oldest revision of P100's page; a newer page for partner transfers says that level-1 partners must not send it (source: P100's docs), so it is optional here. Ask P100 for your level. */
    receiverType?: ReceiverType;
    /**
     * First name of the recipient. Required if `receiverType` is `NATURAL`.
     * @example John
     */
    receiverFirstName?: string;
    /**
     * Last name of the recipient. Required if `receiverType` is `NATURAL`.
     * @example Brown
     */
    receiverLastName?: string;
    /**
     * Name of the company. Required if `receiverType` is `LEGAL`.
     * @example P100 sp. z o.o.
     */
    companyName?: string;
    /**
     * IBAN of the recipient.
     * @example PL06109027500000000148911547
     */
    destinationIban: string;
    /**
     * Title of the transfer, which tells the recipient what it is for.
     * @example Invoice #123
     */
    transferTitle: string;
}
/** The SEPA transfer that P100 has accepted. It can still fail. */
export interface CreatedSepaTransfer {
    /**
     * Id of the transfer. Read its state with `GET /v1/sepa-transfer/details/{transferId}`.
     * @example 7fb02323-969a-4936-94ea-86b8773ff1a2
     */
    transferId: string;
}
/**
 * State of a SEPA transfer. The states of an unfinished transfer are not documented. Treat an unknown state as not finished.
 * @example SUCCESSFUL
 */
export type SepaTransferStatus = "SUCCESSFUL" | "FAILED" | (string & {});
/** The user who pays, with the fields that the oldest revision of P100's page lists. Any of them may be absent. */
export interface SepaTransferUser {
    /**
     * Your own id for the user.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    externalUserId?: string;
    /**
     * E-mail address of the user.
     * @example johndoe@gmail.com
     */
    email?: string;
    /**
     * First name of the user.
     * @example John
     */
    firstName?: string;
    /**
     * Last name of the user.
     * @example Doe
     */
    lastName?: string;
    /**
     * Address of the user's home.
     * @example Example 321
     */
    address?: string;
    /**
     * City of the user's home.
     * @example New York
     */
    city?: string;
    /**
     * Country in which the user lives.
     * @example PL
     */
    country?: string;
    /**
     * Kind of the identity document. P100's example here is `id`, a word that no other operation uses.
     * @example id
     */
    documentType?: string;
    /**
     * Number of the identity document.
     * @example CEV12630
     */
    documentNumber?: string;
    /**
     * Polish national identification number (PESEL) of the user.
     * @example 12345678901
     */
    pesel?: string | null;
    /**
     * Country in which the user was born.
     * @example PL
     */
    birthCountry?: string | null;
    /**
     * Date of birth.
     * @example 2000-01-01
     */
    birthDate?: string | null;
}
/** Why a SEPA transfer failed. P100's page on the details of a SEPA transfer does not show these fields: they come from an existing integration and from P100's example of the P2P transfer webhook. */
export interface SepaTransferError {
    /**
     * The reason in words.
     * @example Error
     */
    description?: string;
    /**
     * The reason as a status. Its values are not documented.
     * @example Error
     */
    status?: string;
}
/** A SEPA transfer of a user or of the partner. */
export interface SepaTransfer {
    /**
     * Id of the transfer.
     * @example aa816af7-bb28-448d-a5da-502d76471f41
     */
    id: string;
    /**
     * Kind of the transfer. `external` is the only value that P100's examples show.
     * @example external
     */
    type: string;
    /**
     * Transferred amount. A decimal string in the newer revision of P100's page, a number in the oldest: expect both.
     * @example 5.51
     */
    amount: string | number;
    /**
     * Title of the transfer.
     * @example Invoice #123
     */
    transferTitle: string;
    /**
     * IBAN of the recipient.
     * @example PL06109027500000000148911547
     */
    destinationIban: string;
    /**
     * First name of the recipient. `null` in P100's example of the webhook (source: P100's docs).
     * @example John
     */
    receiverFirstName: string | null;
    /**
     * Last name of the recipient. `null` in P100's example of the webhook (source: P100's docs).
     * @example Brown
     */
    receiverLastName: string | null;
    /** State of the transfer. */
    status: SepaTransferStatus;
    /** Currency of the amount. */
    currency: FiatCurrency;
    /**
     * Fee of the transfer. Its unit is not documented.
     * @example 1
     */
    fee: number;
    /**
     * Format: date-time
     *
     * When the transfer was created.
     * @example 2025-07-31T12:55:19.269Z
     */
    createdAt: string;
    /** The user who pays. Shown on P100's page for transfers of users, not on the one for partners. */
    user?: SepaTransferUser;
    /** Why the transfer failed. Present only if `status` is `FAILED`. */
    error?: SepaTransferError;
}
/** Currency, amount and network of the order. P100's page does not say which fields are required; its example has these three. `network` is optional here because not every currency has a choice of networks. */
export interface CreateOrderLockRequest {
    /**
     * Cryptocurrency in which the order is paid, in lower case.
     * @example usdc
     */
    currency: string;
    /**
     * Format: decimal
     *
     * Settlement amount that you want, as a decimal string. In P100's newest example, it is in the `destinationCurrency` of the response, not in `currency`.
     * @example 346.59
     */
    amount: string;
    /**
     * Network on which the order is paid.
     * @example polygon
     */
    network?: string;
}
/** A rate that P100 holds for an order until `expiresAt`. Two revisions of P100's page show different responses; fields that only one of them has are optional. */
export interface OrderLock {
    /**
     * Id of the lock, needed to create the order.
     * @example aa1cb52d-4692-45b2-aadb-5a11ac221328
     */
    lockId: string;
    /**
     * Amount to pay, a JSON number. In P100's newest example it is the settlement amount of the request divided by the rate, so it is in the cryptocurrency.
     * @example 412.607142
     */
    amount: number;
    /**
     * Locked rate. A decimal string in the newest revision, a number in the one before it.
     * @example 0.84
     */
    rate: string | number;
    /**
     * Format: date-time
     *
     * When the lock expires.
     * @example 2026-02-13T11:28:46.569Z
     */
    expiresAt: string;
    /**
     * Cryptocurrency of the order, in the newest revision.
     * @example usdc
     */
    currency?: string;
    /**
     * Cryptocurrency of the order, in the revision before the newest.
     * @example usdc
     */
    cryptocurrency?: string;
    /**
     * Currency in which the order is settled. Only in the newest revision.
     * @example eur
     */
    destinationCurrency?: string;
    /**
     * Network on which the order is paid.
     * @example polygon
     */
    network: string;
}
/** The locked rate that becomes an order. */
export interface CreateOrderRequest {
    /**
     * Id of the lock, from `POST /v1/order/lock-rate`.
     * @example 36e19a53-a1b4-499c-99f7-b7bfc6be87e4
     */
    lockId: string;
}
/** The new order. Its first state is `WAITING_FOR_WALLET_ADDRESS`. */
export interface CreatedOrder {
    /**
     * Id of the order. Read its state with `GET /v1/order/details/{orderId}`.
     * @example 663318af-7ea1-4c5a-8545-e433a2d43d5c
     */
    orderId: string;
}
/**
 * State of an order. P100's page says that more states exist but does not name them. Treat an unknown state as not finished.
 * @example WAITING_FOR_CONFIRMATION
 */
export type OrderStatus = "WAITING_FOR_WALLET_ADDRESS" | "WAITING_FOR_CONFIRMATION" | (string & {});
/** An order and the progress of its payment. */
export interface Order {
    /**
     * Id of the order.
     * @example a44a0805-dd40-4dc4-80d7-8bc81783ec42
     */
    orderId: string;
    /**
     * Id of the lock from which the order was created.
     * @example 8b94a8f6-1c9d-4a6f-92c8-5f6d9e72a123
     */
    lockId: string;
    /** State of the order. */
    status: OrderStatus;
    /**
     * Format: date-time
     *
     * When the order was created.
     * @example 2025-08-31T21:21:35.840Z
     */
    createdAt: string;
    /**
     * Number of network confirmations of the payment so far.
     * @example 1
     */
    confirmations: number;
    /**
     * Number of confirmations that the payment needs.
     * @example 3
     */
    requiredConfirmations: number;
    /**
     * Amount received so far. The unit is not documented.
     * @example 849.39
     */
    receivedAmount: number;
    /**
     * Amount that has to be received in total. The unit is not documented.
     * @example 1000
     */
    totalAmountRequired: number;
    /**
     * Cryptocurrency in which the order is paid.
     * @example usdc
     */
    cryptocurrency: string;
    /**
     * Address to pay to. `null` in the first state, `WAITING_FOR_WALLET_ADDRESS`.
     * @example 0xE353464eBa01d651c16D8879cbCaE1C80568705C
     */
    walletAddress: string | null;
    /**
     * Format: date-time
     *
     * When the order expires. P100's page names the field and says that it is `null` in the first state, but its example does not have it.
     * @example null
     */
    expiresAt?: string | null;
    /**
     * Hash of the transaction on the network. Whether it can be `null` or absent is not documented.
     * @example 0x84a1234b3b251ab02f1735c634eacab43a282dcbdebf22c1eb0634f5678695cd
     */
    transactionHash?: string;
    /**
     * Network on which the order is paid, in upper case in P100's example.
     * @example POLYGON
     */
    network: string;
}
/** The new card. */
export interface CreateCardRequest {
    /**
     * Your own id for the user who gets the card.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    externalUserId: string;
    /**
     * Name of the card, 3 to 30 characters.
     * @example Shopping
     */
    label: string;
    /**
     * PIN of the card, four digits.
     * @example 1234
     */
    pin: string;
}
/** The new card with its full number and security code. Show them to the cardholder only, and do not log them. */
export interface CreatedCard {
    /**
     * Id of the card.
     * @example 7018ac87-455f-4bf4-851a-0f6bcf82b84d
     */
    cardId: string;
    /**
     * Full number of the card.
     * @example 1234123412341234
     */
    cardNumber: string;
    /**
     * Security code of the card (CVV).
     * @example 123
     */
    cvv: string;
    /**
     * When the card expires, as month and year.
     * @example 01/30
     */
    exp: string;
}
/**
 * State of a card. P100's example shows `ACTIVE` and `LOCKED_BY_USER`; the others come from an existing integration. Treat an unknown state as not usable.
 * @example ACTIVE
 */
export type CardStatus = "ACTIVE" | "LOCKED_BY_USER" | "BLOCKED" | "SUSPENDED" | "DELETED" | (string & {});
/** A virtual card, without its full number. */
export interface Card {
    /**
     * Id of the card.
     * @example 7018ac87-455f-4bf4-851a-0f6bcf82b84d
     */
    cardId: string;
    /** State of the card. */
    status: CardStatus;
    /**
     * Name of the card.
     * @example Shopping
     */
    label: string;
    /**
     * Last four digits of the card number.
     * @example 1234
     */
    cardLastDigits: string;
}
/** All cards of one user. */
export interface CardList {
    /**
     * The cards.
     * @example [
     *       {
     *         "cardId": "7018ac87-455f-4bf4-851a-0f6bcf82b84d",
     *         "status": "ACTIVE",
     *         "label": "Shopping",
     *         "cardLastDigits": "1234"
     *       }
     * ]
     */
    cards: Card[];
}
/** The status of a user has changed. */
export interface UserStatusEvent {
    /**
     * Your own id for the user.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    externalUserId: string;
    /**
     * The new status. Only `ACTIVE` is documented. Other values may be added.
     * @example ACTIVE
     */
    status: "ACTIVE" | (string & {});
}
/** P100 has processed a KYC file that you uploaded for a user. */
export interface KycFileEvent {
    /**
     * Your own id for the user.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    externalUserId: string;
    /**
     * Whether the file was added. Other values may be added.
     * @example ADDED
     */
    status: "ADDED" | "ERROR" | (string & {});
}
/** The status of a user's identity verification has changed. P100's page does not say which fields are always present: those of its example are required here, except the reason of a rejection. */
export interface KycVerificationEvent {
    /**
     * Your own id for the user.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    externalUserId: string;
    /**
     * Whether the user is verified. Other values may be added.
     * @example NOT_VERIFIED
     */
    verificationStatus: "NOT_VERIFIED" | "VERIFIED" | "EXPIRED" | (string & {});
    /**
     * State of the latest attempt to verify the user. Other values may be added.
     * @example REJECTED_BY_PROVIDER
     */
    attemptStatus: "PENDING" | "VERIFICATION" | "REJECTED_BY_PROVIDER" | "SUCCESSFUL" | (string & {});
    /**
     * Why the provider rejected the attempt. Filled in if `attemptStatus` is `REJECTED_BY_PROVIDER`; whether it is `null` or absent otherwise is not documented.
     * @example NO_FACE_FOUND
     */
    rejectionReason?: string | null;
}
/** The status of a user's proof of address (POA) has changed. P100 names the states `WAITING`, `APPROVED`, `REJECTED` and `QUESTIONED`, but no document shows the fields of the body, so none is described. */
export interface PoaStatusEvent {
    [key: string]: unknown;
}
/**
 * An amount of money. P100's documents show it as a JSON number and as a decimal string, sometimes for the same event, so accept both. Pass it to a decimal library before you calculate.
 * @example 0.001
 */
export type WebhookAmount = number | string;
/** What went wrong with a transfer. */
export interface WebhookError {
    /**
     * The reason in words.
     * @example Error
     */
    description?: string;
    /**
     * The reason as a status. Its values are not documented.
     * @example Error
     */
    status?: string;
}
/** The status of a transfer between two accounts at P100 has changed. */
export interface P2pTransferEvent {
    /**
     * Id of the transfer.
     * @example 8c394557-ba48-4ab4-9349-84d396b4a7f7
     */
    id: string;
    /**
     * Your own id for the user who paid; `null` if the payer was not a user.
     * @example bca65c48-df49-4831-a7b2-de7903321581
     */
    sourceExternalUserId?: string | null;
    /**
     * Your own id for the user who received the money; `null` if it was not a user.
     * @example null
     */
    destinationExternalUserId?: string | null;
    /** The amount that was transferred. */
    amount: WebhookAmount;
    /**
     * Currency of the amount, in lower case in P100's example.
     * @example eur
     */
    currency: string;
    /**
     * State of the transfer. P100 shows only `SUCCESSFUL`. Other values may be added.
     * @example SUCCESSFUL
     */
    status: "SUCCESSFUL" | (string & {});
    /**
     * Format: date-time
     *
     * When the transfer was created.
     * @example 2025-01-20T11:04:29.719Z
     */
    createdAt: string;
    /** What went wrong. P100's example has it on a successful transfer too, probably only to show its shape. */
    error?: WebhookError;
}
/** The status of a SEPA transfer has changed. P100 shows the complete body of a successful transfer. For a failed one, P100 says only that the body is short and has an `error`, so only `status` is required. */
export interface SepaTransferEvent {
    /**
     * Id of the transfer.
     * @example 123f6603-5a71-45c3-a222-1de369bb1c4d
     */
    id?: string;
    /**
     * Kind of the transfer. P100 shows only `external`. Other values may be added.
     * @example external
     */
    type?: "external" | (string & {});
    /** The amount that was transferred. */
    amount?: WebhookAmount;
    /**
     * Title of the transfer, as the recipient sees it.
     * @example Partner SEPA Transfer
     */
    transferTitle?: string;
    /**
     * IBAN that received the money.
     * @example PL49109024028743516259813188
     */
    destinationIban?: string;
    /**
     * First name of the recipient.
     * @example null
     */
    receiverFirstName?: string | null;
    /**
     * Last name of the recipient.
     * @example null
     */
    receiverLastName?: string | null;
    /**
     * State of the transfer. Other values may be added.
     * @example SUCCESSFUL
     */
    status: "SUCCESSFUL" | "FAILED" | (string & {});
    /**
     * Currency of the amount.
     * @example eur
     */
    currency?: string;
    /** Fee of the transfer. */
    fee?: WebhookAmount;
    /**
     * Format: date-time
     *
     * When the transfer was created.
     * @example 2025-08-05T10:33:54.730Z
     */
    createdAt?: string;
    /** What went wrong, if `status` is `FAILED`. P100's page does not show its fields. */
    error?: WebhookError;
}
/** The status of a crypto deposit for a user has changed. P100's page does not say which fields are always present: those of its example are required here, except the hash of the transaction. */
export interface CryptoDepositEvent {
    /**
     * Your own id for the user.
     * @example 8bdd8c8a-e9b7-475e-9690-8a34e8b78dab
     */
    externalUserId: string;
    /**
     * Id of the deposit.
     * @example facc5951-bdc8-46bc-a01c-9b36f25be6af
     */
    cryptoDepositId: string;
    /** The amount that was deposited. */
    amount: WebhookAmount;
    /**
     * Currency of the amount.
     * @example eth
     */
    currency: string;
    /**
     * State of the deposit. `WAITING_FOR_TR_DATA` presumably means that P100 needs travel rule data from you. (The travel rule is the law that requires data about the sender and the recipient of a crypto transfer.) Other values may be added.
     * @example WAITING_FOR_TR_DATA
     */
    status: "SUCCESSFUL" | "UNSUCCESSFUL" | "WAITING_FOR_VERIFICATION" | "WAITING_FOR_TR_DATA" | (string & {});
    /**
     * Hash of the transaction on its chain.
     * @example 0x10d5bd4367fd6623a16f56889abb3bb2352b8ea7df7b21537f1fc56fc2d07a87
     */
    transactionHash?: string;
    /**
     * Format: date-time
     *
     * When the deposit was created.
     * @example 2025-03-20T11:34:37.646Z
     */
    createdAt: string;
}
/** The status of a crypto withdrawal has changed. The only visible copy of P100's table is cut off after these fields, so more can follow. */
export type CryptoWithdrawalEvent = {
    /**
     * Id of the withdrawal.
     * @example 8c394557-ba48-4ab4-9349-84d396b4a7f7
     */
    id: string;
    /** The amount that was withdrawn. */
    amount: WebhookAmount;
    /** Fee of the withdrawal. */
    fee: WebhookAmount;
    /**
     * Address that the coins were sent to.
     * @example 0xE353464eBa01d651c16D8879cbCaE1C80568705C
     */
    destination: string;
    /**
     * State of the withdrawal. The values are not documented.
     * @example SUCCESSFUL
     */
    status: string;
} & {
    [key: string]: unknown;
};
/** Parameters of `users.getBalances`. */
export interface GetUserBalancesParameters {
    /** Your own id for the user. */
    externalUserId: string;
}
/** Parameters of `users.addProofOfAddress`. */
export interface AddProofOfAddressParameters {
    /** Your own id for the user. */
    externalUserId: string;
}
/** Parameters of `kyc.verificationUrl`. */
export interface GetKycVerificationUrlParameters {
    /** Your own id for the user. */
    externalUserId: string;
    /** Id of the verification. It presumably comes from P100's "Creating KYC Verification"; the response to that call is not documented. P100 shows no example. */
    verificationId: string;
}
/** Parameters of `exchange.createLock`. */
export interface CreateExchangeLockParameters {
    /** Your own id for the user. */
    externalUserId: string;
}
/** Parameters of `transfers.get`. */
export interface GetTransferParameters {
    /** Id of the transfer, from the response to creating it. */
    transferId: string;
}
/** Parameters of `withdrawals.getNetworkFee`. */
export interface GetNetworkFeeParameters {
    /** Currency of the withdrawal. */
    currency: WithdrawalCurrency;
    /** Pass `polygon` for a withdrawal of `usdc` or `usdt` over Polygon. If left out for these two, the network is Ethereum. */
    network?: WithdrawalNetwork;
}
/** Parameters of `sepaTransfers.get`. */
export interface GetSepaTransferParameters {
    /** Id of the transfer, from the response to creating it. */
    transferId: string;
}
/** Parameters of `orders.get`. */
export interface GetOrderParameters {
    /** Id of the order, from the response to creating it. */
    orderId: string;
}
/** Parameters of `cards.list`. */
export interface ListCardsParameters {
    /** Your own id for the user. */
    externalUserId: string;
}
export interface paths {
    "/v1/user/balances/crypto-and-fiat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user account and generate its balances
         *
         * Creates a new user with full KYC capabilities and provisions both fiat and crypto balances.
         *
         * Identify the user with your own unique `externalUserId`. Reusing one returns `P411`.
         *
         * Upon creation, all fiat balances are returned awaiting activation, with the status `WAITING_FOR_ACTIVATION` in P100's text and `WAITING_TO_BE_ACTIVATED` in P100's example. To activate fiat services, the user must successfully complete identity verification through P100's "Add User Verification" endpoint. If the user comes from a country that requires a proof of address (POA), the response includes `"poaRequired": true`.
         *
         * No document mentions an idempotency header, and P100's page on rate limits was not available. The unique `externalUserId` should make retries safe: after `P500`, `P501` or a lost response, the user may or may not have been created, and a retry with the same `externalUserId` returns the new user or `P411`. After a retry, `P411` may come from your own earlier attempt. This is our advice, not P100's; P100 does not say whether a user can be half created.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user/balances/crypto": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a user account without KYC
         *
         * Opens an account for a customer without identity verification and returns its balances. Such a user cannot be upgraded to a user with KYC and cannot have cards (source: P100's docs).
         *
         * Identify the user with your own unique `externalUserId`. Reusing one returns an error. P100 does not show the error code; for a user with KYC it is `P411`.
         *
         * Later revisions of P100's documentation do not have this operation. Its success status and its error codes are not documented.
         */
        post: operations["createUserWithoutKyc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user/balances/{externalUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the balances of a user
         *
         * Returns the fiat and crypto balances of a user, with IBAN and wallet addresses.
         *
         * P100's FAQ advises you to wait for the user status webhook with `ACTIVE` before the first call, and not to call right after creating the user.
         *
         * We have not seen P100's own page for this operation. The path comes from P100's FAQ, the response from P100's page about fees. The success status, the complete list of error codes and the response for a user without KYC are not documented.
         */
        get: operations["getUserBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/user/poa-files/{externalUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add the proof of address of a user
         *
         * Uploads a user's proof of address (POA): at most three files of at most 5 MB each, as JPEG, PNG or PDF, all in one call. P100 needs it for users of countries in which a proof of address is mandatory; P100's pages disagree on when that is.
         *
         * `202` with `P211` (POA pending) is a success too.
         *
         * P100 does not say whether a repeated upload is safe, so the SDK never repeats one if the outcome is unknown. If the response is lost, uploading again should return `P211` or `P447` if the first upload arrived. This is our conclusion from the list of codes, not P100's statement.
         */
        post: operations["addProofOfAddress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/kyc/verification/{externalUserId}/{verificationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the URL for a user's identity verification
         *
         * The URL that the user's browser opens for identity verification. It returns a loading page whose script sends the browser to the identity provider, iDenfy. The SDK only builds this URL and sends nothing: a server that fetches it gets only the loading page.
         *
         * The path comes from the oldest documentation (source: P100's docs), the two parameters from P100's page. P100's example sends no key, and the page asks for none, unlike P100's pages for other operations. Whether P100 accepts a key here, how long the URL is valid, and where the browser goes afterwards are not documented.
         */
        get: operations["getKycVerificationUrl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get your partner balances
         *
         * Returns your own balances as a partner, in the same shape as those of a user.
         *
         * The error codes of this operation are not documented.
         */
        get: operations["getPartnerBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create and finalize an exchange of partner balances
         *
         * Exchanges one currency of your partner account for another at a locked rate. The response holds only the id of the exchange; the exchange completes or fails later.
         *
         * P100's page does not show how a partner creates the rate lock, nor how to read the result. Ask P100 before you use this operation. Its success status and its error codes are not documented.
         *
         * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createPartnerExchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partner/sepa-deposit/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the bank details for a SEPA deposit
         *
         * Returns the bank details for a SEPA deposit to your partner account. The bank transfer must carry `title` unchanged as its reference. Without it, the deposit is matched by hand and may be returned.
         *
         * The success status and the error codes of this operation are not documented.
         */
        get: operations["getPartnerSepaDepositInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange/get-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get exchange rates
         *
         * Returns the current price of one unit of each currency in EUR. The rates are indicative (source: P100's docs): create a lock to hold a rate. This call changes nothing, so it is a good first call to test a key.
         *
         * The error codes of this operation are not documented.
         */
        get: operations["getExchangeRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exchange/get-lock/{externalUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get exchange rates and lock them for a user
         *
         * Creates a lock, which holds the current exchange rates for one user until `validUntil`. `POST /v1/exchange`, which exchanges a user's currencies, takes the id of the lock.
         *
         * Although it is a `GET`, each call creates a lock. The SDK repeats it anyway: a lock moves no money, and an unused one expires.
         */
        get: operations["createExchangeLock"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a transfer between a user and you
         *
         * Transfers money within P100: from a user to you with `sourceExternalUserId`, or from you to a user with `destinationExternalUserId`.
         *
         * `201` means that P100 has accepted the transfer. Later P100 pages say that errors about funds may show up only in the details of the transfer (source: P100's docs): read them with `GET /v1/transfer/details/{transferId}`.
         *
         * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfer/details/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the details of a transfer
         *
         * Returns an internal transfer and its state.
         *
         * Our copy of P100's page is cut off: more fields can follow, and the error codes are not visible.
         */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/crypto-withdrawal/get-network-fee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the network fee of a crypto withdrawal
         *
         * Returns what the network charges for the withdrawal of a currency.
         */
        get: operations["getNetworkFee"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sepa-transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a SEPA transfer of a user
         *
         * Transfers money from a user's account at P100 to a bank account by SEPA.
         *
         * A success means only that P100 has accepted the transfer. P100 does not check immediately whether there is enough money: read the result with `GET /v1/sepa-transfer/details/{transferId}`. The success status is `201` in the oldest revision of P100's page and `200` in a newer one.
         *
         * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createSepaTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sepa-transfer/details/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the details of a SEPA transfer
         *
         * Returns a SEPA transfer and its state. The same operation serves your users' transfers and your own.
         */
        get: operations["getSepaTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order/lock-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lock a rate for an order
         *
         * Locks a rate for an order until `expiresAt` and returns the amount to pay at this rate.
         *
         * The success status and the error codes of this operation are not documented. P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createOrderLock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order
         *
         * Creates an order from a locked rate. Its first state is `WAITING_FOR_WALLET_ADDRESS`.
         *
         * The success status and the error codes of this operation are not documented. P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/order/details/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the details of an order
         *
         * Returns an order, the address to pay to, and the progress of the payment.
         *
         * The success status and the error codes of this operation are not documented.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/card/virtual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a virtual card
         *
         * Creates a virtual card for a user with KYC (source: P100's docs) and returns its full number and security code.
         *
         * P100 allows 10 cards, and at most 5 new ones in 24 hours, 10 in 30 days and 20 in a year. P100 does not document whether the 10 cards are those in use at the same time, whether the limits are per user, or which error code you get if you exceed them. A card costs EUR 0.25 a month, paid from your partner balance; later P100 pages refer to your agreement instead (source: P100's docs).
         *
         * P100 documents no way to repeat this call safely, so the SDK never repeats it if the outcome is unknown.
         */
        post: operations["createCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/card/all/{externalUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get all cards of a user
         *
         * Returns all virtual cards of a user, without their full numbers.
         */
        get: operations["listCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    userStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * User status
         *
         * P100 sends this when a user has become active. Wait for it before you use the balances of a new user: fiat balances are not usable earlier.
         *
         * P100's menu names a webhook "User Balance Generation". It is most likely this one, which the event's page describes as "user balance is created"; there is no other page about it. The FAQ shows the body inside an envelope, `{"event_type", "data"}`; the page shows it flat, and so does this description.
         */
        post: operations["receiveUserStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    kycFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * KYC file added
         *
         * P100 sends this when it has processed a KYC file that you uploaded.
         *
         * We have seen the path on only one page of P100's documentation. Ask P100 to confirm it.
         */
        post: operations["receiveKycFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    kycVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * KYC verification status
         *
         * P100 sends this when the status of a user's identity verification has changed.
         *
         * The path is not documented. Ask P100 which one it uses for you.
         */
        post: operations["receiveKycVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    poaStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * POA verification status
         *
         * P100 sends this when the status of a user's proof of address (POA) has changed.
         *
         * The states `WAITING`, `APPROVED`, `REJECTED` and `QUESTIONED` are documented; the fields of the body are not, so the example is empty. The path comes from another page.
         */
        post: operations["receivePoaStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    p2pTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * P2P transfer
         *
         * P100 sends this when the status of a transfer between two accounts at P100 has changed.
         *
         * We have seen the path and the body on only one page of P100's documentation. Ask P100 to confirm the path. `amount` is a number there; some other events have a string.
         */
        post: operations["receiveP2pTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    sepaTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * SEPA transfer
         *
         * P100 sends this when the status of a SEPA transfer has changed.
         *
         * The path is not documented. Ask P100 which one it uses for you. `amount` is a string here and a number in other events.
         */
        post: operations["receiveSepaTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    cryptoDeposit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Crypto deposit
         *
         * P100 sends this when the status of a user's crypto deposit has changed.
         *
         * The path is not documented. Ask P100 which one it uses for you. `amount` is a number on the page of the event and a string in the FAQ.
         */
        post: operations["receiveCryptoDeposit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    cryptoWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Crypto withdrawal
         *
         * P100 sends this when the status of a crypto withdrawal has changed.
         *
         * We have seen the path and the body on only one page of P100's documentation, in a copy that ends in the middle of its table. It has no example: the one here combines values from other pages.
         */
        post: operations["receiveCryptoWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        DocumentType: DocumentType;
        CreateUserRequest: CreateUserRequest;
        FiatCurrency: FiatCurrency;
        FiatBalanceStatus: FiatBalanceStatus;
        FiatBalance: FiatBalance;
        CryptoCurrency: CryptoCurrency;
        WithdrawalTerms: WithdrawalTerms;
        DepositTerms: DepositTerms;
        Network: Network;
        CryptoBalance: CryptoBalance;
        Balances: Balances;
        CreatedUser: CreatedUser;
        ErrorCode: ErrorCode;
        ErrorBody: ErrorBody;
        AccessDeniedBody: AccessDeniedBody;
        CreateUserWithoutKycRequest: CreateUserWithoutKycRequest;
        Currency: Currency;
        BalanceWithoutKyc: BalanceWithoutKyc;
        CreatedUserWithoutKyc: CreatedUserWithoutKyc;
        AddProofOfAddressRequest: AddProofOfAddressRequest;
        CreatePartnerExchangeRequest: CreatePartnerExchangeRequest;
        CreatedExchange: CreatedExchange;
        SepaDepositInfo: SepaDepositInfo;
        ExchangeRates: ExchangeRates;
        ExchangeLock: ExchangeLock;
        CreateTransferRequest: CreateTransferRequest;
        CreatedTransfer: CreatedTransfer;
        TransferStatus: TransferStatus;
        Transfer: Transfer;
        WithdrawalCurrency: WithdrawalCurrency;
        WithdrawalNetwork: WithdrawalNetwork;
        NetworkFee: NetworkFee;
        ReceiverType: ReceiverType;
        CreateSepaTransferRequest: CreateSepaTransferRequest;
        CreatedSepaTransfer: CreatedSepaTransfer;
        SepaTransferStatus: SepaTransferStatus;
        SepaTransferUser: SepaTransferUser;
        SepaTransferError: SepaTransferError;
        SepaTransfer: SepaTransfer;
        CreateOrderLockRequest: CreateOrderLockRequest;
        OrderLock: OrderLock;
        CreateOrderRequest: CreateOrderRequest;
        CreatedOrder: CreatedOrder;
        OrderStatus: OrderStatus;
        Order: Order;
        CreateCardRequest: CreateCardRequest;
        CreatedCard: CreatedCard;
        CardStatus: CardStatus;
        Card: Card;
        CardList: CardList;
        UserStatusEvent: UserStatusEvent;
        KycFileEvent: KycFileEvent;
        KycVerificationEvent: KycVerificationEvent;
        PoaStatusEvent: PoaStatusEvent;
        WebhookAmount: WebhookAmount;
        WebhookError: WebhookError;
        P2pTransferEvent: P2pTransferEvent;
        SepaTransferEvent: SepaTransferEvent;
        CryptoDepositEvent: CryptoDepositEvent;
        CryptoWithdrawalEvent: CryptoWithdrawalEvent;
    };
    responses: {
        /** Created. Returns the new account with its balances; the fiat balances await activation. */
        UserCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedUser;
            };
        };
        /** The call failed. `errorCode` says why. This operation returns HTTP 400 for every code, including `P500` and `P501`. */
        CreateUserError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Access denied. The key is missing, wrong, or used from an IP address that is not allow-listed. The format and the media type of the body are not documented. P100 says only that its text contains one of the markers `xo1` (no key sent), `xo2` (wrong key) or `xo3` (IP address not allow-listed, production only). There is no error code. */
        AccessDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "*/*": AccessDeniedBody;
            };
        };
        /** Success. Returns the new account with its balances. P100 does not show the status code. */
        UserWithoutKycCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedUserWithoutKyc;
            };
        };
        /** Refused. `P412` comes from an existing integration; its HTTP status is assumed to be the same as for P100's other operations. */
        UserBalancesError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Success. Returns the balances of the user. P100 does not show the status code. */
        UserBalances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Balances;
            };
        };
        /** Created. The body is JSON, but its content is not documented. */
        ProofOfAddressAdded: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** POA pending (`P211`), a success. The body is not documented. */
        ProofOfAddressPending: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": unknown;
            };
        };
        /** The call failed. `errorCode` says why. */
        ProofOfAddressError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** POA verification not found (`P460`). */
        ProofOfAddressNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** A loading page whose script sends the browser to the identity provider. There is no redirect by status code or `Location` header. */
        KycVerificationPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "text/html": string;
            };
        };
        /** User does not exist (`P412`). P100 lists no other code. */
        KycVerificationError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Returns all your partner balances. */
        PartnerBalances: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Balances;
            };
        };
        /** Success. P100 has accepted the exchange. P100 does not show the status code. */
        PartnerExchangeCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedExchange;
            };
        };
        /** Success. Returns the bank details for a deposit. P100 does not show the status code. */
        SepaDepositInfo: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": SepaDepositInfo;
            };
        };
        /** Returns the current exchange rates. */
        ExchangeRates: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ExchangeRates;
            };
        };
        /** Returns the new lock and its rates. */
        ExchangeLock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ExchangeLock;
            };
        };
        /** User does not exist (`P412`). */
        ExchangeLockError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Created. P100 has accepted the transfer. */
        TransferCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedTransfer;
            };
        };
        /** The call failed. `errorCode` says why. P100's page also names an "invalid request" without a code. */
        CreateTransferError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Returns the transfer. */
        Transfer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Transfer;
            };
        };
        /** Returns the fee of the network. */
        NetworkFee: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": NetworkFee;
            };
        };
        /** Currency not found (`P410`). */
        NetworkFeeError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Success. P100 has accepted the transfer (newer revision of P100's page). */
        SepaTransferAccepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedSepaTransfer;
            };
        };
        /** Created. P100 has accepted the transfer (oldest revision of P100's page). */
        SepaTransferCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedSepaTransfer;
            };
        };
        /** The call failed. `errorCode` says why. `P418` and `P433` come from the oldest revision of P100's page. */
        CreateSepaTransferError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Returns the transfer. */
        SepaTransfer: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": SepaTransfer;
            };
        };
        /** The call failed. `errorCode` says why. `P418` comes from the oldest revision of P100's page. */
        SepaTransferError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** SEPA transfer not found (`P428`). */
        SepaTransferNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Success. Returns the new lock. P100 does not show the status code. */
        OrderLock: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": OrderLock;
            };
        };
        /** Success. Returns the id of the new order. P100 does not show the status code. */
        OrderCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedOrder;
            };
        };
        /** Success. Returns the order. P100 does not show the status code. */
        Order: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": Order;
            };
        };
        /** Returns the new card with its full number and security code. */
        CardCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedCard;
            };
        };
        /** The call failed. `errorCode` says why. `P451` and `P455` come from a newer revision of P100's page, `P431` from an older one. */
        CreateCardError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Returns the cards of the user. */
        CardList: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CardList;
            };
        };
        /** User does not exist (`P412`). */
        CardListError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** You have received the event. P100's examples show the body `{}`, and `null` for a KYC file. After any other status, P100 delivers the event again. */
        WebhookReceived: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    [key: string]: unknown;
                } | null;
            };
        };
        /** The header `Authorization` is missing or does not contain your token. The body can be anything. */
        WebhookTokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
    };
    parameters: never;
    requestBodies: {
        /** The customer for whom the account is opened. */
        CreateUser: {
            content: {
                "application/json": CreateUserRequest;
            };
        };
        /** The customer for whom the account is opened. */
        CreateUserWithoutKyc: {
            content: {
                "application/json": CreateUserWithoutKycRequest;
            };
        };
        /** The files of the proof of address. */
        AddProofOfAddress: {
            content: {
                "multipart/form-data": AddProofOfAddressRequest;
            };
        };
        /** What to exchange. */
        CreatePartnerExchange: {
            content: {
                "application/json": CreatePartnerExchangeRequest;
            };
        };
        /** Who pays, and how much. */
        CreateTransfer: {
            content: {
                "application/json": CreateTransferRequest;
            };
        };
        /** Who pays whom, and how much. */
        CreateSepaTransfer: {
            content: {
                "application/json": CreateSepaTransferRequest;
            };
        };
        /** Currency, amount and network of the order. */
        CreateOrderLock: {
            content: {
                "application/json": CreateOrderLockRequest;
            };
        };
        /** The locked rate. */
        CreateOrder: {
            content: {
                "application/json": CreateOrderRequest;
            };
        };
        /** The new card. */
        CreateCard: {
            content: {
                "application/json": CreateCardRequest;
            };
        };
    };
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateUser"];
        responses: {
            201: components["responses"]["UserCreated"];
            400: components["responses"]["CreateUserError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    createUserWithoutKyc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateUserWithoutKyc"];
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["UserWithoutKycCreated"];
        };
    };
    getUserBalances: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Your own id for the user.
                 * @example 6ef2fb57-c337-4557-ba24-b82f1322f912
                 */
                externalUserId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            400: components["responses"]["UserBalancesError"];
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["UserBalances"];
        };
    };
    addProofOfAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Your own id for the user.
                 * @example f47ac10b-58cc-4372-a567-0e02b2c3d479
                 */
                externalUserId: string;
            };
            cookie?: never;
        };
        requestBody: components["requestBodies"]["AddProofOfAddress"];
        responses: {
            /** Created. The body is JSON, but its content is not documented. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            202: components["responses"]["ProofOfAddressPending"];
            400: components["responses"]["ProofOfAddressError"];
            401: components["responses"]["AccessDenied"];
            404: components["responses"]["ProofOfAddressNotFound"];
        };
    };
    getKycVerificationUrl: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Your own id for the user.
                 * @example 6ef2fb57-c337-4557-ba24-b82f1322f912
                 */
                externalUserId: string;
                /**
                 * Id of the verification. It presumably comes from P100's "Creating KYC Verification"; the response to that call is not documented. P100 shows no example.
                 * @example your-verification-id
                 */
                verificationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["KycVerificationPage"];
            400: components["responses"]["KycVerificationError"];
        };
    };
    getPartnerBalances: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["PartnerBalances"];
            401: components["responses"]["AccessDenied"];
        };
    };
    createPartnerExchange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreatePartnerExchange"];
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["PartnerExchangeCreated"];
        };
    };
    getPartnerSepaDepositInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["SepaDepositInfo"];
        };
    };
    getExchangeRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ExchangeRates"];
            401: components["responses"]["AccessDenied"];
        };
    };
    createExchangeLock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Your own id for the user.
                 * @example f9b430dc-7e1a-42a0-bbb4-9003935ea9f9
                 */
                externalUserId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["ExchangeLock"];
            400: components["responses"]["ExchangeLockError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    createTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateTransfer"];
        responses: {
            201: components["responses"]["TransferCreated"];
            400: components["responses"]["CreateTransferError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Id of the transfer, from the response to creating it.
                 * @example 7fb02323-969a-4936-94ea-86b8773ff1a2
                 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Transfer"];
            401: components["responses"]["AccessDenied"];
        };
    };
    getNetworkFee: {
        parameters: {
            query: {
                /**
                 * Currency of the withdrawal.
                 * @example usdc
                 */
                currency: WithdrawalCurrency;
                /**
                 * Pass `polygon` for a withdrawal of `usdc` or `usdt` over Polygon. If left out for these two, the network is Ethereum.
                 * @example polygon
                 */
                network?: WithdrawalNetwork;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["NetworkFee"];
            400: components["responses"]["NetworkFeeError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    createSepaTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateSepaTransfer"];
        responses: {
            200: components["responses"]["SepaTransferAccepted"];
            201: components["responses"]["SepaTransferCreated"];
            400: components["responses"]["CreateSepaTransferError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    getSepaTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Id of the transfer, from the response to creating it.
                 * @example 7fb02323-969a-4936-94ea-86b8773ff1a2
                 */
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["SepaTransfer"];
            400: components["responses"]["SepaTransferError"];
            401: components["responses"]["AccessDenied"];
            404: components["responses"]["SepaTransferNotFound"];
        };
    };
    createOrderLock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateOrderLock"];
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["OrderLock"];
        };
    };
    createOrder: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateOrder"];
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["OrderCreated"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Id of the order, from the response to creating it.
                 * @example a44a0805-dd40-4dc4-80d7-8bc81783ec42
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            401: components["responses"]["AccessDenied"];
            "2XX": components["responses"]["Order"];
        };
    };
    createCard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: components["requestBodies"]["CreateCard"];
        responses: {
            200: components["responses"]["CardCreated"];
            400: components["responses"]["CreateCardError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    listCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * Your own id for the user.
                 * @example bca65c48-df49-4831-a7b2-de7903321581
                 */
                externalUserId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["CardList"];
            400: components["responses"]["CardListError"];
            401: components["responses"]["AccessDenied"];
        };
    };
    receiveUserStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": UserStatusEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveKycFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": KycFileEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveKycVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": KycVerificationEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receivePoaStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": PoaStatusEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveP2pTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": P2pTransferEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveSepaTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": SepaTransferEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveCryptoDeposit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CryptoDepositEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
    receiveCryptoWithdrawal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": CryptoWithdrawalEvent;
            };
        };
        responses: {
            200: components["responses"]["WebhookReceived"];
            401: components["responses"]["WebhookTokenRefused"];
        };
    };
}
