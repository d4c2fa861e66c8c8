import { makeCall } from './call.js';
import type { Ending } from './decode.js';
import { P100ApiError, P100ConfigError } from './errors.js';
import { operations, parameterRules, type Resources } from './generated/operations.js';
import type { Raw } from './openapi-fetch.js';
import type { CallOptions, Operation } from './operation.js';
import { type ClientOptions, resolveSettings } from './options.js';
import { createRequestBuilder, type PlacedParameters } from './request.js';

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
  const build = createRequestBuilder(settings);
  // Not async: each of its callers is, so what it throws becomes a rejection there.
  const send: Send = (operation, params, body, options) => {
    if (params && !parameterRules) throw new P100ConfigError('the description has no such parameter', operation.id);
    const request = build(operation, body, options?.extraBody);
    return makeCall(settings, operation, parameterRules?.apply(request, operation, params) ?? request, options ?? {});
  };
  const raw: Record<string, unknown> = {};
  const client: Record<string, Record<string, unknown>> = { raw };
  for (const operation of operations) {
    raw[operation.method] = createRawMethod(operation.method, send);
    client[operation.resource] = { ...client[operation.resource], ...createMethods(operation, send) };
  }
  return client as unknown as P100Client;
}

function createMethods(operation: Operation, send: Send): Record<string, unknown> {
  const { name, ensure } = operation;
  const call = async (args: unknown[], exists?: Operation['ensure']) => {
    const params = parameterRules?.place(operation, args);
    const body = operation.body ? args.shift() : undefined;
    const { error, value } = await send(operation, params, body, args[0] as CallOptions | undefined);
    if (exists && error?.code === exists.existsCode) return { created: false };
    if (error) throw error;
    return exists ? { created: true, [exists.resultName]: value } : value;
  };
  return {
    [name]: (...args: unknown[]) => call(args),
    ...(ensure && { [ensure.method]: (...args: unknown[]) => call(args, ensure) }),
  };
}

type RawInit = CallOptions & { readonly params?: PlacedParameters; readonly body?: unknown };

function createRawMethod(method: string, send: Send) {
  return async (path: string, init?: RawInit) => {
    const operation = operations.find((each) => each.method === method && each.path === path);
    if (!operation) throw new P100ConfigError('the description has no such operation', `${method} ${path}`);
    const { error, value, body, answer } = await send(operation, init?.params, init?.body, init);
    const response = answer?.response;
    if (!error) return { data: value, response };
    if (error instanceof P100ApiError) return { error: body, response };
    throw error;
  };
}
