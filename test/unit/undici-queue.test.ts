import { describe, expect, it } from 'vitest';
import { createP100Client, type Fetch } from '../../src/index.ts';
import { createUndiciFetch } from '../../src/undici.ts';
import { createdUser, johnDoe } from '../support/description.ts';
import { reply, replyJson, startFaultServer } from '../support/fault-server.ts';

const connect = (baseUrl: string, fetch: Fetch) => createP100Client({ apiKey: 'a-key', baseUrl, fetch, maxRetries: 0 });

/** Asks for the body at an address: a call that may be pipelined. */
const getter =
  (url: string, fetch: Fetch) =>
  async (signal = new AbortController().signal) => {
    const answer = await fetch(url, { method: 'GET', headers: {}, redirect: 'manual', signal });
    return answer.arrayBuffer();
  };

describe('calls of createUndiciFetch that wait for one another', () => {
  it('are never sent when they were aborted before', async () => {
    const waiting = createUndiciFetch({ connections: 1 });
    const controller = new AbortController();
    const server = await startFaultServer((socket) => {
      controller.abort(new Error('the caller has gone'));
      setImmediate(() => replyJson(socket, 201, createdUser()));
    });
    const p100 = connect(server.url, waiting);
    const first = p100.users.create(johnDoe());
    const second = p100.users.create(johnDoe(), { signal: controller.signal });
    await expect(second).rejects.toThrow('the caller has gone');
    await first;
    await waiting.close();
    expect(server.requests).toHaveLength(1);
  });

  it('keep their connection when one of them is aborted', async () => {
    const waiting = createUndiciFetch({ connections: 1 });
    const controller = new AbortController();
    const sockets = new Set();
    const server = await startFaultServer((socket) => {
      sockets.add(socket);
      controller.abort(new Error('the caller has gone'));
      setImmediate(() => replyJson(socket, 201, createdUser()));
    });
    const p100 = connect(server.url, waiting);
    const first = p100.users.create(johnDoe());
    const aborted = Array.from({ length: 5 }, () => p100.users.create(johnDoe(), { signal: controller.signal }));
    const last = p100.users.create(johnDoe());
    for (const each of aborted) await expect(each).rejects.toThrow('the caller has gone');
    expect(await Promise.all([first, last])).toHaveLength(2);
    await waiting.close();
    expect(server.requests).toHaveLength(2);
    expect(sockets.size).toBe(1);
  });

  it('are let be when the pipelined one behind is aborted', async () => {
    const pipelined = createUndiciFetch({ connections: 1, pipelining: 2 });
    const controller = new AbortController();
    const server = await startFaultServer((socket, count) => {
      if (count === 2) controller.abort(new Error('the caller has gone'));
      setImmediate(() => reply(socket, 200, '{}'));
    });
    const get = getter(server.url, pipelined);
    await get();
    const [first, second] = [get(), get(controller.signal)];
    await expect(second).rejects.toThrow('the caller has gone');
    expect((await first).byteLength).toBe(2);
    await pipelined.close();
    expect(server.requests).toHaveLength(2);
  });

  it('fail at once when undici would ask for their answer again', async () => {
    const pipelined = createUndiciFetch({ connections: 1, pipelining: 2 });
    const controller = new AbortController();
    const server = await startFaultServer((socket, count) => {
      if (count === 1) return reply(socket, 200, '{}');
      if (count === 2) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{');
      if (count === 3) controller.abort(new Error('the caller has gone'));
    });
    const get = getter(server.url, pipelined);
    await get();
    const [first, second] = [get(), get(controller.signal)];
    first.catch(() => {});
    await expect(second).rejects.toThrow('the caller has gone');
    await expect(first).rejects.toThrow('the connection ended');
    await pipelined.close();
    expect(server.requests).toHaveLength(3);
  });
});
