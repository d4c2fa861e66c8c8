// Generated from openapi/ by `npm run generate`. Do not edit.

/**
 * What the test kit takes from the description: the requests that it accepts and the responses that it gives.
 */
export const fixtures = {
  createUser: {
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
        'validation-error': { errorCode: 'P403', errorMessage: 'currency must be one of the following values: btc, eth, usdt. Amount can have at most 8 decimal places.' },
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
};

/**
 * An example of each event that P100 sends.
 */
export const eventExamples = {
};
