import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { Agent, MockAgent, Pool } from 'undici';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createP100Client, P100ConfigError } from '../../src/index.ts';
import { createUndiciFetch } from '../../src/undici.ts';
import { makeCertificate } from '../support/certificate.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';
import { head, reply, replyJson, startFaultServer } from '../support/fault-server.ts';

let agent: Agent;
beforeEach(() => {
  agent = new Agent({ connections: 2 });
});
afterEach(() => agent.destroy());

const connect = (baseUrl: string, dispatcher: Agent | Pool = agent) =>
  createP100Client({ apiKey: 'a-key', baseUrl, fetch: createUndiciFetch(dispatcher), maxRetries: 0 });

const serveUsers = () => startFaultServer((socket) => replyJson(socket, 201, createdUser()));

describe('createUndiciFetch', () => {
  it.each([undefined, null, {}, 'agent', { connections: 32 }])('refuses %j, which is not a dispatcher', (wrong) => {
    expect(() => createUndiciFetch(wrong as never)).toThrow(P100ConfigError);
    expect(() => createUndiciFetch(wrong as never)).toThrow('pass an undici dispatcher, such as new Agent()');
  });

  it('uses the connections of its dispatcher', async () => {
    const server = await serveUsers();
    const p100 = connect(server.url);
    const users = await Promise.all(Array.from({ length: 20 }, () => p100.users.create(johnDoe())));
    expect(users).toEqual(Array(20).fill(createdUser()));
    expect(server.sockets.size).toBe(2);
  });

  it('works with a MockAgent', async () => {
    const mock = new MockAgent();
    mock.disableNetConnect();
    const intercepted = mock
      .get('https://partner-api-stage.p100.io')
      .intercept({ path: createUserPath, method: 'POST' });
    intercepted.reply(201, createdUser(), { headers: { 'content-type': 'application/json' } });
    const p100 = createP100Client({ apiKey: 'a-key', fetch: createUndiciFetch(mock) });
    expect(await p100.users.create(johnDoe())).toEqual(createdUser());
  });

  it('sends the request of the client', async () => {
    const server = await serveUsers();
    await connect(server.url).users.create(johnDoe(), { headers: { 'x-trace': 'abc', accept: 'application/json' } });
    const [request = ''] = server.requests;
    expect(request).toMatch(/^x-trace: abc\r$/im);
    expect(request).toMatch(/^accept: application\/json\r$/im);
    expect(request).toMatch(/^x-api-key: a-key\r$/im);
    expect(request).toContain(JSON.stringify(johnDoe()));
  });

  it('sends nothing to the server of a Pool that is not the one the client means', async () => {
    const { key, cert } = makeCertificate();
    const received = vi.fn();
    const server = createServer({ key, cert }, (request, response) => {
      received(request.headers.host);
      response.writeHead(201).end(JSON.stringify(createdUser()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const pool = new Pool(`https://127.0.0.1:${port}`, { connect: { ca: cert } });
    onTestFinished(() => pool.destroy());
    await expect(connect('https://partner-api.p100.io', pool).users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConnectionError',
      cause: { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
      mayHaveTakenEffect: false,
    });
    expect(received).not.toHaveBeenCalled();
    await connect(`https://127.0.0.1:${port}`, pool).users.create(johnDoe());
    expect(received).toHaveBeenCalledExactlyOnceWith(`127.0.0.1:${port}`);
  });

  it('reads a HEAD response, which gives the size of a body that is not sent', async () => {
    const server = await startFaultServer((socket) => socket.end(head(200, { 'content-length': 3_000_000 })));
    for (const fetch of [undefined, createUndiciFetch(agent)]) {
      const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url, fetch });
      expect(await p100.request('HEAD', '/v1/a')).toBeUndefined();
    }
  });

  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['GZIP, br', (text: string) => brotliCompressSync(gzipSync(text))],
    ['', Buffer.from],
  ] as const)('decompresses %j', async (coding, compress) => {
    const body = compress(JSON.stringify(createdUser()));
    const server = await startFaultServer((socket) => reply(socket, 201, body, { 'content-encoding': coding }));
    expect(await connect(server.url).users.create(johnDoe())).toEqual(createdUser());
  });

  it('does not decompress an unknown encoding', async () => {
    const body = gzipSync(JSON.stringify(createdUser()));
    const server = await startFaultServer((socket) => reply(socket, 201, body, { 'content-encoding': 'zstd' }));
    await expect(connect(server.url).users.create(johnDoe())).rejects.toMatchObject({ reason: 'not-json' });
  });

  it('reads an empty 401 that claims to be gzip', async () => {
    const server = await startFaultServer((socket) => reply(socket, 401, '', { 'content-encoding': 'gzip' }));
    await expect(connect(server.url).users.create(johnDoe())).rejects.toMatchObject({ name: 'AuthenticationError' });
    expect(server.requests).toHaveLength(1);
  });

  it('keeps headers that occur several times', async () => {
    const server = await startFaultServer((socket) => {
      const body = JSON.stringify(createdUser());
      socket.write(
        `HTTP/1.1 201 Created\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: ${body.length}\r\n\r\n`,
      );
      socket.write(body);
    });
    const onResponse = vi.fn();
    const { response } = await connect(server.url).raw.POST(createUserPath, { body: johnDoe(), onResponse });
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const [{ headers }] = onResponse.mock.calls[0] ?? [];
    expect(['Set-Cookie', 'x-absent', 'constructor'].map(headers.get)).toEqual(['a=1, b=2', null, null]);
  });

  it('ends the connection of a body that is too large', async () => {
    const closed = vi.fn();
    const server = await startFaultServer((socket) => {
      socket.on('close', closed);
      socket.write(head(201, { connection: 'close' }));
      const flood = () => {
        while (socket.write(Buffer.alloc(2 ** 16, ' ')));
      };
      socket.on('drain', flood);
      flood();
    });
    await expect(connect(server.url).users.create(johnDoe())).rejects.toMatchObject({ reason: 'too-large' });
    await vi.waitUntil(() => closed.mock.calls.length > 0);
  });

  it('sends nothing once the dispatcher is closed', async () => {
    const server = await serveUsers();
    await agent.close();
    await expect(connect(server.url).users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConnectionError',
      message: expect.stringMatching(/UND_ERR_(CLOSED|DESTROYED), the undici dispatcher /),
    });
    expect(server.requests).toHaveLength(0);
  });

  it('says that the call may have taken effect if the dispatcher closes while it waits for a retry', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const server = await startFaultServer((socket) => socket.resetAndDestroy());
    const p100 = createP100Client({
      apiKey: 'a-key',
      baseUrl: server.url,
      fetch: createUndiciFetch(agent),
      // The agent is destroyed after the test, which makes `close` reject.
      onEvent: ({ type }) => type === 'retry' && void agent.close().catch(() => {}),
    });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ mayHaveTakenEffect: true, retryable: true });
    expect(server.requests).toHaveLength(1);
  });

  it.each([{ 'x-a': 'bell\u0007' }, { expect: '100-continue' }, { 'keep-alive': 'timeout=1' }])(
    'keeps a header of one call from harming the next: %j',
    async (headers) => {
      const server = await serveUsers();
      const p100 = connect(server.url, new Pool(server.url, { connections: 1 }));
      await expect(p100.users.create(johnDoe(), { headers })).rejects.toMatchObject({ name: 'P100ConfigError' });
      expect(await p100.users.create(johnDoe())).toEqual(createdUser());
    },
  );
});
