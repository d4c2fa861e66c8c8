// The clients to compare. Each creates a user and returns the parsed body.
import { readFileSync } from 'node:fs';
import axios from 'axios';
import createOpenApiFetch from 'openapi-fetch';
import { Pool } from 'undici';
import { createClient as createHeyApi } from '../../.cache/bench/hey-api/client/index.ts';
import { createUser as createUserWithHeyApi } from '../../.cache/bench/hey-api/sdk.gen.ts';
import { createClient as createRedocly, OPERATIONS } from '../../.cache/bench/redocly/client.ts';
import { createP100Client } from '../../dist/index.js';
import { createUndiciFetch } from '../../dist/undici.js';

const { paths, components } = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
const body = components.examples['john-doe'].value;
const [path] = Object.entries(paths).find(([, { post }]) => post?.operationId === 'createUser');
const key = 'a-key';
const headers = { 'content-type': 'application/json', 'x-api-key': key };

/** The contenders by name. On an older Node, those that need a newer one are left out. */
export async function createContenders(baseUrl, connections) {
  const url = baseUrl + path;
  const init = () => ({ method: 'POST', headers, body: JSON.stringify(body) });
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const p100 = createP100Client({ apiKey: key, baseUrl });
  const p100OnUndici = createP100Client({ apiKey: key, baseUrl, fetch: createUndiciFetch(pool) });
  const openApiFetch = createOpenApiFetch({ baseUrl, headers: { 'x-api-key': key } });
  const heyApi = createHeyApi({ baseUrl, auth: key });
  const redocly = createRedocly(OPERATIONS, { serverUrl: baseUrl, auth: { apiKey: { ApiKey: key } } });
  return {
    'bare fetch': async () => (await fetch(url, init())).json(),
    'fetch, AbortSignal.timeout': async () =>
      (await fetch(url, { ...init(), signal: AbortSignal.timeout(30_000) })).json(),
    'this client': () => p100.users.create(body),
    'openapi-fetch': async () => (await openApiFetch.POST(path, { body })).data,
    '@hey-api/openapi-ts': async () => (await createUserWithHeyApi({ client: heyApi, body })).data,
    'redocly generate-client': () => redocly.createUser({ body }),
    axios: async () => (await axios.post(url, body, { headers })).data,
    ...(await createKy(url)),
    'bare undici Pool': async () => (await pool.request({ path: pathname, ...init() })).body.json(),
    'this client on undici': () => p100OnUndici.users.create(body),
  };
}

async function createKy(url) {
  if (Number.parseInt(process.versions.node, 10) < 22) return {};
  const { default: ky } = await import('ky');
  return { ky: () => ky.post(url, { json: body, headers: { 'x-api-key': key } }).json() };
}
