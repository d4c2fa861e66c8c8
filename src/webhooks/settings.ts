import { P100ConfigError } from '../errors.js';
import { webhookPaths } from '../generated/webhooks.js';
import { checkOptions, optionKinds } from '../options.js';
import { checkMilliseconds } from '../settings.js';
import { variable } from '../variables.js';
import type { WebhookDelivery, WebhookName, WebhookOptions } from './options.js';

type Call = (body: Record<string, unknown>, delivery: WebhookDelivery) => unknown;

/** The options after defaults and checks. */
export type Settings = ReturnType<typeof resolveOptions>;

const here = { id: 'createWebhookHandler', name: 'createWebhookHandler' };
const wrong = (message: string) => new P100ConfigError(message, here.id);

/** Fills in defaults, and refuses what cannot work. */
export function resolveOptions(options: WebhookOptions) {
  checkOptions(options, optionKinds.webhook, here);
  const { token = variable('P100_WEBHOOK_TOKEN'), bodyTimeoutMs = 10_000, handlerTimeoutMs = 30_000 } = options;
  checkMilliseconds('bodyTimeoutMs', bodyTimeoutMs, here);
  checkMilliseconds('handlerTimeoutMs', handlerTimeoutMs, here);
  const fixed = typeof token === 'function' ? [] : checkTokens(token);
  return {
    bodyTimeoutMs,
    handlerTimeoutMs,
    readTokens: async () => (typeof token === 'function' ? checkTokens(await token()) : fixed),
    findRoute: createRouter(options),
    onEvent: observe(options.onEvent),
    onError: observe(options.onError),
  };
}

function checkTokens(token: unknown): string[] {
  const tokens: unknown[] = Array.isArray(token) ? [...token] : [token];
  // What a header carries unchanged: visible ASCII, with single spaces inside.
  const fits = (value: unknown) => typeof value === 'string' && /^[!-~]+( [!-~]+)*$/.test(value);
  if (tokens.length > 0 && tokens.every(fits)) return tokens as string[];
  if (tokens.every((value) => !value)) throw wrong('there is no token. Pass token or set P100_WEBHOOK_TOKEN.');
  throw wrong('token holds a line break, a space at its end or the like. Copy it again.');
}

/** Makes a function that finds what to call for a path. */
function createRouter({ on = {}, paths = {}, unknown }: WebhookOptions) {
  const given = definedEntries(paths);
  const functions = new Map(definedEntries(on)) as Map<unknown, Call>;
  const routes = Object.entries({ ...webhookPaths, ...Object.fromEntries(given) }) as [WebhookName, string][];
  if (functions.size === 0 && !unknown) throw wrong('there is nothing to call. Pass on or unknown.');
  for (const [name, call] of functions) {
    if (typeof call !== 'function') throw wrong(`on.${name} must be a function.`);
    if (!routes.some(([event]) => event === name))
      throw wrong(`on.${name} has no documented path. Pass paths.${name}.`);
  }
  for (const [name, path] of given) {
    if (!functions.has(name)) throw wrong(`paths.${name} is not used. Pass on.${name}.`);
    if (!/^\/[^?#]+$/.test(String(path))) throw wrong(`paths.${name} must begin with / and have no query.`);
    if (routes.some(([event, other]) => event !== name && other === path)) throw wrong(`paths.${name} is taken.`);
  }
  // If two paths fit, the longer one is meant.
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

const definedEntries = (object: object) => Object.entries(object).filter(([, value]) => value !== undefined);

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
