import type { Pool } from 'undici';
import { P100ConfigError } from './errors.js';
import { createAborter } from './time.js';
import type { Fetch } from './transport.js';
import { Exchange, LightAborter } from './undici/exchange.js';

/** Settings of a pool of connections. */
export interface UndiciFetchOptions {
  /** Most connections at a time, from 1. Calls beyond them wait for a free one; that counts towards their limits. */
  readonly connections: number;
  /**
   * Most requests on one connection before the first of them is answered, from 1. undici never pipelines a `POST`, so
   * this concerns operations that read. Default: 1.
   */
  readonly pipelining?: number;
}

/** A `fetch` on connections of its own. */
export interface UndiciFetch extends Fetch {
  /** Ends the connections once all begun calls have ended. Later calls are refused with a P100ConfigError. */
  close(): Promise<void>;
}

/**
 * Makes a `fetch` for the client that is several times faster than the one of Node: a `Pool` of the package `undici`,
 * which has to be installed beside this one. It connects to the origin that it is first asked for, and to no other:
 * make one for each client. It behaves as the default does, except that it asks for answers that are not compressed.
 *
 * @throws P100ConfigError where an option is wrong; and from the calls, where `undici` is not installed, where
 * the origin is another one than before, and after `close()`.
 * @example
 * const fetch = createUndiciFetch({ connections: 32 });
 * const p100 = createP100Client({ apiKey, fetch });
 */
export function createUndiciFetch(options: UndiciFetchOptions): UndiciFetch {
  const { connections, pipelining = 1 } = options ?? {};
  checkCount('connections', connections);
  checkCount('pipelining', pipelining);
  const loading = loadPool();
  // Each call reports it; a fetch that nobody calls has nothing to report.
  loading.catch(() => {});
  let pool: Pool | undefined;
  let target: URL | undefined;
  let closed: Promise<void> | undefined;

  const send: Fetch = async (url, { method, headers, body, signal }) => {
    if (closed) refuse('this fetch was closed: make another one');
    // The same few addresses come again and again.
    if (url !== target?.href) target = checkTarget(url, target);
    const { origin, pathname, search } = target;
    const Pool = pool ? undefined : await loading;
    if (Pool) pool ??= new Pool(origin, { connections, pipelining, ...poolOptions });
    return new Promise((resolve, reject) => {
      const request = { path: pathname + search, method, headers: { ...defaultHeaders, ...headers }, body };
      (pool as Pool).dispatch(request, new Exchange(signal, resolve, reject));
    });
  };
  const close = () => {
    // Not before begun calls, which may wait for undici as well.
    closed ??= loading.then(
      () => pool?.close(),
      () => {},
    );
    return closed;
  };
  const fetch = Object.assign(send, {
    close,
    // What wraps this one and takes its properties over may need a signal with all features.
    [createAborter](this: unknown) {
      return this === fetch ? new LightAborter() : undefined;
    },
  });
  return fetch;
}

/**
 * The limits of a call end it, so undici needs none of its own. No HTTP/2, which undici 8 would speak: there, one
 * connection carries many calls at once.
 */
const poolOptions = { allowH2: false, headersTimeout: 0, bodyTimeout: 0 };

/** What the default sends as well, as servers may expect it. Where nothing is said, any packing is allowed. */
const defaultHeaders = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'node' };

async function loadPool(): Promise<typeof Pool> {
  // Loaded on demand, because a missing package is to say what to do.
  const advice = 'run `npm install undici@7`';
  const undici = await import('undici').catch((error) => {
    refuse(`undici is missing or does not fit this version of Node: ${advice}`, error);
  });
  // Version 6 has other handlers. It has no version to ask for either, but 7 brought this.
  if (!undici.cacheStores) refuse(`undici is too old: ${advice}`);
  return undici.Pool;
}

/** Parses an address; refuses one that is not of the origin before. */
function checkTarget(url: string, before: URL | undefined): URL {
  const target = new URL(url);
  if (before && before.origin !== target.origin) {
    refuse(`this fetch is connected to ${before.origin}, not to ${target.origin}: make one for each client`);
  }
  return target;
}

function checkCount(name: string, value: unknown): void {
  if (!Number.isInteger(value) || (value as number) < 1) refuse(`${name} is ${value}: pass a whole number from 1`);
}

function refuse(message: string, cause?: Error): never {
  throw new P100ConfigError(message, 'createUndiciFetch', cause);
}
