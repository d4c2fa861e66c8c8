import { resolveBaseUrl } from './base-url.js';
import type { P100Event } from './events.js';
import { version } from './generated/version.js';
import { checkHeaders } from './headers.js';
import type { CallOptions } from './operation.js';
import {
  type ApiKey,
  type ClientOptions,
  checkOptions,
  clientItself,
  optionKinds,
  refuse,
  type Where,
} from './options.js';
import type { Fetch } from './pipeline/fetch.js';
import { variable } from './variables.js';

/** Limits of a call. */
export interface Limits {
  readonly timeoutMs: number;
  readonly deadlineMs: number;
  readonly maxRetries: number;
}

/** The options of a client after defaults, variables and checks. */
export interface Settings extends Limits {
  readonly baseUrl: string;
  readonly host: string;
  readonly apiKey: ApiKey;
  readonly headers: Readonly<Record<string, string>>;
  readonly fetch: Fetch | undefined;
  readonly onEvent: ((event: P100Event) => void) | undefined;
}

const defaultLimits: Limits = { timeoutMs: 30_000, deadlineMs: 90_000, maxRetries: 2 };

// With a longer delay, setTimeout fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** Fills in defaults and variables, and refuses what cannot work. */
export function resolveSettings(given: ClientOptions | undefined): Settings {
  const options = checkOptions(given, optionKinds.client, clientItself);
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    refuse(
      'in a browser, everyone could read the key, so the client does not start. Call P100 from your server, ' +
        'or set dangerouslyAllowBrowser.',
      clientItself,
    );
  }
  const { apiKey = variable('P100_API_KEY'), fetch, onEvent } = options;
  const baseUrl = resolveBaseUrl(options);
  return {
    ...resolveLimits(options, defaultLimits, clientItself),
    apiKey: typeof apiKey === 'function' ? apiKey : checkKey(apiKey, clientItself),
    baseUrl,
    host: new URL(baseUrl).host,
    headers: {
      'user-agent': `p100-partner-sdk/${version}`,
      ...checkHeaders(Object.entries(options.headers ?? {}), clientItself),
    },
    fetch,
    onEvent,
  };
}

/** Pages have a document. Web workers do not; Cloudflare, Deno and Bun also have workers, but another user agent. */
function isBrowser(): boolean {
  const { document, WorkerGlobalScope, navigator } = globalThis as Record<string, unknown>;
  const { userAgent } = (navigator ?? {}) as { userAgent?: string };
  return document !== undefined || (WorkerGlobalScope !== undefined && /^Mozilla\//.test(userAgent ?? ''));
}

/** Refuses a key that cannot be sent. The message never contains the key. */
export function checkKey(key: unknown, where: Where): string {
  // What a header can carry: visible Latin-1 characters.
  if (typeof key === 'string' && /^[\x21-\x7e\xa1-\xff]+$/.test(key)) return key;
  if (typeof key === 'string' && key.trim()) {
    refuse(
      'the key contains a space, a line break or another character that a header cannot carry. Copy it again.',
      where,
    );
  }
  const missing = 'there is no key. Pass apiKey or set the environment variable P100_API_KEY.';
  refuse(where === clientItself ? missing : 'the apiKey function returned no key. It must return a string.', where);
}

/** Takes limits from the options, else from the defaults, and refuses impossible ones. */
export function resolveLimits(options: Pick<CallOptions, keyof Limits>, defaults: Limits, where: Where): Limits {
  const { timeoutMs = defaults.timeoutMs, deadlineMs = defaults.deadlineMs } = options;
  const { maxRetries = defaults.maxRetries } = options;
  checkMilliseconds({ timeoutMs, deadlineMs }, where);
  if (!Number.isInteger(maxRetries) || maxRetries < 0)
    refuse('maxRetries must be 0 or a positive whole number.', where);
  return { timeoutMs, deadlineMs, maxRetries };
}

/** Refuses limits that a timer cannot handle. */
export function checkMilliseconds(limits: Readonly<Record<string, number>>, where: Where): void {
  for (const [name, value] of Object.entries(limits)) {
    if (value > 0 && value <= longestTimerMs) continue;
    refuse(`${name} must be a number of milliseconds greater than 0 and less than 2^31.`, where);
  }
}
