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

// A longer setTimeout fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** Fills in defaults and variables, and refuses what cannot work. */
export function resolveSettings(given: ClientOptions | undefined): Settings {
  const options = checkOptions(given, optionKinds.client, clientItself);
  if (isBrowser() && !options.dangerouslyAllowBrowser) {
    refuse(
      'in a browser everybody can read the key. Call P100 from your server, or set dangerouslyAllowBrowser.',
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
    headers: { 'user-agent': `p100-partner-sdk/${version}`, ...checkHeaders(options.headers ?? {}, clientItself) },
    fetch,
    onEvent,
  };
}

/** Pages have a document. Workers do not, and the servers' workers of Cloudflare, Deno and Bun name themselves. */
function isBrowser(): boolean {
  const { document, WorkerGlobalScope, navigator } = globalThis as Record<string, unknown>;
  const { userAgent } = (navigator ?? {}) as { userAgent?: string };
  return document !== undefined || (WorkerGlobalScope !== undefined && /^Mozilla\//.test(userAgent ?? ''));
}

/** Refuses a key that would fail late and unclearly. The key itself is never in the message. */
export function checkKey(key: unknown, where: Where): string {
  // Only what a header can carry: visible Latin-1.
  if (typeof key === 'string' && /^[\x21-\x7e\xa1-\xff]+$/.test(key)) return key;
  if (typeof key === 'string' && key.trim()) {
    refuse(
      'the key holds a space, a line break or another character that a header cannot carry. Copy it again.',
      where,
    );
  }
  const missing = 'there is no key. Pass apiKey or set the variable P100_API_KEY.';
  refuse(where === clientItself ? missing : 'the apiKey function returned no key.', where);
}

/** Takes limits from the options, else from the defaults, and refuses impossible ones. */
export function resolveLimits(options: Pick<CallOptions, keyof Limits>, defaults: Limits, where: Where): Limits {
  const { timeoutMs = defaults.timeoutMs, deadlineMs = defaults.deadlineMs } = options;
  const { maxRetries = defaults.maxRetries } = options;
  checkMilliseconds({ timeoutMs, deadlineMs }, where);
  if (!Number.isInteger(maxRetries) || maxRetries < 0) refuse('maxRetries must be a whole number from 0.', where);
  return { timeoutMs, deadlineMs, maxRetries };
}

/** Refuses limits that no timer can keep. */
export function checkMilliseconds(limits: Readonly<Record<string, number>>, where: Where): void {
  for (const [name, value] of Object.entries(limits)) {
    if (value > 0 && value <= longestTimerMs) continue;
    refuse(`${name} must be a number of milliseconds above 0 and below 2^31.`, where);
  }
}
