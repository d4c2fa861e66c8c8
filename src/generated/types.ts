// Generated from openapi/ by `npm run generate`. Do not edit.

/**
 * Kind of an identity document. The page shows `ID_CARD`; the other values come from other documents of P100. New values can appear.
 * @example ID_CARD
 */
export type DocumentType = "ID_CARD" | "PASSPORT" | "RESIDENCE_PERMIT" | (string & {});
/** The customer and the identity document. The page states in words only that `externalUserId` is needed; all twelve fields stand in its example, and known integrations send all twelve, so all twelve are required here. Rules for lengths, formats and characters are not documented. */
export interface CreateUserRequest {
    /**
     * Your own id of the user. It has to be unique: a second use is refused with `P411`. Any string, not necessarily a UUID.
     * @example 6ef2fb57-c337-4557-ba24-b82f1322f912
     */
    externalUserId: string;
    /**
     * E-mail address of the user.
     * @example johndoe@gmail.com
     */
    email: string;
    /**
     * Telephone number in digits, with the country code and without `+`, as in the example.
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
     * Country in which the user lives, in two letters (ISO 3166-1 alpha-2). Some countries are refused with `P431`; the list is not documented.
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
 * Currency of a fiat balance, in lower case. New ones can appear.
 * @example eur
 */
export type FiatCurrency = "eur" | (string & {});
/**
 * The page contradicts itself on the waiting status: its example says `WAITING_TO_BE_ACTIVATED`, its text `WAITING_FOR_ACTIVATION`. Both mean that the user has not been verified yet, so treat them alike. `ACTIVE` comes from other documents of P100. New values can appear.
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
     * Amount of money, as a decimal string (two places for `eur`). Do not turn it into a float.
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
     * IBAN of the balance, `null` until there is one.
     * @example null
     */
    iban: string | null;
    /** Whether the balance is usable. */
    status: FiatBalanceStatus;
}
/**
 * Currency of a crypto balance, in lower case. New ones can appear.
 * @example btc
 */
export type CryptoCurrency = "pol" | "usdc" | "btc" | "doge" | "eth" | "ltc" | (string & {});
/** What a withdrawal costs on one network and how small it may be. */
export interface WithdrawalTerms {
    /**
     * Fee for one withdrawal, in the coin.
     * @example 0.0003
     */
    feeWithdrawal: number;
    /**
     * Smallest withdrawal, in the coin.
     * @example 0.000001
     */
    minWithdrawal: number;
}
/** How small a deposit may be on one network. */
export interface DepositTerms {
    /**
     * Smallest deposit, in the coin.
     * @example 0
     */
    minDeposit: number;
}
/** How a coin can be moved on one network. Fees and minimums are in the coin. */
export interface Network {
    /**
     * Whether this is the real network. It is `false` in staging.
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
/** A balance in one crypto currency. */
export interface CryptoBalance {
    /**
     * Id of the balance.
     * @example bab5eb5b-3963-49f4-97d7-e8e0fe0d7f96
     */
    id: string;
    /**
     * Format: decimal
     *
     * Amount in the coin, as a decimal string (in the page's example six places for `usdc`, eight for the others). Do not turn it into a float.
     * @example 0.00000000
     */
    amount: string;
    /** Currency of the balance. */
    name: CryptoCurrency;
    /**
     * Address of the wallet, `null` until there is one.
     * @example null
     */
    wallet: string | null;
    /**
     * Price of one unit in EUR (not in USD).
     * @example 102178.03394219
     */
    rate: number;
    /**
     * The networks on which the coin can be moved, by the name of the network (in the page's example `ethereum`, `polygon`, `btc`, `doge` and `ltc`). New networks can appear.
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
/** The fiat and crypto balances of one user. */
export interface Balances {
    /**
     * One balance for each fiat currency. They wait for activation until the user is verified.
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
     * One balance for each crypto currency.
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
     * P100's id of the user, which the other endpoints ask for.
     * @example f63064b1-c26b-4c9e-af22-0b482263751f
     */
    userId: string;
    /**
     * Whether the user's country asks for a proof of address (POA). The page's text promises the field only where it is `true`; its example has it as `false`, so it is described as always there.
     * @example false
     */
    poaRequired: boolean;
    /** The balances that were provisioned with the account. */
    balances: Balances;
}
/**
 * Reason of a refusal. The numbers are not HTTP statuses. Other documents of P100 have further codes for other operations, and new ones can appear.
 * @example P411
 */
export type ErrorCode = "P403" | "P411" | "P431" | "P500" | "P501" | (string & {});
/** Why a call was refused. Only `errorCode` is always there: `errorName` is absent from validation errors, and older revisions of the API leave `errorMessage` out. No request id and no structure for single fields is documented. */
export interface ErrorBody {
    /** The reason, to be decided on in code. */
    errorCode: ErrorCode;
    /**
     * The reason as a name. Documented for other operations; on this one, known are `user-exists` (read off an integrator's code) and, from another operation, `forbidden-country`.
     * @example user-exists
     */
    errorName?: string;
    /**
     * The reason as a sentence, for your logs; P100 advises against showing it to end users. A validation error joins several failures with `. `.
     * @example Amount can have at most 8 decimal places.
     */
    errorMessage?: string;
}
/**
 * Undocumented. Look for `xo1`, `xo2` or `xo3` anywhere in the text and require nothing else.
 * @example Access Denied. xo1
 */
export type AccessDeniedBody = unknown;
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
         * Opens an account with full KYC for one of your customers and provisions its fiat and crypto balances in the same step.
         *
         * You name the user with `externalUserId`, which has to be unique: using one a second time is refused with `P411`.
         *
         * Every fiat balance starts out waiting for activation. To activate fiat services, the user has to complete identity verification successfully, through P100's "Add User Verification" endpoint. When the user comes from a country that asks for a proof of address (POA), the answer says `"poaRequired": true`.
         *
         * Rate limits and an idempotency header are not documented. What makes a repeated call harmless is the unique `externalUserId`.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
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
    };
    responses: {
        /** The account exists, and these are its balances. The fiat ones still wait for activation. */
        UserCreated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": CreatedUser;
            };
        };
        /** The call was refused. `errorCode` tells why; the HTTP status is 400 for every code, also for the transient `P500` and `P501`. */
        BusinessError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** Access denied. The key is missing, wrong, or used from an address that is not allowed. The shape of the body and its media type are not documented: only that one of the marks `xo1` (no key sent), `xo2` (wrong key) or `xo3` (address not allowed, production only) stands somewhere in the text. There is no error code. */
        AccessDenied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "*/*": AccessDeniedBody;
            };
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
            400: components["responses"]["BusinessError"];
            401: components["responses"]["AccessDenied"];
        };
    };
}
