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
  retry: { policy: 'unique-key', key: 'externalUserId', transient: {} },
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
 * All described operations.
 */
export const operations: readonly Operation[] = [
  createUser,
];
