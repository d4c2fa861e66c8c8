// Puts undici where the client looks for its fetch, so that a whole suite runs on it.
// Loaded before the first test, whose time limits are short.
import 'undici';
import { afterAll } from 'vitest';
import type { FetchInit } from '../../src/index.ts';
import { createUndiciFetch, type UndiciFetch } from '../../src/undici.ts';

const fetches = new Map<string, UndiciFetch>();

function fetchOf(origin: string): UndiciFetch {
  const known = fetches.get(origin) ?? createUndiciFetch({ connections: 64 });
  fetches.set(origin, known);
  return known;
}

// Only what comes from the client: tests ask servers by themselves as well.
const { fetch } = globalThis;
globalThis.fetch = ((url: string, init: FetchInit) =>
  init?.redirect === 'manual' ? fetchOf(new URL(url).origin)(url, init) : fetch(url, init)) as typeof fetch;

afterAll(async () => {
  await Promise.all([...fetches.values()].map((fetch) => fetch.close()));
});
