import createClient, { type Middleware } from 'openapi-fetch';
import { P100ApiError } from './errors.js';
import type { paths } from './generated/types.js';
import { checkHeaders } from './headers.js';
import type { CallOptions, Operation } from './operation.js';
import type { Where } from './options.js';
import { createSerializers, type PlacedParameters } from './parameters.js';
import { makeCall, type Settled } from './pipeline/call.js';
import type { CallContext, Result } from './pipeline/context.js';
import { type Decoded, decode } from './pipeline/decode.js';
import { tell } from './pipeline/report.js';
import { LightRequest } from './pipeline/request.js';
import { lightResponse, realResponse } from './pipeline/response.js';
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

/** What openapi-fetch returns. It leaves the body of a success unread, because the pipeline has parsed it. */
interface Received {
  readonly error?: unknown;
  readonly response: Response;
}

/** How a call ended, and the response after middleware. */
export interface Exchange extends Decoded {
  readonly response: Response;
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
        parseAs: 'stream',
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
      const decoded = settled && received.response === given ? settled : await judge(received, call);
      return { result: decoded.result, body: decoded.body, response: received.response };
    },
    use: (...middleware) => {
      hasMiddleware = true;
      client.use(...middleware);
    },
    eject: client.eject,
  };
}

/** The response that openapi-fetch receives. Throws if P100 sent no response. */
function toResponse({ result, answer }: Settled, needsResponse: boolean): Response {
  if (!answer || !(result.ok || result.error instanceof P100ApiError)) throw (result as { error: Error }).error;
  return needsResponse ? realResponse(answer) : lightResponse(answer);
}

async function judge({ error, response }: Received, call: CallContext): Promise<Decoded> {
  const failure = typeof error === 'string' ? error : (JSON.stringify(error) ?? '');
  const text = response.ok ? await response.clone().text() : failure;
  return decode({ response, status: response.status, read: { ok: true, text } }, call);
}
