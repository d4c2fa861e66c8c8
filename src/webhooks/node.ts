/** The part of Node's `IncomingMessage` that the listener uses, with what Express adds to it. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  /** HTTP method. */
  readonly method?: string | undefined;
  /** Path and query. */
  readonly url?: string | undefined;
  /** The original path and query; an Express router shortens `url`. */
  readonly originalUrl?: string | undefined;
  /** Names and values in turn, including repeated headers. */
  readonly rawHeaders: readonly string[];
  /** Whether something has read the body. */
  readonly readableEnded: boolean;
  /** The body, if Express middleware has already parsed it. */
  readonly body?: unknown;
}

/** The part of Node's `ServerResponse` that the listener uses. */
export interface NodeResponse {
  /** Whether something else has responded. */
  readonly headersSent: boolean;
  /** Sets status and headers. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Sends the response. */
  end(body: string): unknown;
}

/**
 * Creates a listener for Node's HTTP server, Express, or Fastify's `request.raw` and `reply.raw`.
 * @example createServer(toNodeListener(createWebhookHandler({ on }))).listen(3000);
 */
export function toNodeListener(handler: (request: Request) => Promise<Response>) {
  return async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const failed = () => Response.json({}, { status: 500 });
    const answer = await Promise.resolve(request).then(toRequest).then(handler).catch(failed);
    if (response.headersSent) return;
    // After a time-out, do not wait for the rest of the body.
    const connection = answer.status === 408 ? { connection: 'close' } : {};
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...connection });
    response.end(await answer.text());
  };
}

function toRequest(request: NodeRequest): Request {
  const { url = '', originalUrl: target = url, rawHeaders } = request;
  const headers = new Headers();
  // `request.headers` keeps only the first of several `Authorization`. Names such as `:path` come from HTTP/2.
  for (const [index, name] of rawHeaders.entries()) {
    if (index % 2 === 0 && !name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
  }
  // `Request` refuses TRACE. OPTIONS leads to the same response.
  const method = request.method === 'TRACE' ? 'OPTIONS' : request.method;
  const body = method === 'POST' ? bodyOf(request) : null;
  // `Request` would resolve dot segments, so the handler gets a path that it refuses.
  const plain = target.startsWith('/') && !/^[^?#]*(\\|\/(\.|%2e){1,2}([/?#]|$))/i.test(target);
  const init = { method, headers, body, duplex: 'half' };
  return new Request(`http://localhost${plain ? target : '/%2f'}`, init as RequestInit);
}

/** The body if a parser has already read it, else a stream that reads only on demand. */
function bodyOf(request: NodeRequest): BodyInit {
  const { body, readableEnded } = request;
  const isParsed = typeof body !== 'string' && !(body instanceof Uint8Array);
  if (readableEnded) return (isParsed ? JSON.stringify(body) : body) as BodyInit;
  const parts = request[Symbol.asyncIterator]();
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    // Reads on, because ending the iterator would close the connection before the response is sent.
    async cancel() {
      while (!(await parts.next().catch(() => ({ done: true }))).done);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
