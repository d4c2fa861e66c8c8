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
  /** The body as a stream, where there is one. It is read instead of `arrayBuffer`: no more than 10 MiB get in. */
  readonly body?: ReadableStream<Uint8Array> | null;
  /** The whole body. It is read instead of `arrayBuffer` where it is there, but not instead of a stream. */
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

/** Bytes of a body that are read at most. */
export const bodyLimit = 10 * 2 ** 20;

/** Makes one attempt and reads its body. Rejects with what `fetch` throws where there was no answer. */
export async function attempt(fetch: Fetch, url: string, init: FetchInit): Promise<ReadAnswer> {
  const response = await fetch(url, init);
  const { status } = response;
  const answer = { response, status, retryAfter: response.headers.get('retry-after'), text: '' };
  // A browser hides a redirect behind the status 0.
  if (status === 0 || (status >= 300 && status < 400)) return { ...answer, unreadable: 'redirect' };
  let unreadable: UnreadableReason = 'truncated';
  try {
    const bytes = await readBody(response);
    unreadable = bytes ? 'not-json' : 'too-large';
    if (bytes) return { ...answer, text: decoder.decode(bytes) };
  } catch {}
  return { ...answer, unreadable };
}

const decoder = new TextDecoder('utf-8', { fatal: true });

type Bytes = Uint8Array | ArrayBuffer;

/** The bytes of a body, or undefined where there are more than the limit. */
async function readBody(response: FetchAnswer): Promise<Bytes | undefined> {
  if (Number(response.headers.get('content-length')) > bodyLimit) return undefined;
  // Some clients of Node have a stream of another kind.
  if (response.body?.getReader) return readStream(response.body.getReader());
  const bytes = await (response.bytes?.() ?? response.arrayBuffer());
  return bytes.byteLength > bodyLimit ? undefined : bytes;
}

async function readStream(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Bytes | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > bodyLimit) {
      reader.cancel().catch(() => {});
      return undefined;
    }
    chunks.push(part.value);
  }
  return join(chunks);
}

/** The bytes of all chunks. */
export async function join(chunks: Uint8Array[]): Promise<Bytes> {
  const [first, second] = chunks;
  // Most bodies come as one.
  return first && !second ? first : new Blob(chunks as BlobPart[]).arrayBuffer();
}
