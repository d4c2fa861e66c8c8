import { type BodyReading, readBody } from './body.js';
import type { Fetch, FetchInit, FetchResponse } from './fetch.js';
import { type TimeLimit, within } from './time.js';

/** A request that is ready to be sent, as often as needed. */
export interface SendableRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | undefined;
}

/** A response whose body was read, or why it could not be. */
export type Answer = {
  readonly response: FetchResponse;
  readonly status: number;
} & (
  | { readonly readable: true; readonly text: string }
  | { readonly readable: false; readonly reason: 'redirect' | 'too-large' | 'truncated' | 'not-json' }
);

/** Makes one attempt within a time limit. Rejects with whatever `fetch` throws if there is no response. */
export async function sendOnce(
  fetch: Fetch,
  request: SendableRequest,
  limit: Omit<TimeLimit, 'stop'>,
): Promise<Answer> {
  const aborter = new AbortController();
  let body: BodyReading | undefined;
  const stop = (reason: unknown) => {
    aborter.abort(reason);
    body?.cancel();
  };
  const answer = await within({ ...limit, stop }, async (): Promise<Answer> => {
    const response = await fetch(request.url, toInit(request, aborter.signal));
    const { status } = response;
    // A browser hides a redirect behind the status 0.
    if (status === 0 || (status >= 300 && status < 400))
      return { response, status, readable: false, reason: 'redirect' };
    body = readBody(response);
    // The time can be up before a slow fetch resolves.
    if (aborter.signal.aborted) body.cancel();
    const read = await body.result;
    return read.ok
      ? { response, status, readable: true, text: read.text }
      : { response, status, readable: false, reason: read.reason };
  });
  // Close the connection: the body was not fully read.
  if (!answer.readable) aborter.abort();
  return answer;
}

function toInit({ method, headers, body }: SendableRequest, signal: AbortSignal): FetchInit {
  // A copy of the headers for each attempt, because a custom fetch may change them.
  const init = { method, headers: { ...headers }, redirect: 'manual', signal } as const;
  return body === undefined ? init : { ...init, body };
}
