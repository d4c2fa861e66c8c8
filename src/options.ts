import { P100ConfigError } from './errors.js';
import { keyHeader, servers } from './generated/operations.js';
import type { Fetch } from './transport.js';

/** The environments of the API, as the description lists them. */
export type Environment = keyof typeof servers;

/** Something that happened to a call. Holds neither bodies nor keys, so it can be logged as it is. */
export interface P100Event {
  /** `request`: an attempt begins. `response`: it was answered. `retry`: a wait begins. `failure`: the call failed. */
  readonly type: 'request' | 'response' | 'retry' | 'failure';
  /** Id of the operation, such as `createUser`. */
  readonly operation: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** P100's error code, where there was one. */
  readonly code?: string;
  /** Milliseconds since the attempt began (`response`) or since the call began (`failure`). */
  readonly durationMs?: number;
  /** Milliseconds until the next attempt (`retry`). */
  readonly delayMs?: number;
}

/** Settings of a client. */
export interface ClientOptions {
  /**
   * Your key, or a function (sync or async) that is asked before each call, so that a key can be rotated.
   * Default: the variable `P100_API_KEY`.
   */
  readonly apiKey?: string | (() => string | Promise<string>);
  /** Which P100 to talk to. Default: the variable `P100_ENVIRONMENT`, else `staging`. */
  readonly environment?: Environment;
  /**
   * Address of the API, if it is not that of an environment. `https`, or `http` on a loopback address; no credentials,
   * query or fragment; a version at its end is left out, because the paths have it. Default: the variable
   * `P100_BASE_URL`, else that of the environment.
   */
  readonly baseUrl?: string;
  /** Limit of one attempt in milliseconds, its body included. Default: 30 000. */
  readonly timeoutMs?: number;
  /** Limit of a whole call in milliseconds: attempts and waits. Default: 90 000. */
  readonly deadlineMs?: number;
  /** How often an attempt may be repeated. Default: 2. */
  readonly maxRetries?: number;
  /** What sends a request. Default: `globalThis.fetch`, looked up at each call. */
  readonly fetch?: Fetch;
  /** Added to each call. They cannot replace `x-api-key`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Told of each attempt, answer, retry and failure. What it throws is ignored. */
  readonly onEvent?: (event: P100Event) => void;
  /** Start in a browser all the same. Everybody who opens the page can then read the key. Default: `false`. */
  readonly dangerouslyAllowBrowser?: boolean;
}

/** Limits of a call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
}

/** The options after defaults, variables and checks. */
export interface Settings extends Limits {
  readonly baseUrl: string;
  readonly apiKey: string | (() => string | Promise<string>);
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch | undefined;
  readonly onEvent: ((event: P100Event) => void) | undefined;
}

const defaultLimits: Limits = { timeoutMs: 30_000, deadlineMs: 90_000, maxRetries: 2 };

// A longer setTimeout fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** Fills in defaults and variables, and refuses what cannot work. */
export function resolveSettings(options: ClientOptions): Settings {
  if ('document' in globalThis && !options.dangerouslyAllowBrowser) {
    throw new P100ConfigError(
      'in a browser everybody can read the key: call P100 from your server (or set dangerouslyAllowBrowser)',
    );
  }
  const apiKey = options.apiKey ?? variable('P100_API_KEY');
  if (typeof apiKey !== 'function') checkKey(apiKey);
  for (const name of ['fetch', 'onEvent'] as const) {
    if (options[name] && typeof options[name] !== 'function') throw new P100ConfigError(`${name} is not a function`);
  }
  return {
    ...resolveLimits(options, defaultLimits),
    apiKey: apiKey as Settings['apiKey'],
    baseUrl: resolveBaseUrl(options),
    headers: checkHeaders(options.headers),
    fetch: options.fetch,
    onEvent: options.onEvent,
  };
}

/** Refuses a key that would fail late and unclearly. The key itself is never in the message. */
export function checkKey(key: unknown, operation?: string): string {
  const text = typeof key === 'string' ? key : '';
  // Only what a header can carry: visible Latin-1.
  if (/^[\x21-\x7e\xa1-\xff]+$/.test(text)) return text;
  const empty = operation
    ? 'the apiKey function gave no key'
    : 'P100_API_KEY is empty: pass apiKey or set the variable';
  const wrong = 'apiKey holds a space, a line break or the like: copy it again';
  throw new P100ConfigError(text.trim() ? wrong : empty, operation);
}

/** Takes limits over from the options, else from the defaults, and refuses impossible ones. */
export function resolveLimits(options: Partial<Limits>, defaults: Limits, operation?: string): Limits {
  const {
    timeoutMs = defaults.timeoutMs,
    deadlineMs = defaults.deadlineMs,
    maxRetries = defaults.maxRetries,
  } = options;
  checkMilliseconds('timeoutMs', timeoutMs, operation);
  checkMilliseconds('deadlineMs', deadlineMs, operation);
  if (!Number.isInteger(maxRetries) || maxRetries < 0) {
    throw new P100ConfigError(`maxRetries is ${show(maxRetries)}: pass a whole number from 0`, operation);
  }
  return { timeoutMs, deadlineMs, maxRetries };
}

function checkMilliseconds(name: string, value: unknown, operation: string | undefined): void {
  if (typeof value !== 'number' || !(value > 0 && value <= longestTimerMs)) {
    throw new P100ConfigError(`${name} is ${show(value)}: pass milliseconds above 0, below 2^31`, operation);
  }
}

/** Headers with their names in lower case; refuses malformed ones and those that would replace the key. */
export function checkHeaders(
  headers: Readonly<Record<string, string>> | undefined,
  operation?: string,
): Record<string, string> {
  if (!headers) return {};
  let checked: Headers | undefined;
  try {
    checked = new Headers(headers);
  } catch {}
  // Headers makes a text of undefined.
  if (!checked || Object.values(headers).includes(undefined as never)) {
    throw new P100ConfigError('headers holds what HTTP does not allow', operation);
  }
  if (checked.has(keyHeader)) {
    throw new P100ConfigError(`headers cannot replace ${keyHeader}: pass apiKey`, operation);
  }
  return Object.fromEntries(checked);
}

function resolveBaseUrl(options: ClientOptions): string {
  const given = options.baseUrl ?? variable('P100_BASE_URL');
  if (given !== undefined) return checkBaseUrl(given);
  const environment = options.environment ?? variable('P100_ENVIRONMENT') ?? 'staging';
  if (!Object.hasOwn(servers, environment)) {
    throw new P100ConfigError(`environment is ${show(environment)}: pass ${Object.keys(servers).join(' or ')}`);
  }
  return servers[environment as Environment];
}

function checkBaseUrl(text: string): string {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text).href : '';
  if (!/^(https:\/\/|http:\/\/(?=(localhost|127(\.\d+){3}|\[::1\])[:/]))[^@/?#]+\/[^?#]*$/.test(url)) {
    throw new P100ConfigError(
      'baseUrl has to be https (http only on loopback), without credentials, query and fragment',
    );
  }
  // The paths begin with the version.
  return url.replace(/(\/v\d+)?\/*$/i, '');
}

/** A wrong value as a message shows it: long ones may be a key in the wrong place. */
function show(value: unknown): string {
  if (typeof value === 'string' && value.length < 20) return `'${value}'`;
  return typeof value === 'number' ? String(value) : `a wrong ${typeof value}`;
}

/** A variable of the environment; undefined where it is empty or not set. */
function variable(name: string): string | undefined {
  // Looked up through globalThis, because workers and browsers have no process.
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name] || undefined;
}
