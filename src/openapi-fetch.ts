import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/types.js';

/** The generated client as openapi-fetch types it: one method for each HTTP method, with the paths of the description. */
export type Raw = Omit<Client<paths>, 'use' | 'eject'>;

/** A request as openapi-fetch builds it, kept as plain parts: a `Request` can be read once, a retry reads it again. */
export class LightRequest {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;

  constructor(
    readonly url: string,
    init: { method: string; headers: Headers; body?: string },
  ) {
    this.method = init.method;
    this.headers = Object.fromEntries(init.headers);
    this.body = init.body;
  }
}

/** What a request is built from. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly body?: unknown;
}

/** Answers a function that builds requests with openapi-fetch: path, query, header parameters and JSON body. */
export function createRequestBuilder(baseUrl: string) {
  // Its `fetch` hands the finished request back; sending it is the matter of this package, not of openapi-fetch.
  const client = createClient<Record<string, Record<string, never>>>({
    baseUrl,
    Request: LightRequest as unknown as typeof Request,
    fetch: (async (request: unknown) => ({ ok: true, headers: { get: () => '1' }, json: () => request })) as never,
  });
  return async (method: string, path: string, parts: RequestParts): Promise<LightRequest> => {
    const { data } = await client.request(method as never, path as never, parts as never);
    return data as unknown as LightRequest;
  };
}
