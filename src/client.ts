import { makeCall } from './call.js';
import type { Ending } from './decode.js';
import { P100ApiError, P100ConfigError } from './errors.js';
import { operations, parameterRules, type Resources } from './generated/operations.js';
import type { Raw } from './openapi-fetch.js';
import type { CallOptions, Operation } from './operation.js';
import { type ClientOptions, resolveSettings } from './options.js';
import { createRequestBuilder, type LightRequest, type PlacedParameters } from './request.js';

/** A client of the P100 Partner API: its operations by resource, and the generated client as `raw`. */
export interface P100Client extends Resources {
  /** The same operations by path, with this client's key, limits and retries. */
  readonly raw: Raw;
}

type Send = (
  operation: Operation,
  params: PlacedParameters | undefined,
  body: unknown,
  options: CallOptions | undefined,
) => Promise<Ending>;

/**
 * Makes a client.
 *
 * @throws {@link P100ConfigError} where an option is missing or wrong; the message says which and what to do.
 * @example
 * const p100 = createP100Client({ apiKey: process.env.P100_API_KEY, environment: 'staging' });
 * const user = await p100.users.create(body);
 */
export function createP100Client(options?: ClientOptions): P100Client {
  const settings = resolveSettings(options ?? {});
  const build = createRequestBuilder(settings.baseUrl, settings.headers);
  // Not async: each of its callers is, so what it throws becomes a rejection there.
  const send: Send = (operation, params, body, callOptions) => {
    let request: LightRequest;
    try {
      request = build(operation.method, operation.path, body);
    } catch {
      // Without its cause: what a body of the caller throws may tell its values.
      throw new P100ConfigError('the body cannot be written as JSON', operation.id);
    }
    return makeCall(settings, operation, addParameters(request, operation, params), callOptions ?? {});
  };
  const client: Record<string, Record<string, unknown>> = { raw: createRaw(send) };
  for (const operation of operations) {
    client[operation.resource] = { ...client[operation.resource], ...createMethods(operation, send) };
  }
  return client as unknown as P100Client;
}

function addParameters(request: LightRequest, operation: Operation, params?: PlacedParameters): LightRequest {
  if (parameterRules) return parameterRules.apply(request, operation, params);
  if (params) throw new P100ConfigError('the description has no parameters: leave params out', operation.id);
  return request;
}

function createMethods(operation: Operation, send: Send): Record<string, unknown> {
  const method = async (...args: unknown[]) => {
    const params = parameterRules?.place(operation, args);
    const body = operation.body ? args.shift() : undefined;
    const options = args[0] as CallOptions | undefined;
    const ending = await send(operation, params, mergeBody(body, options?.extraBody), options);
    if ('error' in ending) throw ending.error;
    return ending.value;
  };
  const { name, ensure } = operation;
  if (!ensure) return { [name]: method };
  return { [name]: method, [ensure.method]: createEnsure(method, ensure) };
}

/** The variant of a method for which an existing entity is an answer. */
function createEnsure(method: (...args: unknown[]) => Promise<unknown>, ensure: NonNullable<Operation['ensure']>) {
  return async (...args: unknown[]) => {
    try {
      return { created: true, [ensure.resultName]: await method(...args) };
    } catch (error) {
      if (error instanceof P100ApiError && error.code === ensure.existsCode) return { created: false };
      throw error;
    }
  };
}

function mergeBody(body: unknown, extraBody: object | undefined): unknown {
  return extraBody ? { ...(body as object), ...extraBody } : body;
}

type RawInit = CallOptions & { readonly params?: PlacedParameters; readonly body?: unknown };

function createRaw(send: Send): Record<string, unknown> {
  const request = async (method: string, path: string, init?: RawInit) => {
    const { params, body, extraBody } = init ?? {};
    const ending = await send(findOperation(method, path), params, mergeBody(body, extraBody), init);
    const response = ending.answer?.response;
    if (!('error' in ending)) return { data: ending.value, response };
    if (ending.error instanceof P100ApiError) return { error: ending.body, response };
    throw ending.error;
  };
  const methods = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH', 'TRACE'];
  return Object.fromEntries(
    methods.map((method) => [method, (path: string, init?: RawInit) => request(method, path, init)]),
  );
}

/** What the description does not have can be called too; it is then never sent twice. */
function findOperation(method: string, path: string): Operation {
  // What follows the host's name without a slash would become a part of it.
  if (!path.startsWith('/')) throw new P100ConfigError('the path does not start with /', `${method} ${path}`);
  return (
    operations.find((operation) => operation.method === method && operation.path === path) ?? {
      id: `${method} ${path}`,
      method,
      path,
      resource: 'raw',
      name: method,
      policy: 'never-twice',
      parameters: {},
      body: true,
      loggable: [],
      codes: {},
    }
  );
}
