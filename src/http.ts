import createClient, { type Middleware } from 'openapi-fetch';
import { P100ApiError } from './errors.js';
import type { paths } from './generated/types.js';
import { checkHeaders } from './headers.js';
import type { CallOptions } from './operation.js';
import { createSerializers, type PlacedParameters } from './parameters.js';
import { makeCall, type Settled } from './pipeline/call.js';
import { type CallContext, type Result, whereOf } from './pipeline/context.js';
import { decode } from './pipeline/decode.js';
import { LightRequest } from './pipeline/request.js';
import { DecodedResponse, lightResponse } from './pipeline/response.js';
import { serializeBody } from './request-body.js';
import type { Settings } from './settings.js';

/** What a call sends, besides what the client adds. */
export interface Content {
  readonly params: PlacedParameters;
  readonly body: unknown;
  readonly options: CallOptions;
}

/** How a call ended, also in the words of openapi-fetch. */
export interface Exchange {
  readonly result: Result;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The client of openapi-fetch that carries every call. */
export interface Http {
  /** Makes a call. Rejects if there is no response that P100 sent. */
  send(call: CallContext, content: Content, needsResponse?: boolean): Promise<Exchange>;
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** Makes the client of openapi-fetch. */
export function createHttp({ baseUrl, headers }: Settings): Http {
  // Its types ask for the runtime's class, of which it uses what the light one has.
  const client = createClient<paths>({ baseUrl, headers, Request: LightRequest as never });
  const request = client.request as UntypedRequest;
  const middleware = new Set<Middleware>();

  return {
    async send(call, { params, body, options }, needsResponse = middleware.size > 0) {
      const { operation } = call;
      let settled: Settled | undefined;
      let given: Response | undefined;
      const fetch = async (light: LightRequest | Request) => {
        settled = await makeCall(call, light);
        tellResponse(options, settled);
        given = toResponse(settled, needsResponse);
        return given;
      };
      const ended = await request(operation.method, operation.path, {
        params,
        fetch,
        headers: checkHeaders(options.headers ?? {}, whereOf(call)),
        ...createSerializers(whereOf(call)),
        body: operation.requestBody && (body ?? null),
        bodySerializer: () => serializeBody(operation, body, options.extraBody, whereOf(call)),
      });
      // Middleware can replace the response.
      const result = settled && ended.response === given ? settled.result : judge(ended, call);
      return { ...ended, result };
    },
    use: (...added) => {
      client.use(...added);
      for (const each of added) middleware.add(each);
    },
    eject: (...removed) => {
      client.eject(...removed);
      for (const each of removed) middleware.delete(each);
    },
  };
}

/** The generic call of openapi-fetch, for a method and a path that are known at run time only. */
type UntypedRequest = (method: string, path: string, init: object) => Promise<Omit<Exchange, 'result'>>;

/** The response that openapi-fetch receives. Throws if P100 sent none. */
function toResponse({ result, body, answer }: Settled, needsResponse: boolean): Response {
  if (!answer || !(result.ok || result.error instanceof P100ApiError)) throw (result as { error: Error }).error;
  if (!needsResponse) return lightResponse(answer, body);
  const text = answer.readable ? answer.text : '';
  return new DecodedResponse(answer, text, body);
}

function tellResponse({ onResponse }: CallOptions, { answer }: Settled): void {
  if (!onResponse || !answer) return;
  const { status, response } = answer;
  // Async, so that an observer cannot break a call.
  const observe = async () => onResponse({ status, headers: response.headers });
  observe().catch(() => {});
}

function judge({ data, error, response }: Omit<Exchange, 'result'>, call: CallContext): Result {
  const body = data ?? error;
  const text = typeof body === 'string' ? body : (JSON.stringify(body) ?? '');
  return decode({ response, status: response.status, readable: true, text }, call).result;
}
