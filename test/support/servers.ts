import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RunningServer } from '../../scripts/prism.ts';
import { type ServeOptions, serve } from '../../src/testing/sandbox/server.ts';
import type { FakeP100 } from '../../src/testing.ts';

/** Runs a server during the tests of a file; answers a function for its address. */
export function useServer(start: () => Promise<RunningServer>): () => string {
  let server: RunningServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.close());
  return () => server.url;
}

/** Answers a function that serves a fake P100 until the end of the test and answers its address. */
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
