// Generated from openapi/ by `npm run generate`. Do not edit.

import type { Operation } from '../operation.js';

/**
 * Addresses of the API by environment.
 */
export const servers = { staging: 'https://partner-api-stage.p100.io', production: 'https://partner-api.p100.io' } as const;

/**
 * Header that carries the key.
 */
export const keyHeader = 'x-api-key';

/**
 * `POST /v1/user/balances/crypto-and-fiat`
 */
export const createUser: Operation = {
  id: 'createUser',
  name: 'users.create',
  method: 'POST',
  path: '/v1/user/balances/crypto-and-fiat',
  authenticated: true,
  retry: { policy: 'unique-key', key: 'externalUserId', transient: { P500: 'once', P501: 'repeatedly' } },
  parameters: {},
  requestBody: 'json',
  responses: { 201: 'object' },
  codes: { P403: 400, P411: 400, P431: 400, P500: 400, P501: 400 },
  fields: [
    'externalUserId',
    'email',
    'phone',
    'firstName',
    'lastName',
    'address',
    'city',
    'postCode',
    'country',
    'citizenship',
    'documentType',
    'documentNumber',
  ],
};

/**
 * `POST /v1/user/balances/crypto`
 */
export const createUserWithoutKyc: Operation = {
  id: 'createUserWithoutKyc',
  name: 'users.createWithoutKyc',
  method: 'POST',
  path: '/v1/user/balances/crypto',
  authenticated: true,
  retry: { policy: 'unique-key', key: 'externalUserId', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { '2XX': 'object' },
  codes: {},
  fields: [
    'externalUserId',
    'email',
    'firstName',
    'lastName',
    'address',
    'city',
    'country',
    'documentType',
    'documentNumber',
    'pesel',
    'birthCountry',
    'birthDate',
  ],
};

/**
 * `GET /v1/user/balances/{externalUserId}`
 */
export const getUserBalances: Operation = {
  id: 'getUserBalances',
  name: 'users.getBalances',
  method: 'GET',
  path: '/v1/user/balances/{externalUserId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { externalUserId: 'path' },
  responses: { '2XX': 'object' },
  codes: { P412: 400 },
  fields: ['externalUserId'],
};

/**
 * `POST /v1/user/poa-files/{externalUserId}`
 */
export const addProofOfAddress: Operation = {
  id: 'addProofOfAddress',
  name: 'users.addProofOfAddress',
  method: 'POST',
  path: '/v1/user/poa-files/{externalUserId}',
  authenticated: true,
  retry: { policy: 'never-twice', transient: { P500: 'once', P501: 'repeatedly' } },
  parameters: { externalUserId: 'path' },
  requestBody: 'multipart',
  files: {
    files: {
      maxItems: 3,
      maxBytes: 5242880,
      contentTypes: ['image/jpeg', 'image/png', 'image/jpg', 'application/pdf'],
    },
  },
  responses: { 201: 'any', 202: 'any' },
  codes: { P211: 202, P412: 400, P426: 400, P440: 400, P447: 400, P500: 400, P501: 400, P460: 404 },
  fields: ['externalUserId', 'files'],
};

/**
 * `GET /v1/kyc/verification/{externalUserId}/{verificationId}`
 */
export const getKycVerificationUrl: Operation = {
  id: 'getKycVerificationUrl',
  name: 'kyc.verificationUrl',
  method: 'GET',
  path: '/v1/kyc/verification/{externalUserId}/{verificationId}',
  authenticated: false,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { externalUserId: 'path', verificationId: 'path' },
  responses: { 200: 'any' },
  codes: { P412: 400 },
  fields: ['externalUserId', 'verificationId'],
};

/**
 * `GET /v1/partner/balances`
 */
export const getPartnerBalances: Operation = {
  id: 'getPartnerBalances',
  name: 'partner.getBalances',
  method: 'GET',
  path: '/v1/partner/balances',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: {},
  responses: { 200: 'object' },
  codes: {},
  fields: [],
};

/**
 * `POST /v1/partner/exchange`
 */
export const createPartnerExchange: Operation = {
  id: 'createPartnerExchange',
  name: 'partner.createExchange',
  method: 'POST',
  path: '/v1/partner/exchange',
  authenticated: true,
  retry: { policy: 'never-twice', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { '2XX': 'object' },
  codes: {},
  fields: ['amount', 'currencyFrom', 'currencyTo', 'lockId'],
};

/**
 * `GET /v1/partner/sepa-deposit/info`
 */
export const getPartnerSepaDepositInfo: Operation = {
  id: 'getPartnerSepaDepositInfo',
  name: 'partner.getSepaDepositInfo',
  method: 'GET',
  path: '/v1/partner/sepa-deposit/info',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: {},
  responses: { '2XX': 'object' },
  codes: {},
  fields: [],
};

/**
 * `GET /v1/exchange/get-rate`
 */
export const getExchangeRates: Operation = {
  id: 'getExchangeRates',
  name: 'exchange.getRates',
  method: 'GET',
  path: '/v1/exchange/get-rate',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: {},
  responses: { 200: 'object' },
  codes: {},
  fields: [],
};

/**
 * `GET /v1/exchange/get-lock/{externalUserId}`
 */
export const createExchangeLock: Operation = {
  id: 'createExchangeLock',
  name: 'exchange.createLock',
  method: 'GET',
  path: '/v1/exchange/get-lock/{externalUserId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { externalUserId: 'path' },
  responses: { 200: 'object' },
  codes: { P412: 400 },
  fields: ['externalUserId'],
};

/**
 * `POST /v1/transfer`
 */
export const createTransfer: Operation = {
  id: 'createTransfer',
  name: 'transfers.create',
  method: 'POST',
  path: '/v1/transfer',
  authenticated: true,
  retry: { policy: 'never-twice', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { 201: 'object' },
  codes: { P424: 400, P433: 400 },
  fields: ['sourceExternalUserId', 'destinationExternalUserId', 'amount', 'currency'],
};

/**
 * `GET /v1/transfer/details/{transferId}`
 */
export const getTransfer: Operation = {
  id: 'getTransfer',
  name: 'transfers.get',
  method: 'GET',
  path: '/v1/transfer/details/{transferId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { transferId: 'path' },
  responses: { 200: 'object' },
  codes: {},
  fields: ['transferId'],
};

/**
 * `GET /v1/crypto-withdrawal/get-network-fee`
 */
export const getNetworkFee: Operation = {
  id: 'getNetworkFee',
  name: 'withdrawals.getNetworkFee',
  method: 'GET',
  path: '/v1/crypto-withdrawal/get-network-fee',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { currency: 'query', network: 'query' },
  responses: { 200: 'object' },
  codes: { P410: 400 },
  fields: ['currency', 'network'],
};

/**
 * `POST /v1/sepa-transfer`
 */
export const createSepaTransfer: Operation = {
  id: 'createSepaTransfer',
  name: 'sepaTransfers.create',
  method: 'POST',
  path: '/v1/sepa-transfer',
  authenticated: true,
  retry: { policy: 'never-twice', transient: { P500: 'once', P501: 'repeatedly' } },
  parameters: {},
  requestBody: 'json',
  responses: { 200: 'object', 201: 'object' },
  codes: { P403: 400, P412: 400, P418: 400, P433: 400, P500: 400, P501: 400 },
  fields: [
    'sourceExternalUserId',
    'currency',
    'amount',
    'receiverType',
    'receiverFirstName',
    'receiverLastName',
    'companyName',
    'destinationIban',
    'transferTitle',
  ],
};

/**
 * `GET /v1/sepa-transfer/details/{transferId}`
 */
export const getSepaTransfer: Operation = {
  id: 'getSepaTransfer',
  name: 'sepaTransfers.get',
  method: 'GET',
  path: '/v1/sepa-transfer/details/{transferId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: { P500: 'once', P501: 'repeatedly' } },
  parameters: { transferId: 'path' },
  responses: { 200: 'object' },
  codes: { P418: 400, P500: 400, P501: 400, P428: 404 },
  fields: ['transferId'],
};

/**
 * `POST /v1/order/lock-rate`
 */
export const createOrderLock: Operation = {
  id: 'createOrderLock',
  name: 'orders.createLock',
  method: 'POST',
  path: '/v1/order/lock-rate',
  authenticated: true,
  retry: { policy: 'never-twice', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { '2XX': 'object' },
  codes: {},
  fields: ['currency', 'amount', 'network'],
};

/**
 * `POST /v1/order`
 */
export const createOrder: Operation = {
  id: 'createOrder',
  name: 'orders.create',
  method: 'POST',
  path: '/v1/order',
  authenticated: true,
  retry: { policy: 'never-twice', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { '2XX': 'object' },
  codes: {},
  fields: ['lockId'],
};

/**
 * `GET /v1/order/details/{orderId}`
 */
export const getOrder: Operation = {
  id: 'getOrder',
  name: 'orders.get',
  method: 'GET',
  path: '/v1/order/details/{orderId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { orderId: 'path' },
  responses: { '2XX': 'object' },
  codes: {},
  fields: ['orderId'],
};

/**
 * `POST /v1/card/virtual`
 */
export const createCard: Operation = {
  id: 'createCard',
  name: 'cards.create',
  method: 'POST',
  path: '/v1/card/virtual',
  authenticated: true,
  retry: { policy: 'never-twice', transient: {} },
  parameters: {},
  requestBody: 'json',
  responses: { 200: 'object' },
  codes: { P412: 400, P451: 400, P455: 400, P431: 400 },
  fields: ['externalUserId', 'label', 'pin'],
};

/**
 * `GET /v1/card/all/{externalUserId}`
 */
export const listCards: Operation = {
  id: 'listCards',
  name: 'cards.list',
  method: 'GET',
  path: '/v1/card/all/{externalUserId}',
  authenticated: true,
  retry: { policy: 'idempotent', transient: {} },
  parameters: { externalUserId: 'path' },
  responses: { 200: 'object' },
  codes: { P412: 400 },
  fields: ['externalUserId'],
};

/**
 * All described operations.
 */
export const operations: readonly Operation[] = [
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
];
