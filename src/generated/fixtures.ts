// Generated from openapi/ by `npm run generate`. Do not edit.

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
 * The types of each operation, by its id.
 */
export interface FakeOperations {
  /**
   * `users.create`, `POST /v1/user/balances/crypto-and-fiat`
   */
  readonly createUser: {
    readonly parameters: Record<never, never>;
    readonly body: CreateUserRequest;
    readonly result: CreatedUser;
    readonly code: 'P403' | 'P411' | 'P431' | 'P500' | 'P501';
  };
  /**
   * `users.createWithoutKyc`, `POST /v1/user/balances/crypto`
   */
  readonly createUserWithoutKyc: {
    readonly parameters: Record<never, never>;
    readonly body: CreateUserWithoutKycRequest;
    readonly result: CreatedUserWithoutKyc;
    readonly code: never;
  };
  /**
   * `users.getBalances`, `GET /v1/user/balances/{externalUserId}`
   */
  readonly getUserBalances: {
    readonly parameters: GetUserBalancesParameters;
    readonly body: undefined;
    readonly result: Balances;
    readonly code: 'P412';
  };
  /**
   * `users.addProofOfAddress`, `POST /v1/user/poa-files/{externalUserId}`
   */
  readonly addProofOfAddress: {
    readonly parameters: AddProofOfAddressParameters;
    readonly body: AddProofOfAddressRequest;
    readonly result: unknown;
    readonly code: 'P211' | 'P412' | 'P426' | 'P440' | 'P447' | 'P500' | 'P501' | 'P460';
  };
  /**
   * `kyc.verificationUrl`, `GET /v1/kyc/verification/{externalUserId}/{verificationId}`
   */
  readonly getKycVerificationUrl: {
    readonly parameters: GetKycVerificationUrlParameters;
    readonly body: undefined;
    readonly result: string;
    readonly code: 'P412';
  };
  /**
   * `partner.getBalances`, `GET /v1/partner/balances`
   */
  readonly getPartnerBalances: {
    readonly parameters: Record<never, never>;
    readonly body: undefined;
    readonly result: Balances;
    readonly code: never;
  };
  /**
   * `partner.createExchange`, `POST /v1/partner/exchange`
   */
  readonly createPartnerExchange: {
    readonly parameters: Record<never, never>;
    readonly body: CreatePartnerExchangeRequest;
    readonly result: CreatedExchange;
    readonly code: never;
  };
  /**
   * `partner.getSepaDepositInfo`, `GET /v1/partner/sepa-deposit/info`
   */
  readonly getPartnerSepaDepositInfo: {
    readonly parameters: Record<never, never>;
    readonly body: undefined;
    readonly result: SepaDepositInfo;
    readonly code: never;
  };
  /**
   * `exchange.getRates`, `GET /v1/exchange/get-rate`
   */
  readonly getExchangeRates: {
    readonly parameters: Record<never, never>;
    readonly body: undefined;
    readonly result: ExchangeRates;
    readonly code: never;
  };
  /**
   * `exchange.createLock`, `GET /v1/exchange/get-lock/{externalUserId}`
   */
  readonly createExchangeLock: {
    readonly parameters: CreateExchangeLockParameters;
    readonly body: undefined;
    readonly result: ExchangeLock;
    readonly code: 'P412';
  };
  /**
   * `transfers.create`, `POST /v1/transfer`
   */
  readonly createTransfer: {
    readonly parameters: Record<never, never>;
    readonly body: CreateTransferRequest;
    readonly result: CreatedTransfer;
    readonly code: 'P424' | 'P433';
  };
  /**
   * `transfers.get`, `GET /v1/transfer/details/{transferId}`
   */
  readonly getTransfer: {
    readonly parameters: GetTransferParameters;
    readonly body: undefined;
    readonly result: Transfer;
    readonly code: never;
  };
  /**
   * `withdrawals.getNetworkFee`, `GET /v1/crypto-withdrawal/get-network-fee`
   */
  readonly getNetworkFee: {
    readonly parameters: GetNetworkFeeParameters;
    readonly body: undefined;
    readonly result: NetworkFee;
    readonly code: 'P410';
  };
  /**
   * `sepaTransfers.create`, `POST /v1/sepa-transfer`
   */
  readonly createSepaTransfer: {
    readonly parameters: Record<never, never>;
    readonly body: CreateSepaTransferRequest;
    readonly result: CreatedSepaTransfer;
    readonly code: 'P403' | 'P412' | 'P418' | 'P433' | 'P500' | 'P501';
  };
  /**
   * `sepaTransfers.get`, `GET /v1/sepa-transfer/details/{transferId}`
   */
  readonly getSepaTransfer: {
    readonly parameters: GetSepaTransferParameters;
    readonly body: undefined;
    readonly result: SepaTransfer;
    readonly code: 'P418' | 'P500' | 'P501' | 'P428';
  };
  /**
   * `orders.createLock`, `POST /v1/order/lock-rate`
   */
  readonly createOrderLock: {
    readonly parameters: Record<never, never>;
    readonly body: CreateOrderLockRequest;
    readonly result: OrderLock;
    readonly code: never;
  };
  /**
   * `orders.create`, `POST /v1/order`
   */
  readonly createOrder: {
    readonly parameters: Record<never, never>;
    readonly body: CreateOrderRequest;
    readonly result: CreatedOrder;
    readonly code: never;
  };
  /**
   * `orders.get`, `GET /v1/order/details/{orderId}`
   */
  readonly getOrder: {
    readonly parameters: GetOrderParameters;
    readonly body: undefined;
    readonly result: Order;
    readonly code: never;
  };
  /**
   * `cards.create`, `POST /v1/card/virtual`
   */
  readonly createCard: {
    readonly parameters: Record<never, never>;
    readonly body: CreateCardRequest;
    readonly result: CreatedCard;
    readonly code: 'P412' | 'P451' | 'P455' | 'P431';
  };
  /**
   * `cards.list`, `GET /v1/card/all/{externalUserId}`
   */
  readonly listCards: {
    readonly parameters: ListCardsParameters;
    readonly body: undefined;
    readonly result: CardList;
    readonly code: 'P412';
  };
}

/**
 * The requests that the test kit accepts, and the responses that it returns.
 */
export const fixtures = {
  createUser: {
    name: 'users.create',
    method: 'POST',
    path: '/v1/user/balances/crypto-and-fiat',
    authenticated: true,
    key: 'externalUserId',
    parameters: {},
    body: 'json',
    required: ['externalUserId', 'email', 'phone', 'firstName', 'lastName', 'address', 'city', 'postCode', 'country', 'citizenship', 'documentType', 'documentNumber'],
    types: { externalUserId: ['string'], email: ['string'], phone: ['string'], firstName: ['string'], lastName: ['string'], address: ['string'], city: ['string'], postCode: ['string'], country: ['string'], citizenship: ['string'], documentType: ['string'], documentNumber: ['string'] },
    requests: { 'john-doe': { externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912', email: 'johndoe@gmail.com', phone: '48123123123', firstName: 'John', lastName: 'Doe', address: 'Example 321', city: 'New York', postCode: 'EA0234', country: 'PL', citizenship: 'PL', documentType: 'ID_CARD', documentNumber: 'CEV12630' } },
    examples: {
      201: {
        'user-created': { userId: 'f63064b1-c26b-4c9e-af22-0b483262751f', poaRequired: false, balances: { fiatBalances: [{ id: '68109102-cde0-49ec-ae2c-d535a2eb30bd', amount: '0.00', name: 'eur', rate: 1, iban: null, status: 'WAITING_TO_BE_ACTIVATED' }], cryptoBalances: [{ id: '7468f765-f1b6-4e2e-bac2-ded52d8df1af', amount: '0.00000000', name: 'pol', wallet: null, rate: 0.19598695, networkConfig: { polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 0.001, minWithdrawal: 0.00005 }, deposit: { minDeposit: 0 } } } }, { id: 'cda6ce2c-7f0d-46eb-a96a-cc928dcdb105', amount: '0.000000', name: 'usdc', wallet: null, rate: 0.863331, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 10, minWithdrawal: 1 }, deposit: { minDeposit: 5 } }, polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 0.5, minWithdrawal: 2 }, deposit: { minDeposit: 0 } } } }, { id: 'bab5eb5b-3963-49f4-97d7-e8e0fe0d7f96', amount: '0.00000000', name: 'btc', wallet: null, rate: 102178.03394219, networkConfig: { btc: { mainnet: false, name: 'test', withdrawal: { feeWithdrawal: 0.0003, minWithdrawal: 0.000001 }, deposit: { minDeposit: 0 } } } }, { id: 'be038da7-3fb3-45aa-9970-0b7fd9797800', amount: '0.00000000', name: 'doge', wallet: null, rate: 0.1954334, networkConfig: { doge: { mainnet: false, name: 'test', withdrawal: { feeWithdrawal: 5, minWithdrawal: 0.01 }, deposit: { minDeposit: 0 } } } }, { id: '87d9f9d6-bb12-4cf7-baf7-0482d8d6e557', amount: '0.00000000', name: 'eth', wallet: null, rate: 3308.03435755, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 0.003, minWithdrawal: 0.0006 }, deposit: { minDeposit: 0 } } } }, { id: '3ae0db3a-2803-4070-848b-4264a6565ff0', amount: '0.00000000', name: 'ltc', wallet: null, rate: 93.83935247, networkConfig: { ltc: { mainnet: false, name: 'test', withdrawal: { feeWithdrawal: 0.002, minWithdrawal: 0.001 }, deposit: { minDeposit: 0 } } } }] } },
      },
      400: {
        'validation-error': { errorCode: 'P403', errorMessage: '<message naming the fields>' },
        'user-exists': { errorCode: 'P411', errorName: 'user-exists' },
        'forbidden-country': { errorCode: 'P431', errorName: 'forbidden-country' },
        'unknown-exception': { errorCode: 'P500' },
        'service-temporarily-unavailable': { errorCode: 'P501' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  createUserWithoutKyc: {
    name: 'users.createWithoutKyc',
    method: 'POST',
    path: '/v1/user/balances/crypto',
    authenticated: true,
    key: 'externalUserId',
    parameters: {},
    body: 'json',
    required: ['externalUserId'],
    types: { externalUserId: ['string'], email: ['string'], firstName: ['string'], lastName: ['string'], address: ['string'], city: ['string'], country: ['string'], documentType: ['string'], documentNumber: ['string'], pesel: ['string'], birthCountry: ['string'], birthDate: ['string'] },
    requests: { 'john-doe-without-kyc': { externalUserId: 'bca65c48-df49-4831-a7b2-de79033219', email: 'johndoe@gmail.com', firstName: 'John', lastName: 'Doe', address: 'Adama Matuszczaka 51/4', city: 'Rzeszów', country: 'PL', documentType: 'PASSPORT', documentNumber: 'CEV124630', pesel: '12345678901', birthCountry: 'PL', birthDate: '2000-01-01' } },
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'user-without-kyc-created': { userId: 'db0e3f17-3ff0-481d-b543-ac5576c06650', balances: [{ id: '2d6be876-fe39-4518-9423-d39ce071df2b', amount: '0.00000000', name: 'eth', wallet: null, rate: 3160.21051755, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 0.003, minWithdrawal: 0.0006 }, deposit: { minDeposit: 0 } } } }, { id: 'ae62579a-dcab-4327-95b2-9534897ec30a', amount: '0.00', name: 'eur', wallet: null, rate: 1 }] },
      },
    },
  },
  getUserBalances: {
    name: 'users.getBalances',
    method: 'GET',
    path: '/v1/user/balances/{externalUserId}',
    authenticated: true,
    reads: 'balances',
    parameters: { externalUserId: { in: 'path', required: true, types: ['string'], example: '6ef2fb57-c337-4557-ba24-b82f1322f912' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      400: {
        'unknown-user': { errorCode: 'P412', errorName: 'invalid-user' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'active-balances': { fiatBalances: [{ id: '02ee1b09-9934-4dcc-8dec-91bf34b8f543', amount: '0.00', name: 'eur', rate: 1, iban: 'LT683130019950000568', status: 'ACTIVE' }], cryptoBalances: [{ id: 'f2de1f4b-916f-417e-9410-8bf4a70693ee', amount: '0.000000', name: 'usdc', wallet: '0x2e90ca5bbe46d5ae23f2df90457d020391b92673', rate: 0.963728, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } }, polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } } } }, { id: '7415034b-3dcf-4f45-a213-ce6361c248aa', amount: '0.000000', name: 'usdt', wallet: '0x2e90ca5bbe46d5ae23f2df90457d020391b92673', rate: 0.963486, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } }, polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } } } }] },
      },
    },
  },
  addProofOfAddress: {
    name: 'users.addProofOfAddress',
    method: 'POST',
    path: '/v1/user/poa-files/{externalUserId}',
    authenticated: true,
    parameters: { externalUserId: { in: 'path', required: true, types: ['string'], example: 'f47ac10b-58cc-4372-a567-0e02b2c3d479' } },
    body: 'multipart',
    required: ['files'],
    types: { files: ['array'] },
    files: { files: { maxItems: 3, maxBytes: 5242880, contentTypes: ['image/jpeg', 'image/png', 'image/jpg', 'application/pdf'] } },
    requests: { 'one-document': { files: ['%PDF-1.4'] } },
    examples: {
      201: {},
      202: {
        'poa-pending': { errorCode: 'P211' },
      },
      400: {
        'unknown-user': { errorCode: 'P412', errorName: 'invalid-user' },
        'invalid-file-type': { errorCode: 'P426' },
        'file-too-large': { errorCode: 'P440' },
        'poa-already-verified': { errorCode: 'P447' },
        'unknown-exception': { errorCode: 'P500' },
        'service-temporarily-unavailable': { errorCode: 'P501' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      404: {
        'poa-verification-not-found': { errorCode: 'P460' },
      },
    },
  },
  getKycVerificationUrl: {
    name: 'kyc.verificationUrl',
    method: 'GET',
    path: '/v1/kyc/verification/{externalUserId}/{verificationId}',
    authenticated: false,
    parameters: { externalUserId: { in: 'path', required: true, types: ['string'], example: '6ef2fb57-c337-4557-ba24-b82f1322f912' }, verificationId: { in: 'path', required: true, types: ['string'], example: 'your-verification-id' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'loading-page': '<!-- A loading page. Its content is not documented. -->',
      },
      400: {
        'invalid-user-with-message': { errorCode: 'P412', errorMessage: 'User does not exist', errorName: 'invalid-user' },
      },
    },
  },
  getPartnerBalances: {
    name: 'partner.getBalances',
    method: 'GET',
    path: '/v1/partner/balances',
    authenticated: true,
    parameters: {},
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'active-balances': { fiatBalances: [{ id: '02ee1b09-9934-4dcc-8dec-91bf34b8f543', amount: '0.00', name: 'eur', rate: 1, iban: 'LT683130019950000568', status: 'ACTIVE' }], cryptoBalances: [{ id: 'f2de1f4b-916f-417e-9410-8bf4a70693ee', amount: '0.000000', name: 'usdc', wallet: '0x2e90ca5bbe46d5ae23f2df90457d020391b92673', rate: 0.963728, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } }, polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } } } }, { id: '7415034b-3dcf-4f45-a213-ce6361c248aa', amount: '0.000000', name: 'usdt', wallet: '0x2e90ca5bbe46d5ae23f2df90457d020391b92673', rate: 0.963486, networkConfig: { ethereum: { mainnet: false, name: 'sepolia', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } }, polygon: { mainnet: false, name: 'amoy', withdrawal: { feeWithdrawal: 10, minWithdrawal: 15 }, deposit: { minDeposit: 5 } } } }] },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  createPartnerExchange: {
    name: 'partner.createExchange',
    method: 'POST',
    path: '/v1/partner/exchange',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['amount', 'currencyFrom', 'currencyTo', 'lockId'],
    types: { amount: ['number'], currencyFrom: ['string'], currencyTo: ['string'], lockId: ['string'] },
    requests: { 'eth-to-eur': { amount: 10, currencyFrom: 'eth', currencyTo: 'eur', lockId: 'ee7b2f0f-0ffb-4fce-8fb3-66db2ca1f461' } },
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'exchange-created': { exchangeId: '3f0aeaa7-1177-4d77-9985-0cb987809801' },
      },
    },
  },
  getPartnerSepaDepositInfo: {
    name: 'partner.getSepaDepositInfo',
    method: 'GET',
    path: '/v1/partner/sepa-deposit/info',
    authenticated: true,
    parameters: {},
    required: [],
    types: {},
    requests: {},
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'sepa-deposit-info': { title: 'b32ab065-1f05-4322-a39f-cc185bf1de51', iban: 'LT333130010135556427', swift: 'BZENLT22', accountHolder: 'P100 sp. z o.o.', address: 'Połonińska 19' },
      },
    },
  },
  getExchangeRates: {
    name: 'exchange.getRates',
    method: 'GET',
    path: '/v1/exchange/get-rate',
    authenticated: true,
    parameters: {},
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'rates': { btc: 55647.81453411, doge: 0.09853434, eth: 2188.45355799, eur: 1, eurt: 0.993082, ltc: 59.23864178, pol: 0.35312008, usdc: 0.914372, usdt: 0.914208 },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  createExchangeLock: {
    name: 'exchange.createLock',
    method: 'GET',
    path: '/v1/exchange/get-lock/{externalUserId}',
    authenticated: true,
    parameters: { externalUserId: { in: 'path', required: true, types: ['string'], example: 'f9b430dc-7e1a-42a0-bbb4-9003935ea9f9' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'rate-lock': { id: 'f4a33667-0824-4d73-88d3-3698a6f7c534', rates: { btc: 63115.99036294, doge: 0.1405009, eth: 2260.61529615, eur: 1, eurt: 0.992974, ltc: 61.02279304, pol: 0.27442258, usdc: 0.918038, usdt: 0.917832 }, feePercentage: 1.49, createdAt: '2024-11-05T10:54:02.982Z', validUntil: '2024-11-05T22:00:42.981Z' },
      },
      400: {
        'invalid-user': { errorCode: 'P412', errorName: 'invalid-user' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  createTransfer: {
    name: 'transfers.create',
    method: 'POST',
    path: '/v1/transfer',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['amount', 'currency'],
    types: { sourceExternalUserId: ['string', 'null'], destinationExternalUserId: ['string', 'null'], amount: ['string', 'number'], currency: ['string'] },
    requests: { 'user-pays-partner': { sourceExternalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', amount: '100', currency: 'btc' }, 'amount-as-number': { sourceExternalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', amount: 100, currency: 'btc' } },
    examples: {
      201: {
        'transfer-created': { transferId: '7fb02323-969a-4936-94ea-86b8773ff1a2' },
      },
      400: {
        'source-or-destination-required': { errorCode: 'P424', errorName: 'source-or-destination-required', errorMessage: 'Source or destination must be provided.' },
        'insufficient-funds': { errorCode: 'P433', errorName: 'insufficient-funds' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  getTransfer: {
    name: 'transfers.get',
    method: 'GET',
    path: '/v1/transfer/details/{transferId}',
    authenticated: true,
    parameters: { transferId: { in: 'path', required: true, types: ['string'], example: '7fb02323-969a-4936-94ea-86b8773ff1a2' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'transfer': { id: '7fb02323-969a-4936-94ea-86b8773ff1a2', sourceEmail: 'sender@example.com', destinationEmail: 'receiver@example.com', status: 'SUCCESSFUL', amount: 100, currency: 'BTC' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  getNetworkFee: {
    name: 'withdrawals.getNetworkFee',
    method: 'GET',
    path: '/v1/crypto-withdrawal/get-network-fee',
    authenticated: true,
    parameters: { currency: { in: 'query', required: true, types: ['string'], example: 'usdc' }, network: { in: 'query', required: false, types: ['string'], example: 'polygon' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'network-fee': { networkFee: 0.000469 },
      },
      400: {
        'currency-not-found': { errorCode: 'P410', errorName: 'invalid-currency' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  createSepaTransfer: {
    name: 'sepaTransfers.create',
    method: 'POST',
    path: '/v1/sepa-transfer',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['sourceExternalUserId', 'currency', 'amount', 'destinationIban', 'transferTitle'],
    types: { sourceExternalUserId: ['string'], currency: ['string'], amount: ['string', 'number'], receiverType: ['string'], receiverFirstName: ['string'], receiverLastName: ['string'], companyName: ['string'], destinationIban: ['string'], transferTitle: ['string'] },
    requests: { invoice: { sourceExternalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', currency: 'eur', amount: '100', receiverType: 'NATURAL', receiverFirstName: 'John', receiverLastName: 'Brown', destinationIban: 'PL06109027500000000148911547', transferTitle: 'Invoice #123' } },
    examples: {
      200: {
        'sepa-transfer-created': { transferId: '7fb02323-969a-4936-94ea-86b8773ff1a2' },
      },
      201: {
        'sepa-transfer-created': { transferId: '7fb02323-969a-4936-94ea-86b8773ff1a2' },
      },
      400: {
        'validation-error': { errorCode: 'P403', errorMessage: '<message naming the fields>' },
        'unknown-user': { errorCode: 'P412', errorName: 'invalid-user' },
        'partner-not-found': { errorCode: 'P418', errorName: 'partner-not-found' },
        'insufficient-funds': { errorCode: 'P433', errorName: 'insufficient-funds' },
        'unknown-exception': { errorCode: 'P500' },
        'service-temporarily-unavailable': { errorCode: 'P501' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  getSepaTransfer: {
    name: 'sepaTransfers.get',
    method: 'GET',
    path: '/v1/sepa-transfer/details/{transferId}',
    authenticated: true,
    parameters: { transferId: { in: 'path', required: true, types: ['string'], example: '7fb02323-969a-4936-94ea-86b8773ff1a2' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'sepa-transfer': { id: 'aa816af7-bb28-448d-a5da-502d76471f41', type: 'external', amount: '5.51', transferTitle: 'Invoice #123', destinationIban: 'PL06109027500000000148911547', receiverFirstName: 'John', receiverLastName: 'Brown', status: 'SUCCESSFUL', currency: 'eur', fee: 1, createdAt: '2025-07-31T12:55:19.269Z' },
      },
      400: {
        'partner-not-found': { errorCode: 'P418', errorName: 'partner-not-found' },
        'unknown-exception': { errorCode: 'P500' },
        'service-temporarily-unavailable': { errorCode: 'P501' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      404: {
        'sepa-transfer-not-found': { errorCode: 'P428', errorName: 'sepa-transfer-not-found' },
      },
    },
  },
  createOrderLock: {
    name: 'orders.createLock',
    method: 'POST',
    path: '/v1/order/lock-rate',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['currency', 'amount'],
    types: { currency: ['string'], amount: ['string'], network: ['string'] },
    requests: { 'usdc-order': { currency: 'usdc', amount: '346.59', network: 'polygon' } },
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'order-lock': { lockId: 'aa1cb52d-4692-45b2-aadb-5a11ac221328', amount: 412.607142, rate: '0.84', expiresAt: '2026-02-13T11:28:46.569Z', currency: 'usdc', destinationCurrency: 'eur', network: 'polygon' },
        'order-lock-older-revision': { lockId: 'a1b2c3d4-e5f6-7890-1234-567890abcdef', rate: 0.9245, amount: 92.45, expiresAt: '2025-09-23T06:55:40Z', cryptocurrency: 'usdc', network: 'polygon' },
      },
    },
  },
  createOrder: {
    name: 'orders.create',
    method: 'POST',
    path: '/v1/order',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['lockId'],
    types: { lockId: ['string'] },
    requests: { 'locked-rate': { lockId: '36e19a53-a1b4-499c-99f7-b7bfc6be87e4' } },
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'order-created': { orderId: '663318af-7ea1-4c5a-8545-e433a2d43d5c' },
      },
    },
  },
  getOrder: {
    name: 'orders.get',
    method: 'GET',
    path: '/v1/order/details/{orderId}',
    authenticated: true,
    parameters: { orderId: { in: 'path', required: true, types: ['string'], example: 'a44a0805-dd40-4dc4-80d7-8bc81783ec42' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
      '2XX': {
        'order': { orderId: 'a44a0805-dd40-4dc4-80d7-8bc81783ec42', lockId: '8b94a8f6-1c9d-4a6f-92c8-5f6d9e72a123', status: 'WAITING_FOR_CONFIRMATION', createdAt: '2025-08-31T21:21:35.840Z', confirmations: 1, requiredConfirmations: 3, receivedAmount: 849.39, totalAmountRequired: 1000, cryptocurrency: 'usdc', walletAddress: '0xE353464eBa01d651c16D8879cbCaE1C80568705C', transactionHash: '0x84a1234b3b251ab02f1735c634eacab43a282dcbdebf22c1eb0634f5678695cd', network: 'POLYGON' },
      },
    },
  },
  createCard: {
    name: 'cards.create',
    method: 'POST',
    path: '/v1/card/virtual',
    authenticated: true,
    parameters: {},
    body: 'json',
    required: ['externalUserId', 'label', 'pin'],
    types: { externalUserId: ['string'], label: ['string'], pin: ['string'] },
    requests: { 'shopping-card': { externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', label: 'Shopping', pin: '1234' } },
    examples: {
      200: {
        'card-created': { cardId: '7018ac87-455f-4bf4-851a-0f6bcf82b84d', cardNumber: '1234123412341234', cvv: '123', exp: '01/30' },
      },
      400: {
        'invalid-user': { errorCode: 'P412', errorName: 'invalid-user' },
        'forbidden-country-of-cardholder': { errorCode: 'P451', errorName: 'forbidden-country-card' },
        'user-suspended': { errorCode: 'P455', errorName: 'user-suspended' },
        'forbidden-country-card': { errorCode: 'P431', errorName: 'forbidden-country' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
  listCards: {
    name: 'cards.list',
    method: 'GET',
    path: '/v1/card/all/{externalUserId}',
    authenticated: true,
    parameters: { externalUserId: { in: 'path', required: true, types: ['string'], example: 'bca65c48-df49-4831-a7b2-de7903321581' } },
    required: [],
    types: {},
    requests: {},
    examples: {
      200: {
        'two-cards': { cards: [{ cardId: '7018ac87-455f-4bf4-851a-0f6bcf82b84d', status: 'ACTIVE', label: 'Shopping', cardLastDigits: '1234' }, { cardId: '8c394557-ba48-4ab4-9349-84d396b4a7f7', status: 'LOCKED_BY_USER', label: 'Virtual', cardLastDigits: '4321' }] },
      },
      400: {
        'invalid-user': { errorCode: 'P412', errorName: 'invalid-user' },
      },
      401: {
        'missing-key': 'Access Denied. xo1',
        'wrong-key': 'Access Denied. xo2',
        'address-not-allowed': 'Access Denied. xo3',
      },
    },
  },
};

/**
 * The error codes that the test kit returns by itself, by the rule that makes it do so.
 */
export const testKitCodes = {
  'invalid-request': 'P403',
  'user-exists': 'P411',
  'user-unknown': 'P412',
  'user-missing': 'P424',
  'file-type': 'P426',
  'forbidden-country': 'P431',
  'file-size': 'P440',
};

/**
 * An example of each event that P100 sends.
 */
export const eventExamples = {
  userStatus: { externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', status: 'ACTIVE' },
  kycFile: { externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', status: 'ADDED' },
  kycVerification: {
    externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581',
    verificationStatus: 'NOT_VERIFIED',
    attemptStatus: 'REJECTED_BY_PROVIDER',
    rejectionReason: 'NO_FACE_FOUND',
  },
  poaStatus: {},
  p2pTransfer: {
    id: '8c394557-ba48-4ab4-9349-84d396b4a7f7',
    sourceExternalUserId: 'bca65c48-df49-4831-a7b2-de7903321581',
    destinationExternalUserId: null,
    amount: 10,
    currency: 'eur',
    status: 'SUCCESSFUL',
    createdAt: '2025-01-20T11:04:29.719Z',
    error: { description: 'Error', status: 'Error' },
  },
  sepaTransfer: {
    id: '123f6603-5a71-45c3-a222-1de369bb1c4d',
    type: 'external',
    amount: '3.8',
    transferTitle: 'Partner SEPA Transfer',
    destinationIban: 'PL49109024028743516259813188',
    receiverFirstName: null,
    receiverLastName: null,
    status: 'SUCCESSFUL',
    currency: 'eur',
    fee: 0,
    createdAt: '2025-08-05T10:33:54.730Z',
  },
  cryptoDeposit: {
    externalUserId: '8bdd8c8a-e9b7-475e-9690-8a34e8b78dab',
    cryptoDepositId: 'facc5951-bdc8-46bc-a01c-9b36f25be6af',
    amount: 0.001,
    currency: 'eth',
    status: 'WAITING_FOR_TR_DATA',
    transactionHash: '0x10d5bd4367fd6623a16f56889abb3bb2352b8ea7df7b21537f1fc56fc2d07a87',
    createdAt: '2025-03-20T11:34:37.646Z',
  },
  cryptoWithdrawal: {
    id: '8c394557-ba48-4ab4-9349-84d396b4a7f7',
    amount: 0.001,
    fee: 0.000469,
    destination: '0xE353464eBa01d651c16D8879cbCaE1C80568705C',
    status: 'SUCCESSFUL',
  },
};
