import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { startPrismMock } from '../prism.ts';
import { buildDocs } from './build.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'application/yaml',
};

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
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.writeHead(502).end('The mock did not respond.'));
  });
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = readTarget(request.url);
    if (!target?.pathname.startsWith(path)) return sendText(response, target ? 404 : 400);
    const rest = target.pathname.slice(path.length);
    if (mock && rest.startsWith('mock/')) return passOn(request, response, `${mock}${rest.slice(4)}${target.search}`);
    return sendFile(response, folder, rest, target.pathname);
  };
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}${path}`, close: () => server.close() };
}

/** The target of a request; undefined if it is not a path as browsers send it. */
function readTarget(text = ''): URL | undefined {
  const target =
    /^\/(?![/\\])/.test(text) && URL.canParse(text, 'http://localhost') && new URL(text, 'http://localhost');
  return target || undefined;
}

async function sendFile(response: ServerResponse, folder: string, path: string, address: string): Promise<void> {
  const file = findFile(folder, path);
  const found = file ? await stat(file).catch(() => undefined) : undefined;
  // Relative links of an index page work only if the address ends in a slash.
  if (found?.isDirectory() && !address.endsWith('/')) {
    response.writeHead(301, { location: `${address}/` }).end();
    return;
  }
  const page = file && found?.isDirectory() ? join(file, 'index.html') : file;
  const content = page && (await readFile(page).catch(() => undefined));
  if (!content) return sendText(response, 404);
  response.writeHead(200, { 'content-type': types[extname(page)] ?? 'application/octet-stream' }).end(content);
}

/** The file of an address; undefined if the address leads out of the folder or is malformed. */
function findFile(folder: string, path: string): string | undefined {
  try {
    const file = resolve(folder, decodeURIComponent(path));
    const inside = file === resolve(folder) || file.startsWith(resolve(folder) + sep);
    return inside && !file.includes('\0') ? file : undefined;
  } catch {
    return undefined;
  }
}

function sendText(response: ServerResponse, status: 400 | 404): void {
  const text = status === 404 ? 'Not found' : 'Bad request';
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}

async function passOn(request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  const { method = 'GET', headers } = request;
  const sent = ['content-type', 'x-api-key', 'prefer', 'accept'].flatMap((name) =>
    headers[name] ? [[name, `${headers[name]}`] as [string, string]] : [],
  );
  const body = ['GET', 'HEAD'].includes(method) ? undefined : await buffer(request);
  const mocked = await fetch(url, { method, headers: sent, ...(body && { body: new Uint8Array(body) }) });
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
