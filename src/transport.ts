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
  /** The body as a stream, where there is one. It is read instead of `arrayBuffer` where the size is not known. */
  readonly body?: ReadableStream<Uint8Array> | null;
  /** The whole body. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Sends one request: `globalThis.fetch` or anything that behaves like it. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchAnswer>;

/** An answer whose body was read: as text, or why it could not be. */
export interface ReadAnswer {
  readonly response: FetchAnswer;
  readonly text: string;
  readonly unreadable?: UnreadableReason;
}

type UnreadableReason = 'redirect' | 'too-large' | 'truncated' | 'not-json';

/** Thrown instead of answered, so that the attempt is aborted and its connection is not used again half-read. */
export class UnreadableAnswer extends Error implements ReadAnswer {
  readonly text = '';

  constructor(
    readonly response: FetchAnswer,
    readonly unreadable: UnreadableReason,
  ) {
    super(unreadable);
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
  // A browser hides a redirect behind the status 0.
  if (status === 0 || (status >= 300 && status < 400)) throw new UnreadableAnswer(response, 'redirect');
  const bytes = await readBody(response).catch(() => {
    throw new UnreadableAnswer(response, 'truncated');
  });
  if (!bytes) throw new UnreadableAnswer(response, 'too-large');
  try {
    return { response, text: decoder.decode(bytes) };
  } catch {
    throw new UnreadableAnswer(response, 'not-json');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The bytes of a body, or undefined where there are more than the limit. */
async function readBody(response: FetchAnswer): Promise<Uint8Array | undefined> {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  if (length > bodyLimit) return undefined;
  // The length says nothing about a packed body, which can unpack to any size.
  const trusted = length >= 0 && !response.headers.get('content-encoding');
  if (trusted || !response.body) return new Uint8Array(await response.arrayBuffer());
  return readStream(response.body);
}

async function readStream(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > bodyLimit) return undefined;
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Whether a connection error proves that nothing was sent. Where it is open, the answer is `unknown`. */
export function wasSent(error: unknown): 'no' | 'unknown' {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, syscall } = at as { code?: unknown; syscall?: unknown };
    if (syscall === 'connect' || syscall === 'getaddrinfo') return 'no';
    if (typeof code === 'string' && beforeSending.test(code)) return 'no';
  }
  return 'unknown';
}

/** Codes of name look-up, connecting and TLS, of Node and of Bun. */
const beforeSending =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|EPROTO|(ERR_(TLS|SSL)|CERT|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)_\w+)$/;
