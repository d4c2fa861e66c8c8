import { keyHeader } from '../generated/operations.js';
import { type Described, findOperation, type OperationId } from './described.js';

/** A request that the fake has received. The key is not kept. */
export interface FakeCall {
  /** Id of the operation; `undefined` if the path belongs to none. */
  readonly operation: OperationId | undefined;
  /** HTTP method in upper case. */
  readonly method: string;
  /** Path of the request as it was sent, without the query. */
  readonly path: string;
  /** Known path, query and header parameters, by name. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Headers by lower-case name, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: parsed if it is JSON, an object of its fields if it is a form, `undefined` if there is none. */
  readonly body: unknown;
}

/** A request with what the kit needs to respond to it. */
export interface ReceivedCall {
  readonly operation: Described | undefined;
  readonly key: string | null;
  readonly record: FakeCall;
}

/** What `fetch` was called with. */
export interface RawRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Request | NonNullable<RequestInit['body']> | null;
  readonly signal: AbortSignal | null | undefined;
}

export function readRequest(input: string | URL | Request, init: RequestInit = {}): RawRequest {
  const given = typeof input === 'object' && 'url' in input ? input : undefined;
  return {
    url: new URL(given?.url ?? String(input)),
    method: (init.method ?? given?.method ?? 'GET').toUpperCase(),
    headers: new Headers(init.headers ?? given?.headers),
    body: init.body ?? given ?? null,
    signal: init.signal ?? given?.signal,
  };
}

export async function receive({ url, method, headers, body: source }: RawRequest): Promise<ReceivedCall> {
  const { pathname: path, searchParams } = url;
  const { operation, pathParameters } = findOperation(method, path) ?? {};
  const parameters = { ...pathParameters, ...(operation && readParameters(operation, searchParams, headers)) };
  const body = await readBody(source, headers.get('content-type') ?? '');
  const key = headers.get(keyHeader);
  headers.delete(keyHeader);
  const record = { operation: operation?.id, method, path, parameters, headers: Object.fromEntries(headers), body };
  return { operation, key, record };
}

function readParameters({ parameters }: Described, query: URLSearchParams, headers: Headers): Record<string, unknown> {
  const found = Object.entries(parameters).flatMap(([name, { in: place, types }]) => {
    const texts = place === 'query' ? query.getAll(name) : place === 'header' ? [headers.get(name) ?? []].flat() : [];
    if (texts.length === 0) return [];
    return [[name, types.includes('array') ? texts : toValue(texts[0] as string, types)]];
  });
  return Object.fromEntries(found);
}

/** Converts a text, such as one from the query, to the described type. */
function toValue(text: string, types: readonly string[]): unknown {
  if (types.length === 0 || types.includes('string')) return text;
  return parse(text);
}

async function readBody(source: RawRequest['body'], type: string): Promise<unknown> {
  if (source instanceof FormData) return fieldsOf(source);
  // Text needs no turn of the event loop, so that tests with fake timers stay in step.
  const text = typeof source === 'string' ? source : await readStream(source, type);
  if (typeof text !== 'string') return fieldsOf(text);
  return text === '' ? undefined : parse(text);
}

async function readStream(
  source: Request | Exclude<BodyInit, string> | null,
  type: string,
): Promise<string | FormData> {
  const body = source instanceof Request ? source : new Response(source, { headers: { 'content-type': type } });
  if (!type.startsWith('multipart/form-data')) return body.text();
  return body.formData().catch(() => new FormData());
}

/** A field with a file, or with several values, is an array. */
function fieldsOf(form: FormData): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set(form.keys())].map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 || typeof values[0] !== 'string' ? values : values[0]];
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
