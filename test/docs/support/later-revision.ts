import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createdUser } from '../../support/description.ts';

/** Answers as a later revision of P100's documentation shows it, and keeps the bodies it was sent. */
export async function serveLaterRevision(): Promise<{ url: string; bodies: unknown[]; close(): void }> {
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    bodies.push(await json(request));
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ userId: createdUser().userId, poaRequiredForExtended: false }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, bodies, close };
}
