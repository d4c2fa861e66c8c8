import { isObject } from './is-object.js';
import { readBody } from './pipeline/body.js';
import { tell } from './pipeline/report.js';
import { sha256 } from './webhooks/hash.js';
import type { WebhookDelivery, WebhookOptions } from './webhooks/options.js';
import { resolveOptions, type Settings } from './webhooks/settings.js';

export type { WebhookEvents, WebhookName } from './generated/webhooks.js';
export { type NodeRequest, type NodeResponse, toNodeListener } from './webhooks/node.js';
export type * from './webhooks/options.js';

/** Responds to one webhook request. Never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>;

/**
 * Creates a handler for P100's webhooks. It checks the token, finds the event by the path, reads the body within
 * limits, calls your function in `on`, and responds with 200 once that has finished. If your function throws, it
 * responds with 500, and P100 delivers the event again. `GET` and `POST` on `/webhook/health` return 200 without a token.
 *
 * @throws P100ConfigError if an option is wrong, if there is no token, or if an event in `on` has no path.
 * @example
 * export const POST = createWebhookHandler({
 *   on: { userStatus: async ({ externalUserId, status }) => activate(externalUserId, status) },
 * });
 */
export function createWebhookHandler(options: WebhookOptions): WebhookHandler {
  const settings = resolveOptions(options);
  return async (request) => {
    const begun = performance.now();
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/webhook/health') && /^(GET|POST)$/.test(request.method)) return Response.json({});
    const outcome = await receive(request, pathname, settings);
    tell(settings.onEvent, { type: 'delivery', ...outcome, durationMs: Math.round(performance.now() - begun) });
    return Response.json({}, { status: outcome.status, headers: outcome.status === 405 ? { allow: 'POST' } : {} });
  };
}

/** Handles a delivery: checks token, path, method and body, in this order, and then calls your function. */
async function receive(request: Request, path: string, { hasToken, findRoute, withinLimit, onError }: Settings) {
  const authorization = request.headers.get('authorization');
  if (!authorization) return { status: 401 };
  let delivery: WebhookDelivery | undefined;
  try {
    if (!(await withinLimit(() => hasToken(authorization)))) return { status: 401 };
    const { event, call } = findRoute(path) ?? {};
    if (!call) return { status: 404 };
    if (request.method !== 'POST') return { status: 405, event };
    if (request.headers.has('content-encoding')) return { status: 415, event };
    const { text, body, status } = await readObject(request, withinLimit);
    if (!body) return { status, event };
    const known = { event, path, id: await sha256(`${path}\n${text}`), receivedAt: new Date() };
    delivery = known;
    await withinLimit(() => call(body, known));
    return { status, event, id: known.id };
  } catch (error) {
    tell(onError, error, delivery);
    return { status: 500, event: delivery?.event, id: delivery?.id };
  }
}

// The documented bodies are smaller than 1 KiB.
const bodyLimit = 256 * 1024;

async function readObject(request: Request, withinLimit: Settings['withinLimit']) {
  const { result, cancel } = readBody(request, bodyLimit);
  const read = await withinLimit(() => result).catch(cancel);
  if (!read) return { status: 408 };
  if (!read.ok) return { status: read.reason === 'too-large' ? 413 : 400 };
  try {
    const body: unknown = JSON.parse(read.text);
    if (isObject(body)) return { status: 200, text: read.text, body };
  } catch {}
  return { status: 400 };
}
