/** The part of a `RequestInit` that openapi-fetch passes. */
interface LightInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | FormData | undefined;
}

/**
 * What openapi-fetch builds instead of a `Request`. A `Request` costs a quarter of a call and can be sent only once;
 * this keeps what a retry sends again. Middleware may change `headers`, or return a `Request` of its own.
 */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string | FormData | undefined;

  constructor(url: string, { method, headers, body }: LightInit) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body;
  }

  async text(): Promise<string> {
    return typeof this.body === 'string' ? this.body : new Response(this.body).text();
  }

  /** openapi-fetch checks with `instanceof` what middleware returns. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.isPrototypeOf.call(LightRequest.prototype, value as object) || isRequest(value);
  }
}

const isRequest = (value: unknown): value is Request =>
  typeof globalThis.Request === 'function' && value instanceof globalThis.Request;

/** Reads the body once, so that it can be sent again with each attempt. */
export async function readRequest(request: LightRequest | Request): Promise<LightRequest> {
  if (!isRequest(request)) return request as LightRequest;
  const { url, method, headers } = request;
  const form = headers.get('content-type')?.startsWith('multipart/');
  if (!form) return new LightRequest(url, { method, headers, body: (await request.text()) || undefined });
  const body = await request.formData();
  // Its boundary no longer fits: the form is serialised again.
  headers.delete('content-type');
  return new LightRequest(url, { method, headers, body });
}
