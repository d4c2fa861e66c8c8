import type { WebhookEvents, WebhookName } from '../generated/webhooks.js';

/** What is known about a delivery besides its body. */
export interface WebhookDelivery<Name extends WebhookName | undefined = WebhookName | undefined> {
  /** Name of the event; `undefined` if the path belongs to no known event. */
  readonly event: Name;
  /** Path of the URL that was called. */
  readonly path: string;
  /** SHA-256 of path and body, in hex: the same for repeated deliveries, and for a later event with the same body. */
  readonly id: string;
  /** When the whole body had arrived. */
  readonly receivedAt: Date;
}

/** How a delivery ended. Contains neither bodies nor tokens, so it is safe to log. */
export interface P100WebhookEvent {
  /** Always `delivery`. */
  readonly type: 'delivery';
  /** HTTP status of the response. The webhooks guide explains each. */
  readonly status: number;
  /** Name of the event, if the path belongs to a known one. */
  readonly event?: WebhookName | undefined;
  /** Id of the delivery, if its body was accepted. */
  readonly id?: string | undefined;
  /** Whole milliseconds from the request to the response. */
  readonly durationMs: number;
}

/** Your secret token, with or without `Bearer `, or a list of tokens while you rotate it. */
export type WebhookToken = string | readonly string[];

/** A function for each event that you want to receive, by the name of the event. */
export type WebhookFunctions = {
  readonly [N in keyof WebhookEvents]?: ((body: WebhookEvents[N], delivery: WebhookDelivery<N>) => unknown) | undefined;
};

/** Settings of a webhook handler. */
export interface WebhookOptions {
  /** What P100 sends in `Authorization`, or a function that returns it. @default the variable `P100_WEBHOOK_TOKEN` */
  readonly token?: WebhookToken | (() => WebhookToken | Promise<WebhookToken>) | undefined;
  /** Your functions, by event. P100 receives 200 after a function has finished, or 500 if it throws or is too slow. */
  readonly on?: WebhookFunctions | undefined;
  /** The end of each event's URL path. Required for events without a documented path. @default the documented paths */
  readonly paths?: { readonly [Name in WebhookName]?: string | undefined } | undefined;
  /** Receives the events that have no function in `on`. Without it, P100 receives 404 for them. */
  readonly unknown?: ((body: Record<string, unknown>, delivery: WebhookDelivery) => unknown) | undefined;
  /** Called after each delivery. Errors that it throws are ignored. */
  readonly onEvent?: ((event: P100WebhookEvent) => unknown) | undefined;
  /** Called with the error if your function or the token function fails. Errors that `onError` throws are ignored. */
  readonly onError?: ((error: unknown, delivery: WebhookDelivery | undefined) => unknown) | undefined;
  /**
   * Time limit in milliseconds: for reading the body (then P100 receives 408), and again for the token function and for
   * your function (then 500). A function that exceeds it keeps running. @default 30_000
   */
  readonly timeoutMs?: number | undefined;
}
