import type { Middleware, ParamsOption } from 'openapi-fetch';
import { P100ApiError } from './errors.js';
import { operations } from './generated/operations.js';
import type { paths } from './generated/types.js';
import type { Http } from './http.js';
import type { CallOptions, Operation } from './operation.js';
import { checkOptions, optionKinds, refuse } from './options.js';
import { type PlacedParameters, placeParameters } from './parameters.js';
import type { Perform } from './perform.js';

type HttpMethod = Exclude<keyof paths[keyof paths], 'parameters'>;

/** The described paths that have this method. */
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

/** The bodies of the responses whose status begins with one of these digits. */
type BodyAt<Described, Digit extends string> = Described extends { responses: infer Responses }
  ? {
      [Status in keyof Responses]: `${Status & (number | string)}` extends `${Digit}${string}`
        ? Content<Responses[Status]>
        : never;
    }[keyof Responses]
  : never;

// openapi-fetch's own result type expands an open set such as `'ACTIVE' | (string & {})` into the methods of a string.
type RawResult<Described> =
  | { data: BodyAt<Described, '2'>; error?: never; response: Response }
  | { data?: never; error: BodyAt<Described, '4' | '5'>; response: Response };

type RawMethod<Method extends string> = <Path extends PathWith<Method>>(
  path: Path,
  ...init: object extends RawInit<OperationAt<Path, Method>>
    ? [init?: RawInit<OperationAt<Path, Method>>]
    : [init: RawInit<OperationAt<Path, Method>>]
) => Promise<RawResult<OperationAt<Path, Method>>>;

interface RawMiddleware {
  /** Registers openapi-fetch middleware. It sees each call once, whether made by a method, `request` or `raw`. */
  use(...middleware: Middleware[]): void;
  /** Removes middleware. */
  eject(...middleware: Middleware[]): void;
}

/**
 * The openapi-fetch client that makes every call, with the key, limits and retries of this package: one function for
 * each HTTP method of the API. Each returns `{ data, response }`, or `{ error, response }` with P100's error body. That
 * body may repeat what you sent. Every other failure is thrown as a P100Error, and so is a 401 without a body.
 *
 * @interface
 */
export type Raw = {
  readonly [Method in HttpMethod as PathWith<Method> extends never ? never : Uppercase<Method>]: RawMethod<Method>;
} & RawMiddleware;

type UntypedInit = CallOptions & { readonly params?: Partial<PlacedParameters>; readonly body?: unknown };

/** Creates the client's `raw`. */
export function createRaw(http: Http, perform: Perform): Raw {
  const methods = [...new Set(operations.map(({ method }: Operation) => method))];
  const functions = methods.map((method) => [method, createRawMethod(method, perform)]);
  return { ...Object.fromEntries(functions), use: http.use, eject: http.eject };
}

function createRawMethod(method: string, perform: Perform) {
  const name = `raw.${method}`;
  return async (path: string, init?: UntypedInit) => {
    const operation = operations.find((each: Operation) => each.method === method && each.path === path);
    if (!operation) {
      const advice = 'this path is not described. Write its parameters as {name}, or call p100.request(method, path).';
      return refuse(advice, { id: name, name });
    }
    const where = { id: operation.id, name };
    const options = checkOptions(init, optionKinds.raw, where);
    const { path: inPath, query, header } = options.params ?? {};
    const params = placeParameters(operation, { ...inPath, ...query, ...header }, where);
    const task = { operation, where, params, body: options.body, options, needsResponse: true } as const;
    const { result, response, body } = await perform(task);
    if (result.ok) return { data: result.value, response };
    // Without a body, `error` would be undefined, as after a success.
    if (result.error instanceof P100ApiError && body) return { error: body, response };
    throw result.error;
  };
}
