import createClient, { type Middleware } from 'openapi-fetch';
import { P100ApiError } from './errors.js';
import type { paths } from './generated/types.js';
import { checkHeaders } from './headers.js';
import type { CallOptions, Operation } from './operation.js';
import type { Where } from './options.js';
import { createSerializers, type PlacedParameters } from './parameters.js';
import { makeCall, type Settled } from './pipeline/call.js';
import type { CallContext, Result } from './pipeline/context.js';
import { decode } from './pipeline/decode.js';
import { tell } from './pipeline/report.js';
import { LightRequest } from './pipeline/request.js';
import { DecodedResponse, lightResponse } from './pipeline/response.js';
import { serializeBody } from './request-body.js';
import type { Settings } from './settings.js';

/** A call to make. */
export interface Task {
  readonly operation: Operation;
  readonly where: Where;
  readonly params: PlacedParameters;
  readonly body: unknown;
  readonly options: CallOptions;
  /** Turns the result into that of a variant, such as `users.ensure`, before it is reported. */
  readonly settle?: (result: Result) => Result;
  /** Whether the caller needs a real `Response`. */
  readonly needsResponse?: true;
}

/** What openapi-fetch returns. */
interface Received {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** How a call ended, with what openapi-fetch returned. */
export interface Exchange extends Received {
  readonly result: Result;
}

/** The client of openapi-fetch that carries every call. */
export interface Http {
  /** Makes a call. Rejects if there is no response from P100. */
  send(call: CallContext, task: Task): Promise<Exchange>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** openapi-fetch's `request`, for a method and a path that are known only at run time. */
type UntypedRequest = (method: string, path: string, init: object) => Promise<Received>;

/** Creates the client of openapi-fetch. */
export function createHttp({ baseUrl, headers }: Settings): Http {
  // The types demand the global `Request`, but without middleware, openapi-fetch uses only what `LightRequest` has.
  const client = createClient<paths>({ baseUrl, headers, Request: LightRequest as never });
  const request = client.request as UntypedRequest;
  let hasMiddleware = false;
  return {
    async send(call, { operation, where, params, body, options, needsResponse = hasMiddleware }) {
      let settled: Settled | undefined;
      let given: Response | undefined;
      const received = await request(operation.method, operation.path, {
        params,
        headers: checkHeaders(
          Object.entries({ ...params.header, ...options.headers } as Record<string, string>),
          where,
        ),
        ...createSerializers(operation, where),
        ...(hasMiddleware && { Request }),
        body: operation.requestBody && (body ?? null),
        bodySerializer: () => serializeBody(operation, body, options.extraBody, where),
        fetch: async (light: LightRequest | Request) => {
          settled = await makeCall(call, light);
          const { answer } = settled;
          if (answer) tell(options.onResponse, { status: answer.status, headers: answer.response.headers });
          given = toResponse(settled, needsResponse);
          return given;
        },
      });
      // Middleware can replace the response.
      const result = settled && received.response === given ? settled.result : judge(received, call);
      return { ...received, result };
    },
    use: (...middleware) => {
      client.use(...middleware);
      hasMiddleware = true;
    },
    eject: client.eject,
  };
}

/** The response that openapi-fetch receives. Throws if P100 sent no response. */
function toResponse({ result, body, answer }: Settled, needsResponse: boolean): Response {
  if (!answer || !(result.ok || result.error instanceof P100ApiError)) throw (result as { error: Error }).error;
  if (!needsResponse) return lightResponse(answer);
  return new DecodedResponse(answer, body);
}

function judge({ data, error, response }: Received, call: CallContext): Result {
  const body = data ?? error;
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  return decode({ response, status: response.status, read: { ok: true, text } }, call).result;
}
