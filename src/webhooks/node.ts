/** What the listener needs of Node's `IncomingMessage`, with what Express adds to it. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  /** HTTP method. */
  readonly method?: string | undefined;
  /** Path and query. */
  readonly url?: string | undefined;
  /** Path and query, if a router of Express has shortened `url`. */
  readonly originalUrl?: string | undefined;
  /** Names and values in turn, repeated headers included. */
  readonly rawHeaders: readonly string[];
  /** Whether something has read the body. */
  readonly readableEnded: boolean;
  /** What a parser of Express made of the body. */
  readonly body?: unknown;
}

/** What the listener needs of Node's `ServerResponse`. */
export interface NodeResponse {
  /** Sets status and headers. */
  writeHead(status: number, headers: Record<string, string>): unknown;
  /** Sends the response. */
  end(body: string): unknown;
}

/** Serves a handler with `http.createServer`, Express, or `request.raw` and `reply.raw` of Fastify. Never rejects. */
export function toNodeListener(handler: (request: Request) => Promise<Response>) {
  return async (request: NodeRequest, response: NodeResponse): Promise<void> => {
    const failed = () => Response.json({}, { status: 500 });
    const answer = await Promise.resolve(request).then(toRequest).then(handler).catch(failed);
    // After a time-out, do not wait for the rest of the body.
    const connection = answer.status === 408 ? { connection: 'close' } : {};
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), ...connection });
    response.end(await answer.text());
  };
}

function toRequest(request: NodeRequest): Request {
  const { url = '', originalUrl: target = url, rawHeaders } = request;
  const headers = new Headers();
  // `headers` has only the first of several `Authorization`. A name such as `:path` comes with HTTP/2.
  for (const [index, name] of rawHeaders.entries()) {
    if (index % 2 === 0 && !name.startsWith(':')) headers.append(name, rawHeaders[index + 1] ?? '');
  }
  // `Request` refuses TRACE, which is as wrong here as OPTIONS.
  const method = request.method === 'TRACE' ? 'OPTIONS' : request.method;
  const body = method === 'POST' ? bodyOf(request) : null;
  // `Request` would resolve dot segments, so the handler gets a path that it refuses.
  const plain = target.startsWith('/') && !/^[^?#]*(\\|\/(\.|%2e){1,2}([/?#]|$))/i.test(target);
  const init = { method, headers, body, duplex: 'half' };
  return new Request(`http://localhost${plain ? target : '/%2f'}`, init as RequestInit);
}

/** The body if a parser has read it, else a stream that reads nothing until it is asked. */
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
      try {
        while (!(await parts.next()).done);
      } catch {}
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}
