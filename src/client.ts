import { createCaller } from './caller.js';
import { createResources, type Resources } from './generated/resources.js';
import { createHttp } from './http.js';
import type { ClientOptions } from './options.js';
import { createPerform } from './perform.js';
import { createRaw, type Raw } from './raw.js';
import { createRequest, type RequestMethod, type RequestOptions } from './request.js';
import { resolveSettings } from './settings.js';

/**
 * A client of the P100 Partner API: one method per operation, `request` for any other endpoint, and `raw` for calls by
 * path.
 */
export interface P100Client extends Resources {
  /** The base URL that this client calls, without a trailing slash. */
  readonly baseUrl: string;
  /**
   * Calls an endpoint for which this client has no function yet, with the same key, limits, errors and events.
   *
   * @param method - HTTP method in upper case.
   * @param path - Absolute path, such as `/v1/card/pin`. Percent-encode values that you put into it.
   * @param options - `query`, `body`, `retry`, and the options of other calls, except `extraBody`.
   * @returns The parsed body; its text if it is not JSON; `undefined` if it is empty. Nothing checks the type `T`.
   * @throws {@link P100ConfigError} if method, path or options are wrong; {@link P100Error} for every other failure.
   * @example
   * await p100.request('PATCH', '/v1/card/pin', { body: { cardId, pin }, retry: 'never-twice' });
   */
  request<T = unknown>(method: RequestMethod, path: string, options?: RequestOptions): Promise<T>;
  /** The same operations by path, with the interface of openapi-fetch. */
  readonly raw: Raw;
}

/**
 * Creates a client. Without options, it calls staging with the key in `P100_API_KEY`. Create it once and reuse it.
 *
 * @throws {@link P100ConfigError} if an option is missing or wrong. The message says which one and what to do.
 * @example
 * const p100 = createP100Client({ apiKey: process.env.P100_API_KEY, environment: 'staging' });
 * const user = await p100.users.create(body);
 */
export function createP100Client(options?: ClientOptions): P100Client {
  const settings = resolveSettings(options);
  const http = createHttp(settings);
  const perform = createPerform(http, settings);
  return {
    ...createResources(createCaller(perform, settings)),
    baseUrl: settings.baseUrl,
    request: createRequest(perform),
    raw: createRaw(http, perform),
  };
}
