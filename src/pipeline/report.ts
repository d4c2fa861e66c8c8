import type { P100Error } from '../errors.js';
import type { CallEndEvent, CallStartEvent, P100Event } from '../events.js';
import type { Where } from '../options.js';

type WithoutCall<Event> = Event extends P100Event ? Omit<Event, Exclude<keyof CallStartEvent, 'type'>> : never;

/** Reports an event of one call. */
export type CallReport = (event: WithoutCall<P100Event>) => void;

/** Creates the function that reports the events of one call. */
export function createReport(
  onEvent: ((event: P100Event) => void) | undefined,
  { id, name }: Where,
  host: string,
): CallReport {
  if (!onEvent) return () => {};
  const call = { callId: crypto.randomUUID(), method: name, operation: id, host };
  return ({ type, ...rest }) => tell(onEvent, { type, ...call, ...rest } as P100Event);
}

/** Calls an observer or a clean-up, and ignores whatever it throws, now or later. */
export function tell<Args extends unknown[]>(observer: ((...args: Args) => unknown) | undefined, ...args: Args): void {
  if (!observer) return;
  const observe = async () => observer(...args);
  observe().catch(() => {});
}

/** The fields of an event that describe a failure. */
export function failureDetails(error: P100Error): Pick<CallEndEvent, 'status' | 'code' | 'error' | 'reason'> {
  const { name, status, code, reason, scope, cause } = error as ErrorDetails;
  const detail = reason ?? scope ?? cause?.code;
  return {
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    error: name,
    ...(detail !== undefined && { reason: detail }),
  };
}

/** Fields that only some error classes have. */
type ErrorDetails = P100Error & {
  readonly status?: number;
  readonly reason?: string;
  readonly scope?: string;
  readonly cause?: { readonly code?: string };
};
