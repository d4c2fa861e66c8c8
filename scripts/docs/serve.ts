import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, isIPv6 } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { buildDocs } from './build.ts';

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.yaml': 'application/yaml',
};

/** Shows a folder on loopback under a sub-path; answers the address of its first page and how to end it. */
export async function serveFolder(
  folder: string,
  { port = 0, host = '127.0.0.1', path = '/' }: { port?: number; host?: string; path?: string } = {},
): Promise<{ url: string; close(): void }> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    return pathname.startsWith(path) ? sendFile(response, folder, pathname.slice(path.length)) : notFound(response);
  });
  server.listen(port, host);
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return { url: `http://${isIPv6(host) ? `[${host}]` : host}:${taken}${path}`, close: () => server.close() };
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = findFile(folder, path);
  const content = file && (await readFile(file).catch(() => undefined));
  if (!content) return notFound(response);
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
}

/** The file of an address; undefined where the address leads out of the folder or is malformed. */
function findFile(folder: string, path: string): string | undefined {
  try {
    const file = resolve(folder, decodeURIComponent(path));
    if (file !== resolve(folder) && !file.startsWith(resolve(folder) + sep)) return undefined;
    return path === '' || path.endsWith('/') ? join(file, 'index.html') : file;
  } catch {
    return undefined;
  }
}

function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
}

/** Shows the built site and builds it again after each change, until the process is interrupted. */
export async function serveDocs(folder: string, address: { port: number; host: string }): Promise<void> {
  const { url } = await serveFolder(folder, address);
  console.log(
    `The site listens on ${url} (stop it with Ctrl+C). After a change, wait for the build and reload the page.`,
  );
  let changed = false;
  let building = false;
  const rebuild = async () => {
    changed = true;
    if (building) return;
    building = true;
    while (changed) {
      changed = false;
      await buildDocs(folder).then(
        () => console.log('Built again.'),
        (error) => console.error(String(error.message ?? error)),
      );
    }
    building = false;
  };
  for (const source of ['openapi', 'src', 'docs']) watch(source, { recursive: true }, rebuild);
}
