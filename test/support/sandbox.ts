import { afterEach } from 'vitest';
import { type PrismProxyOptions, type RunningServer, startPrismProxy } from '../../scripts/prism.ts';
import { type ServeOptions, serve } from '../../scripts/sandbox/serve.ts';
import type { FakeP100 } from '../../src/testing.ts';

/** Answers functions that start servers; what they start is closed after each test. */
export function useServers() {
  const running: RunningServer[] = [];
  afterEach(async () => {
    for (const server of running.splice(0).reverse()) await server.close();
  });
  const keep = async (starting: Promise<RunningServer>): Promise<string> => {
    const server = await starting;
    running.push(server);
    return server.url;
  };
  return {
    /** Serves a fake P100 and answers its address. */
    serveFake: (fake: Pick<FakeP100, 'fetch'>, options?: ServeOptions) => keep(serve(fake, options)),
    /** Puts Prism's validating proxy before a server and answers its address. */
    validate: (options: PrismProxyOptions) => keep(startPrismProxy(options)),
  };
}
