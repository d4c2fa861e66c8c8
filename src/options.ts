import { P100ConfigError } from './errors.js';
import type { servers } from './generated/operations.js';
import { nearest } from './nearest.js';
import type { P100Event } from './pipeline/events.js';
import type { Fetch } from './pipeline/fetch.js';

/** The environments of the API, as the description lists them. */
export type Environment = keyof typeof servers;

/** Your key, or a function that returns it. */
export type ApiKey = string | (() => string | Promise<string>);

/** Settings of a client. */
export interface ClientOptions {
  /**
   * Your key. To rotate keys, pass a function (sync or async); the client calls it before each call.
   * @default the variable `P100_API_KEY`
   */
  readonly apiKey?: ApiKey | undefined;
  /**
   * Which P100 to call. Cannot be combined with `baseUrl`.
   * @default the variable `P100_ENVIRONMENT`, else `staging`
   */
  readonly environment?: Environment | undefined;
  /**
   * Address of the API, if it is not that of an environment: `https`, or `http` on a loopback address; no credentials,
   * query or fragment. A version at its end, such as `/v1`, is left out, because the paths have it.
   * @default the variable `P100_BASE_URL`, else the address of the environment
   */
  readonly baseUrl?: string | undefined;
  /**
   * Limit of one attempt, including the response body.
   * @unit milliseconds
   * @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Limit of a whole call: all attempts and the waits between them.
   * @unit milliseconds
   * @default 90000
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How many times a failed attempt may be repeated.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Sends the requests.
   * @default `globalThis.fetch`, looked up for each attempt
   */
  readonly fetch?: Fetch | undefined;
  /** Added to each call. They cannot replace `x-api-key`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Receives an event for each call, attempt and retry. Errors that it throws are ignored. */
  readonly onEvent?: ((event: P100Event) => void) | undefined;
  /**
   * Allows a `baseUrl` with `http` that is not on a loopback address, for a sandbox in another container. The key and
   * the data of your customers are then sent unencrypted.
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /**
   * Allows the client to start in a browser, where everybody who opens the page can read the key.
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

type Kind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'function'
  | 'object'
  | 'string or a function'
  | 'string, a list or a function';

const commonKinds = {
  signal: 'object',
  timeoutMs: 'number',
  deadlineMs: 'number',
  maxRetries: 'number',
  headers: 'object',
  onResponse: 'function',
} as const;

/** The options of each function that takes some, and the type of each. Plain JavaScript has no other check. */
export const optionKinds = {
  client: {
    apiKey: 'string or a function',
    environment: 'string',
    baseUrl: 'string',
    timeoutMs: 'number',
    deadlineMs: 'number',
    maxRetries: 'number',
    fetch: 'function',
    headers: 'object',
    onEvent: 'function',
    allowInsecureHttp: 'boolean',
    dangerouslyAllowBrowser: 'boolean',
  },
  call: { ...commonKinds, extraBody: 'object' },
  request: { ...commonKinds, query: 'object', body: 'object', retry: 'string' },
  raw: { ...commonKinds, extraBody: 'object', params: 'object', body: 'object' },
  webhook: {
    token: 'string, a list or a function',
    on: 'object',
    paths: 'object',
    unknown: 'function',
    onEvent: 'function',
    onError: 'function',
    timeoutMs: 'number',
  },
} satisfies Record<string, Readonly<Record<string, Kind>>>;

/** Refuses options that do not exist or have the wrong type. Their values are never printed. */
export function checkOptions(options: unknown, kinds: Readonly<Record<string, Kind>>, where: Where): void {
  const { id, name } = where;
  if (typeof options !== 'object' || options === null) {
    throw new P100ConfigError(`pass the options as an object, such as { ${Object.keys(kinds)[0]} }.`, id, name);
  }
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const kind = Object.hasOwn(kinds, option) ? kinds[option] : undefined;
    if (!kind) {
      const near = nearest(option, Object.keys(kinds));
      throw new P100ConfigError(`${option} is not an option${near ? `; did you mean ${near}?` : '.'}`, id, name);
    }
    if (!hasKind(value, kind)) {
      throw new P100ConfigError(`${option} must be ${kind === 'object' ? 'an' : 'a'} ${kind}.`, id, name);
    }
  }
}

/** The operation and the method that a message is about. */
export interface Where {
  readonly id: string;
  readonly name: string;
}

/** Where an option of the client itself is wrong. */
export const clientItself: Where = { id: 'createP100Client', name: 'createP100Client' };

function hasKind(value: unknown, kind: Kind): boolean {
  if (kind === 'string, a list or a function' && Array.isArray(value)) return true;
  if (kind.endsWith('or a function')) return typeof value === 'string' || typeof value === 'function';
  return typeof value === kind && value !== null;
}
