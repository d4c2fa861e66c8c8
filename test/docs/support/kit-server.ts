import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createFakeP100, type FakeP100, type FakeP100Options } from '../../../src/testing.ts';

export interface KitServer extends FakeP100 {
  readonly url: string;
  close(): void;
}

/** Serves the test kit on loopback, for code that makes its own client. */
export async function startKitServer(options?: FakeP100Options): Promise<KitServer> {
  const fake = createFakeP100(options);
  const server = createServer(async (request, response) => {
    const { method = 'GET', url, headers } = request;
    const body = await text(request);
    const answer = await fake
      .fetch(`http://localhost${url}`, { method, headers: headers as Record<string, string>, body })
      .catch(() => undefined);
    if (!answer) return request.socket.destroy();
    const content = await answer.text();
    return response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(content);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    ...fake,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
