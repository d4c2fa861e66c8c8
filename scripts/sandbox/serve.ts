import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { logRequest } from '../../src/testing/request-log.ts';
import type { FakeP100 } from '../../src/testing.ts';
import type { RunningServer } from '../prism.ts';

export interface ServeOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Default: loopback. */
  readonly host?: string;
  /** Called before each request is handled, for example to make it fail. May return the name of the fault for the log. */
  readonly onRequest?: () => unknown;
  /** Print a line for each request. Default: silent. */
  readonly log?: boolean;
}

/** Serves a fake P100 over HTTP on loopback. Its faults happen to the connection; a refused one is reset. */
export async function serve(
  fake: Pick<FakeP100, 'fetch'>,
  { port = 0, host = '127.0.0.1', onRequest, log = false }: ServeOptions = {},
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    let fault: unknown;
    if (log) logRequest(request, response, () => (typeof fault === 'string' ? fault : undefined));
    const beforeCall = () => {
      fault = onRequest?.();
    };
    answer(fake, request, response, beforeCall).catch(() => {
      // A reset could overtake the half of a body that was sent.
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
  request: IncomingMessage,
  response: ServerResponse,
  beforeCall: () => void,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const body = await text(request);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  beforeCall();
  const init = { method, headers, signal: gone.signal, ...(body && { body }) };
  const found = await fake.fetch(new URL(url, 'http://sandbox'), init);
  response.writeHead(found.status, Object.fromEntries(found.headers));
  response.flushHeaders();
  await pipeline(Readable.fromWeb(found.body as ReadableStream), response);
}
