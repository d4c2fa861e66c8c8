/** A request kept as plain parts: a `Request` costs a quarter of a call, and can be read once where a retry reads it again. */
export interface LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Parameters by where they are sent: path, query or header. */
export type PlacedParameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Answers a function that builds requests, still without parameters. Their body is JSON. */
export function createRequestBuilder(baseUrl: string, headers: Readonly<Record<string, string>>) {
  const jsonHeaders = { 'content-type': 'application/json', ...headers };
  return (method: string, path: string, body: unknown): LightRequest => {
    const json = body === undefined ? undefined : JSON.stringify(body);
    return { url: baseUrl + path, method, headers: json === undefined ? headers : jsonHeaders, body: json };
  };
}
