/** What a `fetch` is asked with. */
export interface FetchInit {
  /** HTTP method in upper case. */
  readonly method: string;
  /** Header values by name in lower case, the key among them. */
  readonly headers: Record<string, string>;
  /** The JSON text, where the operation has a body. */
  readonly body?: string;
  /** Always `manual`: a followed redirect would carry the key and the body to another host. */
  readonly redirect: 'manual';
  /** Aborted when the attempt has to end. */
  readonly signal: AbortSignal;
}

/** What a `fetch` has to answer. Every `Response` does. */
export interface FetchAnswer {
  /** HTTP status; 0 where the runtime hides it. */
  readonly status: number;
  /** Header values; `get` takes a name in any case. */
  readonly headers: { get(name: string): string | null };
  /** The body as a stream, where there is one: it is read instead of `arrayBuffer`, so that no more than 10 MiB get in. */
  readonly body?: ReadableStream<Uint8Array> | null;
  /** The whole body. It is read instead of `arrayBuffer` where it is there. */
  bytes?(): Promise<Uint8Array>;
  /** The whole body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Sends one request: `globalThis.fetch` or anything that behaves like it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

/** An answer whose body was read: as text, or why it could not be. */
export interface ReadAnswer {
  readonly response: FetchAnswer;
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly unreadable?: UnreadableReason;
}

type UnreadableReason = 'redirect' | 'too-large' | 'truncated' | 'not-json';

/** Thrown instead of answered, so that the attempt is aborted and its connection is not used again half-read. */
export class UnreadableAnswer extends Error {
  constructor(readonly answer: ReadAnswer) {
    super(answer.unreadable);
  }
}

const bodyLimit = 10 * 2 ** 20;

/**
 * Makes one attempt and reads its body.
 *
 * @throws {@link UnreadableAnswer} where the answer cannot be used; what `fetch` throws where there was none.
 */
export async function attempt(fetch: Fetch, url: string, init: FetchInit): Promise<ReadAnswer> {
  const response = await fetch(url, init);
  const { status } = response;
  const read = { response, status, retryAfter: response.headers.get('retry-after'), text: '' };
  const refuse = (unreadable: UnreadableReason): never => {
    throw new UnreadableAnswer({ ...read, unreadable });
  };
  // A browser hides a redirect behind the status 0.
  if (status === 0 || (status >= 300 && status < 400)) refuse('redirect');
  let bytes: Uint8Array | ArrayBuffer | undefined;
  try {
    bytes = await readBody(response);
  } catch {
    refuse('truncated');
  }
  if (!bytes) return refuse('too-large');
  try {
    return { ...read, text: decoder.decode(bytes) };
  } catch {
    return refuse('not-json');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body, or undefined where there are more than the limit. */
async function readBody(response: FetchAnswer): Promise<Uint8Array | ArrayBuffer | undefined> {
  // Some clients of Node have a stream of another kind.
  if (response.body?.getReader) return readStream(response.body);
  if (Number(response.headers.get('content-length')) > bodyLimit) return undefined;
  const bytes = await (response.bytes?.() ?? response.arrayBuffer());
  return bytes.byteLength > bodyLimit ? undefined : bytes;
}

async function readStream(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > bodyLimit) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(part.value);
  }
  return concatenate(chunks);
}

/** The bytes of all chunks. */
export function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
