import { type Client, createFinalURL, createQuerySerializer, defaultPathSerializer, mergeHeaders } from 'openapi-fetch';
import type { paths } from './generated/types.js';

/** The generated client as openapi-fetch types it: one method for each HTTP method, with the paths of the description. */
export type Raw = Omit<Client<paths>, 'use' | 'eject'>;

/** A request kept as plain parts: a `Request` costs a quarter of a call, and can be read once where a retry reads it again. */
export interface LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What a request is built from. */
export interface RequestParts {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly body?: unknown;
}

const jsonHeaders = { 'content-type': 'application/json' };

/** Answers a function that builds requests with openapi-fetch: path, query and header parameters. The body is JSON. */
export function createRequestBuilder(baseUrl: string) {
  const serializers = { pathSerializer: defaultPathSerializer, querySerializer: createQuerySerializer() };
  return (method: string, path: string, { params = {}, body }: RequestParts): LightRequest => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const headers = json === undefined ? {} : jsonHeaders;
    return {
      url: createFinalURL(path, { ...serializers, baseUrl, params }),
      method,
      headers: params['header'] ? Object.fromEntries(mergeHeaders(headers, params['header'] as HeadersInit)) : headers,
      body: json,
    };
  };
}
