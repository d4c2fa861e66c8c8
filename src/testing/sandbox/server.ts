import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as wait } from 'node:timers/promises';
import type { FakeP100 } from '../../testing.js';
import { logRequest } from '../request-log.js';

export interface ServeOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Default: loopback. */
  readonly host?: string;
  /** Called before each request, for example to make it fail. May return the name of the fault for the log. */
  readonly onRequest?: () => unknown;
  /** Milliseconds before each response. Default: 0. */
  readonly latencyMs?: number;
  /** Responds to requests that are not meant for P100. Returns undefined for the others. */
  readonly control?: (request: Request) => Promise<Response> | undefined;
  /** Print a line for each request. Default: silent. */
  readonly log?: boolean;
}

export interface RunningServer {
  /** Address without a trailing slash, such as `http://127.0.0.1:4020`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a fake P100 over HTTP. Its faults happen to the real connection; a refused connection becomes a reset one. */
export async function serve(fake: Pick<FakeP100, 'fetch'>, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createServer((request, response) => {
    answer(fake, options, request, response).catch(() => {
      // Not reset: a reset could overtake the part of the body that was already sent.
      if (response.headersSent) response.destroy();
      else request.socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  fake: Pick<FakeP100, 'fetch'>,
  { onRequest, latencyMs = 0, control, log = false }: ServeOptions,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  let fault: string | undefined;
  if (log) logRequest(incoming, response, () => fault);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const request = await toRequest(incoming);
  const controlled = control?.(request);
  if (!controlled) {
    if (latencyMs > 0) await wait(latencyMs, undefined, { signal: gone.signal });
    const injected = onRequest?.();
    if (typeof injected === 'string') fault = injected;
  }
  const found = await (controlled ?? fake.fetch(request, { signal: gone.signal }));
  response.writeHead(found.status, Object.fromEntries(found.headers));
  response.flushHeaders();
  if (found.body) await pipeline(Readable.fromWeb(found.body as ReadableStream), response);
  else response.end();
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const { method = 'GET', url = '/' } = incoming;
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const bytes = await buffer(incoming);
  // `Request` refuses a body with these methods.
  const body = bytes.length > 0 && method !== 'GET' && method !== 'HEAD' ? new Uint8Array(bytes) : null;
  // A path that begins with `//` must not be read as a host.
  const address = new URL(`http://sandbox${url.startsWith('/') ? url : '/'}`);
  return new Request(address, { method, headers, body });
}
