import type { Answer } from './attempt.js';
import type { FetchResponse } from './fetch.js';

/**
 * A response that looks empty to openapi-fetch. A `Response` with a body costs as much as the rest of a call, so only
 * `raw` and middleware get one.
 */
export function lightResponse({ status }: Answer): Response {
  const headers = { get: (name: string) => (name === 'Content-Length' ? '0' : null) };
  return { ok: status < 300, status, headers } as unknown as Response;
}

/** A `Response` whose body was already read. */
export function realResponse({ response, status, read }: Answer): Response {
  const text = read.ok ? read.text : '';
  const hasBody = status !== 204 && status !== 205;
  return new Response(hasBody ? text : null, { status, headers: copyHeaders(response.headers, text) });
}

/** The headers, adapted to a body that is decompressed and complete. */
function copyHeaders(from: FetchResponse['headers'], text: string): Headers {
  const headers = new Headers();
  const { forEach } = from as Partial<Headers>;
  // The headers of a custom fetch may have nothing but `get`.
  forEach?.call(from, (value, name) => headers.append(name, value));
  for (const name of ['content-encoding', 'transfer-encoding']) headers.delete(name);
  headers.set('content-length', String(new TextEncoder().encode(text).length));
  return headers;
}
