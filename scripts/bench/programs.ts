/** A program for each peer that creates a user, as its users would write it. Imports are relative to the work folder. */
export const programs: Readonly<Record<string, string>> = {
  'this client': `
import { createP100Client } from '../../dist/index.js';
const p100 = createP100Client({ apiKey: 'a-key' });
const user = await p100.users.create(body);
console.log(user.userId);`,
  'openapi-fetch': `
import createClient from 'openapi-fetch';
import type { paths } from '../../dist/generated/types.js';
const client = createClient<paths>({ baseUrl: 'https://partner-api-stage.p100.io', headers: { 'x-api-key': 'a-key' } });
const { data } = await client.POST('/v1/user/balances/crypto-and-fiat', { body });
console.log(data?.userId);`,
  '@hey-api/openapi-ts': `
import { client } from './hey-api/client.gen.js';
import { createUser } from './hey-api/sdk.gen.js';
client.setConfig({ auth: 'a-key' });
const { data } = await createUser({ body });
console.log(data?.userId);`,
  'redocly generate-client': `
import { client } from './redocly/client.js';
client.auth.apiKey('ApiKey', 'a-key');
const user = await client.createUser({ body });
console.log(user.userId);`,
  axios: `
import axios from 'axios';
const url = 'https://partner-api-stage.p100.io/v1/user/balances/crypto-and-fiat';
const { data } = await axios.post<{ userId: string }>(url, body, { headers: { 'x-api-key': 'a-key' } });
console.log(data.userId);`,
  ky: `
import ky from 'ky';
const url = 'https://partner-api-stage.p100.io/v1/user/balances/crypto-and-fiat';
const user = await ky.post<{ userId: string }>(url, { json: body, headers: { 'x-api-key': 'a-key' } }).json();
console.log(user.userId);`,
};

/** What each program sends. */
export const bodySource = `const body = {
  externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912', email: 'johndoe@gmail.com', phone: '48123123123',
  firstName: 'John', lastName: 'Doe', address: 'Example 321', city: 'New York', postCode: 'EA0234',
  country: 'PL', citizenship: 'PL', documentType: 'ID_CARD', documentNumber: 'CEV12630',
};`;
