import { P100ConfigError } from '../errors.js';
import { eventExamples } from '../generated/fixtures.js';
import { type WebhookEvents, type WebhookName, webhookPaths } from '../generated/webhooks.js';
import { refuseUnknown } from './unknown.js';

/** Where the fake sends webhooks. Pass either `handler` or `url`. */
export interface FakeWebhook {
  /** Receives the webhooks in this process. Pass what `createWebhookHandler` returns. */
  readonly handler?: (request: Request) => Response | Promise<Response>;
  /** Address of your server, to which the path of the event is added. */
  readonly url?: string;
  /** The token to send in `Authorization`. */
  readonly token: string;
  /**
   * Paths by event. Required for the events whose path P100 does not document.
   * @default the documented paths
   */
  readonly paths?: { readonly [Name in WebhookName]?: string | undefined };
  /**
   * Waits between deliveries. Replace it to skip the waits.
   * @default a timer
   */
  readonly sleep?: (milliseconds: number) => Promise<unknown>;
}

/** Fields to change in P100's example of an event. `undefined` removes a field. */
export type WebhookChanges<Name extends WebhookName> = {
  readonly [Field in keyof WebhookEvents[Name]]?: WebhookEvents[Name][Field] | undefined;
};

/** How a webhook was delivered. */
export interface FakeDelivery {
  /** Name of the event. */
  readonly event: WebhookName;
  /** Path to which it was sent. */
  readonly path: string;
  /** What was sent. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Status of the response to each delivery; `undefined` if there was none. */
  readonly statuses: readonly (number | undefined)[];
  /** Whether the last response was a success. */
  readonly received: boolean;
}

/** Sends the webhooks of one fake. */
export interface WebhookSender {
  send<Name extends WebhookName>(event: Name, changes?: WebhookChanges<Name>): Promise<FakeDelivery>;
  /** Sends the event of an activation, if there is a receiver. */
  tellActivation(externalUserId: string): Promise<void>;
}

const activation = 'userStatus' satisfies WebhookName;

/** About how long P100 waits before each repeated delivery, in milliseconds. It delivers an event up to five times. */
const redeliveryWaitsMs = [8_000, 16_000, 32_000, 64_000];

export function createWebhookSender(webhook: FakeWebhook | undefined): WebhookSender {
  if (webhook && (webhook.handler === undefined) === (webhook.url === undefined)) {
    throw new P100ConfigError('webhook needs either handler or url, and not both.', 'createFakeP100');
  }
  if (webhook?.url && /[?#]/.test(webhook.url)) {
    throw new P100ConfigError(
      'webhook.url must have no query: the path of each event is added to it.',
      'createFakeP100',
    );
  }
  const send: WebhookSender['send'] = async (event, changes = {}) => {
    checkEvent(event);
    if (!webhook)
      throw wrong('there is no receiver: pass the option webhook to createFakeP100, or --webhook-url to the sandbox.');
    const path = webhook.paths?.[event] ?? webhookPaths[event];
    if (path === undefined) {
      const where = `webhook.paths.${event}, or --webhook-path ${event}=/… to the sandbox`;
      throw wrong(`P100 documents no path for ${event}: pass ${where}.`);
    }
    const body = { ...eventExamples[event], ...changes };
    const statuses = await deliver(webhook, path, JSON.stringify(body));
    return { event, path, body, statuses, received: isSuccess(statuses.at(-1)) };
  };
  return {
    send,
    tellActivation: async (externalUserId) => void (webhook && (await send(activation, { externalUserId }))),
  };
}

/** Sends a webhook until it succeeds, as often as P100 does. */
async function deliver(webhook: FakeWebhook, path: string, body: string): Promise<(number | undefined)[]> {
  const { handler = postTo(webhook.url ?? ''), token, sleep = wait } = webhook;
  const statuses: (number | undefined)[] = [];
  for (const waitMs of [0, ...redeliveryWaitsMs]) {
    if (waitMs > 0) await sleep(waitMs);
    const headers = { authorization: token, 'content-type': 'application/json' };
    const request = new Request(new URL(path, 'http://localhost'), { method: 'POST', headers, body });
    statuses.push(await statusOf(handler, request));
    if (isSuccess(statuses.at(-1))) break;
  }
  return statuses;
}

async function statusOf(handler: NonNullable<FakeWebhook['handler']>, request: Request): Promise<number | undefined> {
  try {
    const response = await handler(request);
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}

// P100 does not document how long it waits for a response.
const timeoutMs = 10_000;

/** Sends webhooks to a server. */
export function postTo(url: string): (request: Request) => Promise<Response> {
  const base = url.replace(/\/+$/, '');
  return async (request) => {
    const { method, headers } = request;
    const body = await request.text();
    const signal = AbortSignal.timeout(timeoutMs);
    return fetch(`${base}${new URL(request.url).pathname}`, { method, headers, body, redirect: 'manual', signal });
  };
}

const isSuccess = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function checkEvent(event: string): void {
  if (Object.hasOwn(eventExamples, event)) return;
  refuseUnknown('unknown event', event, Object.keys(eventExamples), 'fake.sendWebhook');
}

const wrong = (message: string) => new P100ConfigError(message, 'fake.sendWebhook');
