import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Server, type Socket } from 'node:net';
import { expect, vi } from 'vitest';
import { makeCertificate } from '../../support/certificate.ts';
import { johnDoe } from '../../support/description.ts';
import { customers } from './customers.ts';
import type { Exercise } from './exercises.ts';
import type { KitServer } from './kit-server.ts';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function listen(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A proxy that opens tunnels, and records the requests it sees. */
async function startProxy() {
  const seen = { tunnels: [] as string[], authorization: '', bytes: '' };
  const proxy = createHttpServer();
  proxy.on('connect', (request, client: Socket) => {
    seen.tunnels.push(request.url ?? '');
    seen.authorization = request.headers['proxy-authorization'] ?? '';
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => client.write('HTTP/1.1 200 Connection Established\r\n\r\n'));
    client.on('data', (chunk) => {
      seen.bytes += chunk.toString('latin1');
    });
    client.pipe(target).pipe(client);
    for (const socket of [client, target]) socket.on('error', () => socket.destroy());
  });
  return { seen, port: portOf(await listen(proxy)), close: () => proxy.close() };
}

/** Serves the kit over TLS, and sets the variable `P100_BASE_URL` to its address. */
async function startTls({ url }: KitServer) {
  const { key, cert } = makeCertificate();
  const server = await listen(
    createHttpsServer({ key, cert }, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = { 'content-type': 'application/json', 'x-api-key': String(request.headers['x-api-key']) };
      const answer = await fetch(url + request.url, { method: 'POST', headers, body: Buffer.concat(chunks) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    }),
  );
  vi.stubEnv('P100_BASE_URL', `https://127.0.0.1:${portOf(server)}`);
  return { ca: cert, close: () => server.close() };
}

/** A server that records where its connections come from and how many are open at once. */
async function startWatching() {
  const addresses: (string | undefined)[] = [];
  const server = createHttpServer(async (request, response) => {
    request.resume();
    await new Promise((resolve) => setTimeout(resolve, 20));
    response.writeHead(400, { 'content-type': 'application/json' }).end('{"errorCode":"P431"}');
  });
  server.on('connection', ({ remoteAddress }) => addresses.push(remoteAddress));
  vi.stubEnv('P100_BASE_URL', `http://127.0.0.1:${portOf(await listen(server))}`);
  return { addresses, close: () => server.close() };
}

/** The exercises of the networking guide. */
export const networkExercises: Record<string, Exercise> = {
  'docs/networking.md#createProxiedClient': async (exported, server) => {
    const { createProxiedClient, createClientFromEnvironment } = exported;
    const [proxy, tls] = [await startProxy(), await startTls(server)];
    const through = createProxiedClient(`http://name:secret@127.0.0.1:${proxy.port}`, tls.ca);
    expect(await through.p100.users.create(johnDoe())).toHaveProperty('userId');
    await through.close();
    expect(proxy.seen.tunnels).toEqual([new URL(through.p100.baseUrl).host]);
    expect(proxy.seen.authorization).toBe(`Basic ${Buffer.from('name:secret').toString('base64')}`);
    expect(proxy.seen.bytes).not.toMatch(/x-api-key|johndoe/i);

    vi.stubEnv('P100_BASE_URL', server.url);
    for (const name of ['http_proxy', 'https_proxy', 'no_proxy', 'NO_PROXY']) vi.stubEnv(name, undefined);
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`);
    const named = createClientFromEnvironment();
    await named.p100.users.ensure(johnDoe());
    await named.close();
    vi.stubEnv('NO_PROXY', '127.0.0.1');
    const around = createClientFromEnvironment();
    await around.p100.users.ensure(johnDoe());
    await around.close();
    expect(proxy.seen.tunnels).toHaveLength(2);
    proxy.close();
    tls.close();
  },
  'docs/networking.md#createClientWithCa': async ({ createClientWithCa }, server) => {
    const tls = await startTls(server);
    const { p100, close } = createClientWithCa(tls.ca);
    expect(await p100.users.create(johnDoe())).toHaveProperty('userId');
    await close();
    const stranger = createClientWithCa(makeCertificate().cert);
    const refused = stranger.p100.users.ensure(johnDoe(), { maxRetries: 0 });
    await expect(refused).rejects.toMatchObject({ name: 'P100ConnectionError', mayHaveTakenEffect: false });
    await stranger.close();
    tls.close();
  },
  'docs/networking.md#createClientAt': async ({ createClientAt }) => {
    const server = await startWatching();
    const { p100, close } = createClientAt('127.0.0.2');
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: 'P431' });
    await close();
    expect(server.addresses).toEqual(['127.0.0.2']);
    server.close();
  },
  'docs/networking.md#createLimitedClient': async ({ createLimitedClient }) => {
    const server = await startWatching();
    const { p100, close } = createLimitedClient(2);
    await Promise.allSettled(customers(10).map((customer) => p100.users.create(customer)));
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: 'P431' });
    await close();
    expect(server.addresses).toHaveLength(2);
    server.close();
  },
};
