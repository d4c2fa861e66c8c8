import { fixtures } from './generated/fixtures.js';
import { keyHeader } from './generated/operations.js';
import { type Fault, meetFault, respond } from './testing/faults.js';
import { type FakeP100Options, type FakeUser, serveCreateUser, transientErrorBody } from './testing/server.js';

export type { FakeP100Options, FakeUser, Fault };

/** A request that the fake has seen. The key is not kept. */
export interface FakeCall {
  /** HTTP method in upper case. */
  readonly method: string;
  /** Path of the request, as it was sent. */
  readonly path: string;
  /** By name in lower case, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body, parsed where it is JSON; `undefined` where there is none. */
  readonly body: unknown;
}

/** A P100 for tests: it lives in memory and is called through its `fetch`. */
export interface FakeP100 {
  /** Answers as P100 does. Pass it as the client's `fetch` option. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The users that exist, by `externalUserId`. */
  readonly users: ReadonlyMap<string, FakeUser>;
  /** The requests that arrived, in their order. A refused connection is none. */
  readonly calls: readonly FakeCall[];
  /** Lets a coming request fail. Faults are met in the order in which they were given, one by each request. */
  readonly failNext: (fault: Fault) => void;
}

/**
 * Makes a P100 for unit tests. It behaves as P100's page says: the ids of users are unique (P411), fields are checked
 * (P403), and each new user gets fresh ids and the page's balances.
 *
 * @example
 * const fake = createFakeP100({ forbiddenCountries: ['XX'] });
 * const p100 = createP100Client({ apiKey: 'test', fetch: fake.fetch });
 * fake.failNext({ type: 'connection-reset', takesEffect: true });
 */
export function createFakeP100(options: FakeP100Options = {}): FakeP100 {
  const users = new Map<string, FakeUser>();
  const calls: FakeCall[] = [];
  const faults: Fault[] = [];

  const fetch: FakeP100['fetch'] = async (input, init) => {
    const request = readRequest(input, init);
    const { method, path, headers, signal } = request;
    signal?.throwIfAborted();
    const fault = faults.shift();
    const text = await request.text();
    signal?.throwIfAborted();
    if (fault?.type !== 'connection-refused')
      calls.push({ method, path, headers: withoutKey(headers), body: read(text) });
    const serve = () => {
      const { createUser } = fixtures;
      if (method !== createUser.method || path !== createUser.path) return notFound;
      return serveCreateUser(users, options, headers.get(keyHeader), text);
    };
    return fault ? meetFault(fault, serve, signal, transientErrorBody) : respond(serve());
  };

  return { fetch, users, calls, failNext: (fault) => void faults.push(fault) };
}

const notFound = { status: 404, headers: { 'content-type': 'text/plain' }, text: 'Not Found' };

function readRequest(input: string | URL | Request, init: RequestInit = {}) {
  const request = typeof input === 'object' && 'url' in input ? input : undefined;
  const { method = 'GET', headers, body, signal } = { ...pick(request), ...init };
  return {
    method: method.toUpperCase(),
    path: new URL(request?.url ?? String(input)).pathname,
    headers: new Headers(headers),
    signal,
    text: async () => (typeof body === 'string' ? body : new Response(body).text()),
  };
}

// The properties of a Request are getters, which a spread leaves behind.
function pick(request: Request | undefined): RequestInit {
  if (!request) return {};
  const { method, headers, body, signal } = request;
  return { method, headers, body, signal };
}

function withoutKey(headers: Headers): Record<string, string> {
  const kept = Object.fromEntries(headers);
  delete kept[keyHeader];
  return kept;
}

function read(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
