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

/** A response whose body was already read and parsed. */
export class DecodedResponse extends Response {
  readonly #body: unknown;

  constructor({ response, status, read }: Answer, body: unknown) {
    const text = read.ok ? read.text : '';
    const hasBody = status !== 204 && status !== 205;
    super(hasBody ? text : null, { status, headers: copyHeaders(response.headers, text) });
    this.#body = body;
  }

  /** The parsed body; its text if it is not JSON. */
  override async json(): Promise<unknown> {
    return this.#body;
  }
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
