import { getEventListeners } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createP100Client, type Fetch, P100ConfigError } from '../../src/index.ts';
import { createUndiciFetch, type UndiciFetch, type UndiciFetchOptions } from '../../src/undici.ts';
import { createdUser, johnDoe } from '../support/description.ts';
import { head, reply, replyJson, startFaultServer } from '../support/fault-server.ts';

let fetch: UndiciFetch;
beforeEach(() => {
  fetch = createUndiciFetch({ connections: 2 });
});
afterEach(() => fetch.close());

const connect = (baseUrl: string, transport = fetch) =>
  createP100Client({ apiKey: 'a-key', baseUrl, fetch: transport, maxRetries: 0 });

const send = (url: string, transport = fetch, signal = new AbortController().signal) =>
  transport(url, { method: 'GET', headers: {}, redirect: 'manual', signal });

const serveUsers = () => startFaultServer((socket) => replyJson(socket, 201, createdUser()));

describe('createUndiciFetch', () => {
  it.each([
    [{ connections: 0 }, 'connections is 0: pass a whole number from 1'],
    [{ connections: 1.5 }, 'connections is 1.5'],
    [{ connections: '2' }, 'connections is 2'],
    [{}, 'connections is undefined'],
    [{ connections: 1, pipelining: 0 }, 'pipelining is 0: pass a whole number from 1'],
  ])('refuses %j', (options, message) => {
    expect(() => createUndiciFetch(options as UndiciFetchOptions)).toThrow(P100ConfigError);
    expect(() => createUndiciFetch(options as UndiciFetchOptions)).toThrow(message);
  });

  it('opens no more connections than it may', async () => {
    const server = await serveUsers();
    const p100 = connect(server.url);
    const users = await Promise.all(Array.from({ length: 20 }, () => p100.users.create(johnDoe())));
    expect(users).toHaveLength(20);
    expect(server.requests).toHaveLength(20);
    expect(server.sockets.size).toBe(2);
  });

  it('refuses another origin than its first', async () => {
    const [first, second] = [await serveUsers(), await serveUsers()];
    await connect(first.url).users.create(johnDoe());
    await expect(connect(second.url).users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConfigError',
      message: expect.stringContaining(`connected to ${first.url}, not to ${second.url}`),
    });
    expect(second.requests).toHaveLength(0);
  });

  it('refuses calls after close(), which can be repeated', async () => {
    const server = await serveUsers();
    const p100 = connect(server.url);
    await p100.users.create(johnDoe());
    await fetch.close();
    await fetch.close();
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConfigError',
      message: expect.stringContaining('was closed'),
    });
    expect(server.requests).toHaveLength(1);
  });

  it('can be closed before its first call', async () => {
    await fetch.close();
    await expect(connect('http://127.0.0.1:1').users.create(johnDoe())).rejects.toThrow('was closed');
  });

  it('lets begun calls end before it closes, also where nothing was sent yet', async () => {
    const server = await serveUsers();
    const begun = send(server.url);
    const closing = fetch.close();
    expect(await (await begun).arrayBuffer()).toHaveProperty('byteLength', JSON.stringify(createdUser()).length);
    await closing;
  });

  it('lets begun calls end before it closes', async () => {
    const server = await startFaultServer((socket) => {
      closing = fetch.close();
      setImmediate(() => replyJson(socket, 201, createdUser()));
    });
    let closing: Promise<void> | undefined;
    expect(await connect(server.url).users.create(johnDoe())).toEqual(createdUser());
    await closing;
  });

  it('heeds the AbortSignal of whoever calls it directly, also one that aborted before', async () => {
    const server = await startFaultServer(() => controller.abort(new Error('the caller has gone')));
    const controller = new AbortController();
    await expect(send(server.url, fetch, controller.signal)).rejects.toThrow('the caller has gone');
    await expect(send(server.url, fetch, controller.signal)).rejects.toThrow('the caller has gone');
    expect(server.requests).toHaveLength(1);
  });

  it('leaves no listener behind on a signal', async () => {
    const server = await serveUsers();
    const { signal } = new AbortController();
    await (await send(server.url, fetch, signal)).arrayBuffer();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('does not take in more of an endless body than is read', async () => {
    let written = 0;
    const server = await startFaultServer((socket) => {
      const chunk = Buffer.alloc(2 ** 16, ' ');
      const flood = () => {
        while (socket.write(chunk) && written < 2 ** 30) written += chunk.length;
      };
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n');
      socket.on('drain', flood);
      flood();
    });
    const controller = new AbortController();
    const { body } = await send(server.url, fetch, controller.signal);
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    for (let part = 0; part < 10; part++) await reader.read();
    for (let turn = 0; turn < 1000; turn++) await new Promise(setImmediate);
    // What the buffers of two sockets hold.
    expect(written).toBeLessThan(2 ** 25);
    controller.abort(new Error('enough'));
    await expect(reader.read().then(() => reader.read())).rejects.toThrow('enough');
  });

  it('ends the connection of a body that is cancelled', async () => {
    const closed = vi.fn();
    const server = await startFaultServer((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{');
      socket.on('close', closed);
    });
    const { body } = await send(server.url);
    await body?.cancel(new Error('enough'));
    await vi.waitUntil(() => closed.mock.calls.length > 0);
  });

  it('reports a body that breaks off to its reader only', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const server = await startFaultServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{}'));
    await send(server.url);
    const read = await send(server.url);
    await expect(read.arrayBuffer()).rejects.toThrow();
    await vi.waitUntil(() => server.sockets.size === 0);
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it('answers the bytes of a body as a copy', async () => {
    const server = await startFaultServer((socket) => reply(socket, 200, '{}'));
    const { byteLength } = await (await send(server.url)).arrayBuffer();
    expect(byteLength).toBe(2);
  });

  it('sends what the default sends, but asks for no compression', async () => {
    const server = await serveUsers();
    await connect(server.url).users.create(johnDoe());
    const [request] = server.requests;
    expect(request).toContain(JSON.stringify(johnDoe()));
    expect(request).toMatch(/^x-api-key: a-key\r$/m);
    expect(request).toMatch(/^user-agent: node\r$/m);
    expect(request).toMatch(/^accept-encoding: identity\r$/m);
  });

  it.each(['gzip', 'x-gzip', 'GZIP', ' gzip '])('unpacks %s that nobody asked for', async (coding) => {
    const packed = gzipSync(JSON.stringify(createdUser()));
    const server = await startFaultServer((socket) => reply(socket, 201, packed, { 'content-encoding': coding }));
    expect(await connect(server.url).users.create(johnDoe())).toEqual(createdUser());
  });

  it.each([{ 'content-length': 0 }, {}])(
    'takes an empty answer that is called packed as it is, with %j',
    async (more) => {
      const status = 'content-length' in more ? 401 : 204;
      const server = await startFaultServer((socket) => {
        socket.write(head(status, { 'content-encoding': 'gzip', ...more }));
      });
      await expect(connect(server.url).users.create(johnDoe())).rejects.toMatchObject(
        status === 401
          ? { name: 'AuthenticationError', reason: 'unknown', retryable: false }
          : { name: 'P100ResponseError', reason: 'undescribed-status' },
      );
    },
  );

  it('gives a whole AbortSignal to what wraps it, whatever it takes over', async () => {
    const server = await serveUsers();
    const signals: unknown[] = [];
    const wrap: Fetch = (url, init) => {
      signals.push(init.signal);
      return fetch(url, init);
    };
    await connect(server.url, Object.assign(wrap, fetch)).users.create(johnDoe());
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  });

  it('has no header of a name that objects inherit', async () => {
    const server = await serveUsers();
    const answer = await send(server.url);
    expect(answer.headers.get('constructor')).toBeNull();
    expect(answer.headers.get('__proto__')).toBeNull();
    await answer.arrayBuffer();
  });

  it('answers headers that came several times as one', async () => {
    const server = await startFaultServer((socket) => {
      socket.write('HTTP/1.1 201 Created\r\nx-part: a\r\nX-Part: b\r\ncontent-length: 2\r\n\r\n{}');
    });
    const answer = await send(server.url);
    expect(answer.headers.get('X-Part')).toBe('a, b');
    expect(answer.headers.get('x-missing')).toBeNull();
    await answer.arrayBuffer();
  });
});

describe('says what to install where undici is', () => {
  afterEach(() => vi.doUnmock('undici'));

  const missing = () => {
    throw Object.assign(new Error("Cannot find package 'undici'"), { code: 'ERR_MODULE_NOT_FOUND' });
  };
  const old = () => ({ Pool: class {}, cacheStores: undefined });

  it.each([
    ['missing', missing],
    ['too old', old],
  ])('%s', async (what, load) => {
    vi.resetModules();
    vi.doMock('undici', load);
    const reloaded = await import('../../src/undici.ts');
    await expect(send('http://127.0.0.1:1', reloaded.createUndiciFetch({ connections: 1 }))).rejects.toMatchObject({
      name: 'P100ConfigError',
      message: expect.stringMatching(`undici is ${what}.*npm install undici@7`),
    });
  });
});
