/** What the listener needs of Node's `IncomingMessage`, with what Express adds to it. */
interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Path and query, if a router of Express has shortened `url`. */
  readonly originalUrl?: string | undefined;
  /** Names and values in turn, repeated headers included. */
  readonly rawHeaders: readonly string[];
  readonly readableEnded: boolean;
  /** What a parser of Express made of the body. */
  readonly body?: unknown;
}

/** What the listener needs of Node's `ServerResponse`. */
interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
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
  const address = `http://localhost${plain ? target : '/%2f'}`;
  return new Request(address, { method, headers, body, duplex: 'half' } as RequestInit);
}

/** The body if a parser has read it, else a stream that reads nothing until it is asked. */
function bodyOf(request: NodeRequest): BodyInit | null {
  const { body, readableEnded } = request;
  if (readableEnded) return typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body);
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

const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;
