// Replaces the global `fetch` of the client by undici, so that a whole suite runs on it.
import { Agent } from 'undici';
import { afterAll } from 'vitest';
import type { FetchInit } from '../../src/index.ts';
import { createUndiciFetch } from '../../src/undici.ts';

const agent = new Agent({ connections: 64 });
const undiciFetch = createUndiciFetch(agent);

// Only for requests of the client: tests also call servers directly.
const { fetch } = globalThis;
globalThis.fetch = ((url: string, init: FetchInit) =>
  init?.redirect === 'manual' ? undiciFetch(url, init) : fetch(url, init as RequestInit)) as typeof fetch;

afterAll(() => agent.close());
