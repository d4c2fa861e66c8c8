import nodeFetch from 'node-fetch';
import { type ClientOptions, createP100Client, type P100Client } from 'p100-partner-sdk';
import { createUndiciFetch } from 'p100-partner-sdk/undici';
import { EnvHttpProxyAgent, Pool, ProxyAgent, fetch as undiciFetch } from 'undici';

const fetches: ClientOptions['fetch'][] = [
  globalThis.fetch,
  undiciFetch,
  nodeFetch,
  createUndiciFetch(new Pool('https://example.com')),
  createUndiciFetch(new ProxyAgent('http://127.0.0.1:8080')),
  createUndiciFetch(new EnvHttpProxyAgent()),
  undefined,
];

export const clients: P100Client[] = fetches.map((fetch) => createP100Client({ apiKey: 'a-key', fetch }));
