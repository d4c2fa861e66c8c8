import { once } from 'node:events';
import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { buffer } from 'node:stream/consumers';
import express, { type RequestHandler } from 'express';
import { startPrismMock } from '../prism.ts';
import { buildDocs } from './build.ts';

interface ServeOptions {
  readonly port?: number;
  readonly host?: string;
  /** The path of the folder on the server. */
  readonly path?: string;
  /** Address of a mock to which requests under `mock/` are forwarded. */
  readonly mock?: string;
}

/** Serves a folder. Returns the address of its first page, and a function that stops the server. */
export async function serveFolder(
  folder: string,
  { port = 0, host = '127.0.0.1', path = '/', mock }: ServeOptions = {},
): Promise<{ url: string; close(): void }> {
  const app = express().disable('x-powered-by').use(refuseOddTargets);
  if (mock) app.use(`${path}mock`, (request, response) => passOn(request, response, mock + request.url));
  app.use(path, express.static(folder));
  app.use((_, response) => response.status(404).sendFile('404.html', { root: folder }));
  const server = app.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}${path}`, close: () => server.close() };
}

/** Refuses targets that no browser sends, such as `*`, `//` and whole URLs. Express would read some of them as `/`. */
const refuseOddTargets: RequestHandler = ({ url }, response, next) => {
  if (/^\/(?![/\\])/.test(url)) next();
  else response.status(400).type('txt').send('Bad request');
};

async function passOn(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const { method = 'GET', headers } = request;
  const sent = ['content-type', 'x-api-key', 'prefer', 'accept'].flatMap((name) =>
    headers[name] ? [[name, `${headers[name]}`] as [string, string]] : [],
  );
  const body = ['GET', 'HEAD'].includes(method) ? undefined : await buffer(request);
  const init = { method, headers: sent, ...(body && { body: new Uint8Array(body) }) };
  const mocked = await fetch(url, init).catch(() => new Response('The mock did not respond.', { status: 502 }));
  const type = mocked.headers.get('content-type') ?? 'text/plain';
  response
    .writeHead(mocked.status, mocked.statusText, { 'content-type': type })
    .end(Buffer.from(await mocked.arrayBuffer()));
}

/** Serves the built site with a mock, and rebuilds it after each change, until the process is interrupted. */
export async function serveDocs(folder: string, address: { port: number; host: string }): Promise<void> {
  const mock = await startPrismMock();
  const { url } = await serveFolder(folder, { ...address, mock: mock.url });
  console.log(`The site is at ${url} (stop with Ctrl+C). After a change, wait for the rebuild and reload the page.`);
  let changed = false;
  let building = false;
  const rebuild = async () => {
    changed = true;
    if (building) return;
    building = true;
    while (changed) {
      changed = false;
      await buildDocs(folder, { tryIt: true }).then(
        () => console.log('Rebuilt.'),
        (error) => console.error(String(error.message ?? error)),
      );
    }
    building = false;
  };
  for (const source of ['openapi', 'src', 'docs']) watch(source, { recursive: true }, rebuild);
}
