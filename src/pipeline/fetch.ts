/** The init that the client passes to `fetch`. */
export interface FetchInit {
  /** HTTP method in upper case. */
  readonly method: string;
  /** Header values by name in lower case, including the key. */
  readonly headers: Record<string, string>;
  /** A string with JSON, or the `FormData` of an operation that takes files. Absent if the operation has no body. */
  // biome-ignore lint/suspicious/noExplicitAny: node-fetch has a FormData type of its own.
  readonly body?: any;
  /** Always `manual`: following a redirect would send the key and the body to another host. */
  readonly redirect: 'manual';
  /** Aborts when a time limit passes or the caller aborts. */
  readonly signal: AbortSignal;
}

/** What a `fetch` resolves with. Every `Response` fits, including those of undici and node-fetch. */
export interface FetchResponse {
  /** HTTP status; 0 if the runtime hides it. */
  readonly status: number;
  /** Header values; `get` ignores the case of the name. */
  readonly headers: { get(name: string): string | null };
  /** The body: a web stream, an async iterable of bytes such as a Node stream, or nothing. */
  readonly body?: unknown;
  /** Reads the whole body. The client calls it only if it cannot read `body` in parts. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * Sends one request: `globalThis.fetch`, the `fetch` of undici or node-fetch, or anything that behaves like them.
 *
 * Declared as a method, so that a `fetch` whose own types differ in details is accepted without a cast.
 */
export type Fetch = { send(url: string, init: FetchInit): Promise<FetchResponse> }['send'];
