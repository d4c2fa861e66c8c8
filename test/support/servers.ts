import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RunningServer } from '../../scripts/prism.ts';
import { type ServeOptions, serve } from '../../src/testing/sandbox/server.ts';
import type { FakeP100 } from '../../src/testing.ts';

/** Runs a server during the tests of a file. Returns a function that returns its address. */
export function useServer(start: () => Promise<RunningServer>): () => string {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());
  return () => server.url;
}

/** Returns a function that serves a fake P100 until the end of the test and returns its address. */
export function useFakeServers(): (fake: Pick<FakeP100, 'fetch'>, options?: ServeOptions) => Promise<string> {
  const running: RunningServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0)) await server.close();
  });
  return async (fake, options) => {
    const server = await serve(fake, options);
    running.push(server);
    return server.url;
  };
}

/** Returns a function that serves a listener until the end of the test and returns its address. */
export function useListener(): (listener: RequestListener) => Promise<string> {
  const running: Server[] = [];
  afterEach(() => {
    for (const server of running.splice(0)) server.close().closeAllConnections();
  });
  return async (listener) => {
    const server = createServer(listener);
    running.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
}
