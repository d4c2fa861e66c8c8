import { createServer } from 'node:net';
import { beforeEach, expect, it, vi } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { createUserPath, johnDoe } from '../support/description.ts';
import { head, replyJson, startFaultServer } from '../support/fault-server.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const notSent = { name: 'P100ConnectionError', mayHaveTakenEffect: false, retryable: true, attempts: 3 };

const connect = (baseUrl: string) => createP100Client({ apiKey: 'a-key', baseUrl });

/** The three ways to make the call. All reject in the same way if there is no response. */
const ways = {
  'users.create': (baseUrl: string) => connect(baseUrl).users.create(johnDoe()),
  'users.ensure': (baseUrl: string) => connect(baseUrl).users.ensure(johnDoe()),
  raw: (baseUrl: string) => connect(baseUrl).raw.POST(createUserPath, { body: johnDoe() }),
};

it.each(Object.entries(ways))('%s says that nothing was sent if the host name does not exist', async (_, call) => {
  await expect(call('https://p100.invalid')).rejects.toMatchObject(notSent);
});

it.each(Object.entries(ways))('%s says that nothing was sent if the connection is refused', async (_, call) => {
  const port = await freePort();
  await expect(call(`http://127.0.0.1:${port}`)).rejects.toMatchObject({
    ...notSent,
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it.each(Object.entries(ways))('%s says that nothing was sent if TLS fails', async (_, call) => {
  const plain = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
  const { port } = plain.address() as { port: number };
  await expect(call(`https://127.0.0.1:${port}`)).rejects.toMatchObject(notSent);
  await new Promise((resolve) => plain.close(resolve));
});

const connectionErrors = [
  { code: 'ETIMEDOUT', syscall: 'connect', mayHaveTakenEffect: false },
  { code: 'ETIMEDOUT', syscall: 'read', mayHaveTakenEffect: true },
  { code: 'EAI_AGAIN', syscall: 'getaddrinfo', mayHaveTakenEffect: false },
  { code: 'EMFILE', syscall: 'getaddrinfo', mayHaveTakenEffect: false },
  { code: 'UND_ERR_CONNECT_TIMEOUT', mayHaveTakenEffect: false },
  { code: 'CERT_HAS_EXPIRED', mayHaveTakenEffect: false },
  { code: 'DEPTH_ZERO_SELF_SIGNED_CERT', mayHaveTakenEffect: false },
  { code: 'ERR_TLS_CERT_ALTNAME_INVALID', mayHaveTakenEffect: false },
  { code: 'ConnectionRefused', mayHaveTakenEffect: false },
  { code: 'ECONNRESET', syscall: 'read', mayHaveTakenEffect: true },
  { code: 'EPIPE', syscall: 'write', mayHaveTakenEffect: true },
  { code: 'UND_ERR_SOCKET', mayHaveTakenEffect: true },
  { code: 'SOMETHING_NEW', mayHaveTakenEffect: true },
];

it.each(connectionErrors)(
  'tells from $code of $syscall whether the request may have taken effect: $mayHaveTakenEffect',
  async ({ mayHaveTakenEffect, ...details }) => {
    const fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('…'), details) }));
    const p100 = createP100Client({ apiKey: 'a-key', fetch });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConnectionError',
      mayHaveTakenEffect,
      attempts: 3,
    });
  },
);

const redirects = [301, 302, 303, 307, 308].flatMap((status) =>
  Object.entries(ways).map(([name, call]) => ({ status, name, call })),
);

it.each(redirects)('$name does not follow a $status to another host', async ({ status, call }) => {
  const other = await startFaultServer((socket) => replyJson(socket, 201, {}));
  const server = await startFaultServer((socket) =>
    replyJson(socket, status, {}, { location: other.url.replace('127.0.0.1', 'localhost') + createUserPath }),
  );
  await expect(call(server.url)).rejects.toMatchObject({
    name: 'P100ResponseError',
    status,
    reason: 'redirect',
    retryable: false,
    // Servers respond with 302 and 303 to requests that they carried out.
    mayHaveTakenEffect: [302, 303].includes(status),
  });
  expect(server.requests).toHaveLength(1);
  expect(other.requests).toHaveLength(0);
});

/** A port on which nothing listens any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('closes the connection if the response cannot be used', async () => {
  let closed: Promise<unknown> = Promise.resolve();
  const server = await startFaultServer((socket) => {
    closed = new Promise((resolve) => socket.on('close', resolve));
    socket.write(`${head(302, { location: '/elsewhere', 'content-length': 9 })}{`);
  });
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url, maxRetries: 0 });
  await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ reason: 'redirect' });
  await closed;
});
