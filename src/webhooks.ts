import type { WebhookOptions } from './webhooks/options.js';
import { receive } from './webhooks/receive.js';
import { resolveOptions } from './webhooks/settings.js';

export type { WebhookEvents } from './generated/webhooks.js';
export { type NodeListener, type NodeRequest, type NodeResponse, toNodeListener } from './webhooks/node.js';
export type * from './webhooks/options.js';

/** Responds to one webhook. Never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>;

/**
 * Makes a handler for what P100 sends to you. It checks your token, finds the event by the path, reads the body within
 * limits, calls your function in `on` and responds with 200 once that has finished. If your function throws, it
 * responds with 500, and P100 delivers the event again. `GET` and `POST` on `/webhook/health` get 200 without a token.
 *
 * @throws P100ConfigError if there is no token, or if an event in `on` has no path.
 * @example
 * ```ts
 * export const POST = createWebhookHandler({
 *   on: { userStatus: async ({ externalUserId, status }) => activate(externalUserId, status) },
 * });
 * ```
 */
export function createWebhookHandler(options: WebhookOptions): WebhookHandler {
  const settings = resolveOptions(options);
  return async (request) => {
    const begun = performance.now();
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/webhook/health') && /^(GET|POST)$/.test(request.method)) return Response.json({});
    const outcome = await receive(request, pathname, settings);
    settings.onEvent({ type: 'delivery', ...outcome, durationMs: performance.now() - begun });
    const { status } = outcome;
    return Response.json({}, { status, headers: status === 405 ? { allow: 'POST' } : {} });
  };
}
