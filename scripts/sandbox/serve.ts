import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { FakeP100 } from '../../src/testing.ts';
import type { RunningServer } from '../prism.ts';

export interface ServeOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Called before each request is answered, for example to let it fail. */
  readonly onRequest?: () => void;
}

/** Serves a fake P100 over HTTP on loopback. Its faults happen to the connection; a refused one is reset. */
export async function serve(
  fake: Pick<FakeP100, 'fetch'>,
  { port = 0, onRequest }: ServeOptions = {},
): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(fake, request, response, onRequest).catch(() => {
      // A reset could overtake the half of a body that was sent.
      if (response.headersSent) response.destroy();
      else request.socket.resetAndDestroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
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
  onRequest: (() => void) | undefined,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const body = await text(request);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  onRequest?.();
  const init = { method, headers, signal: gone.signal, ...(body && { body }) };
  const found = await fake.fetch(new URL(url, 'http://sandbox'), init);
  response.writeHead(found.status, Object.fromEntries(found.headers));
  response.flushHeaders();
  await pipeline(Readable.fromWeb(found.body as ReadableStream), response);
}
