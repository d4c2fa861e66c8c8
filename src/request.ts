import { P100ConfigError } from './errors.js';
import type { Operation } from './operation.js';
import type { Settings } from './options.js';

/** A request kept as plain parts: a `Request` costs a quarter of a call, and can be read once where a retry reads it again. */
export interface LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Parameters by where they are sent: path, query or header. */
export type PlacedParameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Answers a function that builds requests, still without parameters. Their body is JSON. */
export function createRequestBuilder({ baseUrl, headers }: Settings) {
  const jsonHeaders = { 'content-type': 'application/json', ...headers };
  return ({ id, method, path }: Operation, body: unknown, extraBody: object | undefined): LightRequest => {
    try {
      const json = JSON.stringify(extraBody ? { ...(body as object), ...extraBody } : body) as string | undefined;
      return { url: baseUrl + path, method, headers: json === undefined ? headers : jsonHeaders, body: json };
    } catch {
      // Without its cause: what a body of the caller throws may tell its values.
      throw new P100ConfigError('the body cannot be written as JSON', id);
    }
  };
}
