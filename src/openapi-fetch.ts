import {
  createFinalURL,
  createQuerySerializer,
  defaultPathSerializer,
  type HeadersOptions,
  mergeHeaders,
  type ParamsOption,
} from 'openapi-fetch';
import type { paths } from './generated/types.js';
import type { CallOptions } from './operation.js';
import type { LightRequest, PlacedParameters } from './request.js';

/** The paths of the description that have a method. */
type PathWith<Method extends string> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, object> ? Path : never;
}[keyof paths];

type OperationAt<Path, Method> = Path extends keyof paths
  ? Method extends keyof paths[Path]
    ? paths[Path][Method]
    : never
  : never;

type Content<Described> = Described extends { content: infer Media } ? Media[keyof Media] : undefined;

type RequestBody<Described> = Described extends { requestBody?: infer Body } ? Content<NonNullable<Body>> : undefined;

type BodyOption<Described> = Described extends { requestBody: object }
  ? { readonly body: RequestBody<Described> }
  : { readonly body?: RequestBody<Described> };

type RawInit<Described> = ParamsOption<Described> & BodyOption<Described> & CallOptions<RequestBody<Described>>;

/** The bodies of the answers whose status begins with one of these digits. */
type BodyAt<Described, Digit extends string> = Described extends { responses: infer Answers }
  ? {
      [Status in keyof Answers]: `${Status & number}` extends `${Digit}${string}` ? Content<Answers[Status]> : never;
    }[keyof Answers]
  : never;

// openapi-fetch's own types take an open set such as `'ACTIVE' | (string & {})` apart into the methods of a string.
type RawAnswer<Described> =
  | { data: BodyAt<Described, '2'>; error?: never; response: Response }
  | { data?: never; error: BodyAt<Described, '4' | '5'>; response: Response };

type RawMethod<Method extends string> = <Path extends PathWith<Method>>(
  path: Path,
  ...init: object extends RawInit<OperationAt<Path, Method>>
    ? [init?: RawInit<OperationAt<Path, Method>>]
    : [init: RawInit<OperationAt<Path, Method>>]
) => Promise<RawAnswer<OperationAt<Path, Method>>>;

type DescribedMethod = { [Path in keyof paths]: MethodOf<paths[Path]> }[keyof paths];

type MethodOf<Described> = {
  [Method in keyof Described & string]: Described[Method] extends object ? Uppercase<Method> : never;
}[keyof Described & string];

/**
 * The description as openapi-fetch types it: one function for each HTTP method that it has, with the paths that have
 * it. Each answers `{ data, response }`, or `{ error, response }` with P100's error body; every other failure is
 * thrown as a P100Error.
 *
 * @interface
 */
export type Raw = Pick<RawMethods, DescribedMethod & keyof RawMethods>;

interface RawMethods {
  /** Calls a path with `GET`. */
  readonly GET: RawMethod<'get'>;
  /** Calls a path with `PUT`. */
  readonly PUT: RawMethod<'put'>;
  /** Calls a path with `POST`. */
  readonly POST: RawMethod<'post'>;
  /** Calls a path with `DELETE`. */
  readonly DELETE: RawMethod<'delete'>;
  /** Calls a path with `OPTIONS`. */
  readonly OPTIONS: RawMethod<'options'>;
  /** Calls a path with `HEAD`. */
  readonly HEAD: RawMethod<'head'>;
  /** Calls a path with `PATCH`. */
  readonly PATCH: RawMethod<'patch'>;
  /** Calls a path with `TRACE`. */
  readonly TRACE: RawMethod<'trace'>;
}

const querySerializer = createQuerySerializer();

/** Writes path, query and header parameters into a request. */
export function addParameters(request: LightRequest, params: PlacedParameters): LightRequest {
  const serializers = { pathSerializer: defaultPathSerializer, querySerializer };
  return {
    ...request,
    url: createFinalURL(request.url, { baseUrl: '', params, ...serializers }),
    headers: Object.fromEntries(mergeHeaders(request.headers, params['header'] as HeadersOptions)),
  };
}
