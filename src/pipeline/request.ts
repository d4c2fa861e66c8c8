import { refuse, type Where } from '../options.js';

/** The part of a `RequestInit` that openapi-fetch passes. */
interface LightInit {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string | FormData | undefined;
}

/**
 * What openapi-fetch builds instead of a `Request`, unless there is middleware. A `Request` costs a quarter of a call
 * and can be sent only once; this keeps what a retry sends again.
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
}

/** Reads the body once, so that it can be sent again with each attempt. */
export async function readRequest(request: LightRequest | Request, where: Where): Promise<LightRequest> {
  if (request instanceof LightRequest) return request;
  try {
    return await toLight(request);
  } catch {
    refuse(
      'middleware must read only a clone of the request, and must not send a body other than text or a form.',
      where,
    );
  }
}

// What is not text would be sent with replaced characters.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function toLight(request: Request): Promise<LightRequest> {
  const { url, method, headers } = request;
  const form = headers.get('content-type')?.startsWith('multipart/');
  if (!form)
    return new LightRequest(url, { method, headers, body: decoder.decode(await request.arrayBuffer()) || undefined });
  const body = await request.formData();
  // Its boundary no longer fits: the form is serialised again.
  headers.delete('content-type');
  return new LightRequest(url, { method, headers, body });
}
