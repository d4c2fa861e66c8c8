import {
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  type FetchResponse,
  mergeHeaders,
  type ParamsOption,
  type RequestBodyOption,
} from 'openapi-fetch';
import type { paths } from './generated/types.js';
import type { CallOptions } from './operation.js';

/** The paths of the description that have a method. */
type PathWith<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, object> ? Path : never;
}[keyof paths];

type OperationAt<Path, Method> = Path extends keyof paths
  ? Method extends keyof paths[Path]
    ? paths[Path][Method]
    : never
  : never;

type RawInit<Described> = ParamsOption<Described> & RequestBodyOption<Described> & CallOptions;

type RawMethod<Method extends string> = <Path extends PathWith<Method>>(
  path: Path,
  ...init: object extends RawInit<OperationAt<Path, Method>>
    ? [init?: RawInit<OperationAt<Path, Method>>]
    : [init: RawInit<OperationAt<Path, Method>>]
) => Promise<FetchResponse<OperationAt<Path, Method> & object, object, `${string}/${string}`>>;

/**
 * The description as openapi-fetch types it: one function for each HTTP method, with the paths that have it. Each
 * answers `{ data, response }`, or `{ error, response }` with P100's error body; every other failure is thrown as a
 * P100Error.
 */
export interface Raw {
  readonly GET: RawMethod<'get'>;
  readonly PUT: RawMethod<'put'>;
  readonly POST: RawMethod<'post'>;
  readonly DELETE: RawMethod<'delete'>;
  readonly OPTIONS: RawMethod<'options'>;
  readonly HEAD: RawMethod<'head'>;
  readonly PATCH: RawMethod<'patch'>;
  readonly TRACE: RawMethod<'trace'>;
}

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

/** Answers a function that builds requests with openapi-fetch: path, query and header parameters. The body is JSON. */
export function createRequestBuilder(baseUrl: string, headers: Readonly<Record<string, string>>) {
  const serializers = { baseUrl, pathSerializer: defaultPathSerializer, querySerializer: createQuerySerializer() };
  const jsonHeaders = { 'content-type': 'application/json', ...headers };
  return (method: string, path: string, { params, body }: RequestParts): LightRequest => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    const request = { url: baseUrl + path, method, headers: json === undefined ? headers : jsonHeaders, body: json };
    if (!params) return request;
    return {
      ...request,
      url: createFinalURL(path, { ...serializers, params }),
      headers: Object.fromEntries(mergeHeaders(request.headers, params['header'] as HeadersInit)),
    };
  };
}
