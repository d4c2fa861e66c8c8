import { P100ConfigError } from '../errors.js';
import { webhookPaths } from '../generated/webhooks.js';
import type { WebhookDelivery, WebhookName, WebhookOptions } from './options.js';

type Call = (body: Record<string, unknown>, delivery: WebhookDelivery) => unknown;

/** The options after defaults and checks. */
export type Settings = ReturnType<typeof resolveOptions>;

export function resolveOptions(options: WebhookOptions) {
  const { token = variable('P100_WEBHOOK_TOKEN'), unknown, onEvent, onError } = options;
  const { bodyTimeoutMs = 10_000, handlerTimeoutMs = 30_000 } = options;
  for (const [name, value] of Object.entries({ bodyTimeoutMs, handlerTimeoutMs })) {
    // A longer setTimeout fires at once.
    if (!(value > 0 && value < 2 ** 31)) throw wrong(`${name} has to be milliseconds above 0, below 2^31`);
  }
  for (const [name, value] of Object.entries({ unknown, onEvent, onError })) checkFunction(name, value);
  const fixed = typeof token === 'function' ? [] : checkTokens(token);
  return {
    bodyTimeoutMs,
    handlerTimeoutMs,
    tokens: async () => (typeof token === 'function' ? checkTokens(await token()) : fixed),
    findRoute: createRouter(options),
    onEvent: observe(onEvent),
    onError: observe(onError),
  };
}

function checkTokens(token: unknown): string[] {
  const tokens: unknown[] = Array.isArray(token) ? [...token] : [token];
  // Visible ASCII, with single spaces inside: what a header carries unchanged.
  const fits = (value: unknown) => typeof value === 'string' && /^[!-~]+( [!-~]+)*$/.test(value);
  if (tokens.length > 0 && tokens.every(fits)) return tokens as string[];
  if (tokens.every((value) => !value)) throw wrong('there is no token: pass token or set P100_WEBHOOK_TOKEN');
  throw wrong('token is not visible ASCII, or holds a line break or the like: copy it again');
}

/** Makes a function that finds what to call for a path. */
function createRouter({ on = {}, paths = {}, unknown }: WebhookOptions) {
  const given = Object.entries(paths).filter(([, path]) => path !== undefined);
  const routes = Object.entries({ ...webhookPaths, ...Object.fromEntries(given) }) as [WebhookName, string][];
  const functions = new Map(Object.entries(on).filter(([, call]) => call !== undefined)) as Map<unknown, Call>;
  if (functions.size === 0 && !unknown) throw wrong('there is nothing to call: pass `on` or `unknown`');
  for (const [name, call] of functions) {
    checkFunction(`on.${name}`, call);
    if (!routes.some(([event]) => event === name)) throw wrong(`on.${name} has no documented path: pass paths.${name}`);
  }
  for (const [name, path] of given) {
    if (!functions.has(name)) throw wrong(`paths.${name} is not used: pass on.${name}`);
    if (!/^\/[^?#]+$/.test(String(path))) throw wrong(`paths.${name} has to begin with / and to have no query`);
    if (routes.some(([event, other]) => event !== name && other === path)) throw wrong(`paths.${name} is taken`);
  }
  // Of two paths that fit, the longer one is meant.
  routes.sort(([, a], [, b]) => b.length - a.length);
  return (path: string): { event: WebhookName | undefined; call: Call } | undefined => {
    // Proxies and servers disagree on what an encoded slash or backslash means.
    if (/%2f|%5c/i.test(path)) return undefined;
    const event = routes.find(([, end]) => path.endsWith(end))?.[0];
    const call = functions.get(event);
    if (call) return { event, call: (body, delivery) => call(unwrap(body), delivery) };
    return unknown && { event, call: unknown };
  };
}

/** P100's FAQ shows events in an envelope, `{ event_type, data }`; the pages of the events show them without. */
function unwrap(body: Record<string, unknown>): Record<string, unknown> {
  const { event_type: type, data } = body;
  return typeof type === 'string' && isObject(data) ? data : body;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Async, because an observer must not be able to break a delivery, neither at once nor later. */
const observe =
  <Args extends unknown[]>(observer: ((...args: Args) => unknown) | undefined) =>
  (...args: Args): void => {
    const call = async () => observer?.(...args);
    call().catch(() => {});
  };

function checkFunction(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'function') throw wrong(`${name} is not a function`);
}

const wrong = (message: string) => new P100ConfigError(message, 'createWebhookHandler');

// Through globalThis, because workers have no process.
const variable = (name: string): string | undefined =>
  (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name];
