/** What the listener needs of Node's `IncomingMessage`, as Express and Fastify hand it on. */
export interface NodeRequest {
  /** HTTP method. */
  readonly method?: string | undefined;
  /** Path and query. */
  readonly url?: string | undefined;
  /** The whole of them, if a router of Express has shortened `url`. */
  readonly originalUrl?: string | undefined;
  /** Names and values in turn, repeated headers included. */
  readonly rawHeaders: readonly string[];
  /** Whether something has read the body. */
  readonly readableEnded: boolean;
  /** What a parser of Express made of the body. */
  readonly body?: unknown;
  /** Listens for `data`, `end` and `close`. */
  on(event: string, listener: (chunk: Uint8Array) => void): unknown;
  /** Stops the body. */
  pause(): unknown;
  /** Lets the body come. */
  resume(): unknown;
}

/** What the listener needs of Node's `ServerResponse`. */
export interface NodeResponse {
  /** Status to send. */
  statusCode: number;
  /** Sets a header. */
  setHeader(name: string, value: string): unknown;
  /** Sends the response. */
  end(body: string): unknown;
}

/** For `http.createServer`, a route of Express, or `request.raw` and `reply.raw` of Fastify. Never rejects. */
export type NodeListener = (request: NodeRequest, response: NodeResponse) => Promise<void>;

/** Serves a webhook handler with Node's HTTP server. */
export function toNodeListener(handler: (request: Request) => Promise<Response>): NodeListener {
  return async (request, response) => {
    const failed = () => Response.json({}, { status: 500 });
    const answer = await Promise.resolve(request).then(toRequest).then(handler).catch(failed);
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => void response.setHeader(name, value));
    // Do not wait for the rest of the body.
    if (answer.status === 408) response.setHeader('connection', 'close');
    response.end(await answer.text());
  };
}

function toRequest(request: NodeRequest): Request {
  const { method = 'GET', url = '', originalUrl: target = url, rawHeaders } = request;
  const headers = new Headers();
  // `headers` has only the first of several `Authorization`. A name such as `:path` comes with HTTP/2.
  for (const [index, name] of rawHeaders.entries()) {
    if (index % 2 === 0 && !name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
  }
  const init: RequestInit & { duplex: 'half' } = {
    // `Request` refuses TRACE, which is as wrong here as OPTIONS.
    method: method === 'TRACE' ? 'OPTIONS' : method,
    headers,
    body: method === 'POST' ? readBody(request) : null,
    duplex: 'half',
  };
  const plain = target.startsWith('/') && !/^[^?#]*(\\|\/(\.|%2e){1,2}([/?#]|$))/i.test(target);
  // `Request` would resolve dot segments, so the handler gets a path that it refuses.
  return new Request(`http://localhost${plain ? target : '/%2f'}`, init);
}

/** The body if a parser has read it, else a stream that reads nothing until it is asked. */
function readBody(request: NodeRequest): BodyInit | null {
  const { body, readableEnded } = request;
  if (readableEnded) return typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body);
  let open = true;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(controller) {
      request.pause();
      request.on('data', (chunk) => open && controller.enqueue(chunk));
      request.on('end', () => open && controller.close());
      // Does nothing if the end came before.
      request.on('close', () => controller.error(new Error('the body broke off')));
    },
    pull: () => void request.resume(),
    cancel() {
      open = false;
      request.resume();
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;
