import { type BodyReading, type ReadBody, readBody } from './body.js';
import type { Fetch, FetchResponse } from './fetch.js';
import { type TimeLimit, within } from './time.js';

/** A request that is ready to be sent, as often as needed. */
export interface SendableRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | FormData | undefined;
}

/** A response, and the result of reading its body. */
export interface Answer {
  readonly response: FetchResponse;
  readonly status: number;
  readonly read: ReadBody;
}

/** Makes one attempt within a time limit. Rejects with whatever `fetch` throws if there is no response. */
export function sendOnce(
  fetch: Fetch,
  { url, method, headers, body }: SendableRequest,
  limit: Omit<TimeLimit, 'stop'>,
): Promise<Answer> {
  const aborter = new AbortController();
  const { signal } = aborter;
  let reading: BodyReading | undefined;
  const stop = (reason: unknown) => {
    aborter.abort(reason);
    reading?.cancel();
  };
  return within({ ...limit, stop }, async (): Promise<Answer> => {
    // A copy of the headers for each attempt, because a custom fetch may change them.
    const init = { method, headers: { ...headers }, redirect: 'manual', signal } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    const { status } = response;
    // Browsers report a redirect as status 0.
    const redirected = status === 0 || (status >= 300 && status < 400);
    // The headers of a HEAD response can give the size of a body that is not sent.
    if (!redirected && method !== 'HEAD') reading = readBody(response);
    // The limit can pass before a slow fetch resolves.
    if (signal.aborted) reading?.cancel();
    const unread: ReadBody = redirected ? { ok: false, reason: 'redirect' } : { ok: true, text: '' };
    const read = (await reading?.result) ?? unread;
    // Close the connection: the body was not fully read.
    if (!read.ok) aborter.abort();
    return { response, status, read };
  });
}
