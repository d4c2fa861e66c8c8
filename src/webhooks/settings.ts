import { type WebhookName, webhookPaths } from '../generated/webhooks.js';
import { isObject } from '../is-object.js';
import { checkOptions, optionKinds, refuse } from '../options.js';
import { within } from '../pipeline/time.js';
import { checkMilliseconds } from '../settings.js';
import { variable } from '../variables.js';
import { matchesToken } from './hash.js';
import type { WebhookDelivery, WebhookOptions } from './options.js';

type Call = (body: Record<string, unknown>, delivery: WebhookDelivery) => unknown;

/** The options after defaults and checks. */
export type Settings = ReturnType<typeof resolveOptions>;

const here = { id: 'createWebhookHandler', name: 'createWebhookHandler' };

/** Fills in defaults, and refuses what cannot work. */
export function resolveOptions(given: WebhookOptions) {
  const options = checkOptions(given, optionKinds.webhook, here);
  const { token = variable('P100_WEBHOOK_TOKEN'), timeoutMs: milliseconds = 30_000 } = options;
  checkMilliseconds({ timeoutMs: milliseconds }, here);
  if (!token) refuse('there is no token. Pass token or set the environment variable P100_WEBHOOK_TOKEN.', here);
  const fixed = typeof token === 'function' ? [] : checkTokens(token);
  const readTokens = async () => (typeof token === 'function' ? checkTokens(await token()) : fixed);
  const timeIsUp = () =>
    new Error(`createWebhookHandler: your function or the token function exceeded ${milliseconds} ms (timeoutMs).`);
  return {
    ...options,
    hasToken: async (authorization: string) => matchesToken(authorization, await readTokens()),
    findRoute: createRouter(options),
    withinLimit: <Result>(work: () => Result | Promise<Result>) =>
      within({ milliseconds, signal: undefined, timeIsUp }, async () => work()),
  };
}

function checkTokens(token: unknown): string[] {
  const tokens = [token].flat();
  // What a header carries unchanged: visible ASCII characters, with single spaces between them.
  const fits = (value: unknown) => typeof value === 'string' && /^[!-~]+( [!-~]+)*$/.test(value);
  if (tokens.length > 0 && tokens.every(fits)) return tokens as string[];
  return refuse('a token is empty, or has an extra space, line break or forbidden character. Copy it again.', here);
}

/** Creates a function that finds the event of a path, and what to call for it. */
function createRouter({ on = {}, paths = {}, unknown }: WebhookOptions) {
  const events = Object.keys(webhookPaths) as WebhookName[];
  checkOptions(on, Object.fromEntries(events.map((event) => [event, 'function'])), here, 'an event');
  checkOptions(paths, Object.fromEntries(events.map((event) => [event, 'string'])), here, 'an event');
  const routes: { event: WebhookName; end: string; call: Call | undefined }[] = [];
  for (const event of events) {
    const end = paths[event] ?? webhookPaths[event];
    const call = on[event] as Call | undefined;
    if (call && end === undefined) refuse(`P100 documents no path for ${event}. Pass paths.${event}.`, here);
    if (end === undefined) continue;
    if (!/^\/[^?#]+$/.test(end)) refuse(`paths.${event} must begin with / and have no query.`, here);
    const twin = routes.find((route) => route.end === end);
    if (twin) refuse(`the paths of ${event} and ${twin.event} are the same. Give each event its own path.`, here);
    routes.push({ event, end, call });
  }
  if (!unknown && !routes.some(({ call }) => call))
    refuse('there is no function to call. Pass `on`, `unknown` or both.', here);
  // If two paths match, the longer one wins.
  routes.sort((a, b) => b.end.length - a.end.length);
  return (path: string): { event: WebhookName | undefined; call: Call } | undefined => {
    // Proxies and servers disagree on what an encoded slash or backslash means.
    if (/%2f|%5c/i.test(path)) return undefined;
    const { event, call } = routes.find(({ end }) => path.endsWith(end)) ?? {};
    if (call) return { event, call: (body, delivery) => call(unwrap(body), delivery) };
    return unknown && { event, call: unknown };
  };
}

/** P100's FAQ shows events in an envelope, `{ event_type, data }`; P100's pages of the events show no envelope. */
function unwrap(body: Record<string, unknown>): Record<string, unknown> {
  const { event_type: type, data } = body;
  return typeof type === 'string' && isObject(data) ? data : body;
}
