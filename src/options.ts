import { P100ConfigError } from './errors.js';
import type { P100Event } from './events.js';
import type { servers } from './generated/operations.js';
import { isObject } from './is-object.js';
import { nearest } from './nearest.js';
import type { Fetch } from './pipeline/fetch.js';

/** An environment of P100. `staging` is for tests. */
export type Environment = keyof typeof servers;

/** Your key, or a function that returns it and is called before each call. */
export type ApiKey = string | (() => string | Promise<string>);

/** Settings of a client. */
export interface ClientOptions {
  /**
   * Your key. To rotate keys, pass a function (sync or async); the client calls it before each call.
   * @default the variable `P100_API_KEY`
   */
  readonly apiKey?: ApiKey | undefined;
  /**
   * The environment of P100 to call. Cannot be combined with `baseUrl`.
   * @default the variable `P100_ENVIRONMENT`, else `staging`
   */
  readonly environment?: Environment | undefined;
  /**
   * Address of the API to call instead of an `environment`, such as that of a sandbox. It must use `https`, or `http`
   * on a loopback address, and have no credentials, query or fragment. A version at its end, such as `/v1`, is
   * removed, because the paths contain it.
   * @default the variable `P100_BASE_URL`, else the address of the environment
   */
  readonly baseUrl?: string | undefined;
  /**
   * Time limit of one attempt, including the response body.
   * @unit milliseconds
   * @default 30000
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Time limit of a whole call: all attempts and the waits between them.
   * @unit milliseconds
   * @default 90000
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How many times a failed attempt may be repeated, if repeating it is safe. `0` turns retries off.
   * @default 2
   */
  readonly maxRetries?: number | undefined;
  /**
   * Sends the requests. Any function with the interface of `fetch`, such as that of `createUndiciFetch`.
   * @default `globalThis.fetch`, looked up for each attempt
   */
  readonly fetch?: Fetch | undefined;
  /** Headers to add to each call. They cannot replace `x-api-key` or headers of the connection, such as `host`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Receives an event for each call, attempt and retry. Errors that it throws are ignored. */
  readonly onEvent?: ((event: P100Event) => void) | undefined;
  /**
   * Allows `http` in `baseUrl` for addresses other than loopback, such as a sandbox in another container. The key and
   * the data of your customers are then sent unencrypted.
   * @default false
   */
  readonly allowInsecureHttp?: boolean | undefined;
  /**
   * Allows the client to start in a browser, where everyone who opens the page can read the key.
   * @default false
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

const commonKinds = {
  timeoutMs: 'number',
  deadlineMs: 'number',
  maxRetries: 'number',
  headers: 'plain object',
} as const;

const callKinds = { ...commonKinds, signal: 'object', onResponse: 'function' } as const;

/** The options of each function, with their types. Checked at run time for callers in plain JavaScript. */
export const optionKinds = {
  client: {
    apiKey: 'string or function',
    environment: 'string',
    baseUrl: 'string',
    ...commonKinds,
    fetch: 'function',
    onEvent: 'function',
    allowInsecureHttp: 'boolean',
    dangerouslyAllowBrowser: 'boolean',
  },
  call: { ...callKinds, extraBody: 'object' },
  request: { ...callKinds, query: 'plain object', body: 'object or list', retry: 'string' },
  raw: { ...callKinds, extraBody: 'object', params: 'object', body: 'object or list' },
  webhook: {
    token: 'string or list or function',
    on: 'object',
    paths: 'object',
    unknown: 'function',
    onEvent: 'function',
    onError: 'function',
    timeoutMs: 'number',
  },
} satisfies Record<string, Readonly<Record<string, string>>>;

/** Returns the options, or refuses unknown ones and wrong types. Values are never printed. */
export function checkOptions<Options extends object>(
  options: Options | undefined,
  kinds: Readonly<Record<string, string>>,
  where: Where,
  what = 'an option',
): Options {
  const names = Object.keys(kinds);
  if (typeof (options ?? {}) !== 'object') refuse(`pass the options as an object, such as { ${names[0]} }.`, where);
  for (const [name, value] of Object.entries(options ?? {})) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (!kind) refuse(`${name} is not ${what}${suggestion(name, names)}`, where);
    if (value !== undefined && !kind.split(' or ').some((each) => isOfKind(value, each))) {
      refuse(`${name} must be ${kind.startsWith('o') ? 'an' : 'a'} ${kind.replaceAll(' or ', ' or a ')}.`, where);
    }
  }
  return options ?? ({} as Options);
}

function isOfKind(value: unknown, kind: string): boolean {
  // The entries of a `Headers`, a `Map` or a `URLSearchParams` are not its properties.
  if (kind === 'plain object') return isObject(value) && !(Symbol.iterator in value);
  if (kind === 'list') return Array.isArray(value);
  return kind === 'object' ? isObject(value) : typeof value === kind;
}

/** Ends a sentence about an unknown name. */
export function suggestion(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known);
  return near ? `; did you mean ${near}?` : '.';
}

/** The operation and the method that a message is about. */
export interface Where {
  readonly id: string;
  readonly name: string;
}

/** For errors about the options of the client itself. */
export const clientItself: Where = { id: 'createP100Client', name: 'createP100Client' };

/** Throws the error for a wrong option or argument. */
export function refuse(message: string, { id, name }: Where): never {
  throw new P100ConfigError(message, id, name);
}
