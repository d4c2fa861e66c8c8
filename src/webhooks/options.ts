import type { WebhookEvents, WebhookName } from '../generated/webhooks.js';

/** What is known about a delivery besides its body. */
export interface WebhookDelivery<Name extends WebhookName | undefined = WebhookName | undefined> {
  /** Name of the event; `undefined` if the path belongs to no described event. */
  readonly event: Name;
  /** Path of the URL that was called. */
  readonly path: string;
  /** SHA-256 of path and body, in hex: the same for repeated deliveries, and for a later event with the same body. */
  readonly id: string;
  /** When the body had arrived. */
  readonly receivedAt: Date;
}

/** How a delivery ended. Holds neither bodies nor tokens, so it is safe to log. */
export interface P100WebhookEvent {
  /** Always `delivery`. */
  readonly type: 'delivery';
  /** Status of the response. The guide on webhooks says when it is which. */
  readonly status: number;
  /** Name of the event, if the path belongs to a described one. */
  readonly event?: WebhookName | undefined;
  /** Id of the delivery, if its body was accepted. */
  readonly id?: string | undefined;
  /** Whole milliseconds from the request to the response. */
  readonly durationMs: number;
}

/** Your secret token, with or without `Bearer `; several while you rotate it. */
export type WebhookToken = string | readonly string[];

/** A function for each event that you want to receive. */
export type WebhookFunctions = {
  readonly [N in keyof WebhookEvents]?: ((body: WebhookEvents[N], delivery: WebhookDelivery<N>) => unknown) | undefined;
};

/** Settings of a webhook handler. */
export interface WebhookOptions {
  /** What P100 sends in `Authorization`, or a function that returns it. @default the variable `P100_WEBHOOK_TOKEN` */
  readonly token?: WebhookToken | (() => WebhookToken | Promise<WebhookToken>) | undefined;
  /** Your functions by event. P100 receives 200 after a function has finished, and 500 if it throws. */
  readonly on?: WebhookFunctions | undefined;
  /** Ends of URLs by event. Required for the events whose path P100 does not document. */
  readonly paths?: { readonly [Name in WebhookName]?: string | undefined } | undefined;
  /** Takes what no function in `on` takes. Without it, P100 receives 404. */
  readonly unknown?: ((body: Record<string, unknown>, delivery: WebhookDelivery) => unknown) | undefined;
  /** Called after each delivery. What it throws is ignored. */
  readonly onEvent?: ((event: P100WebhookEvent) => unknown) | undefined;
  /** Called with what your function threw; P100 receives no details. What it throws itself is ignored. */
  readonly onError?: ((error: unknown, delivery: WebhookDelivery | undefined) => unknown) | undefined;
  /** Limit for the body to arrive, and again for your function, which then goes on. In milliseconds. @default 30_000 */
  readonly timeoutMs?: number | undefined;
}
