import type { RunningServer } from '../../../scripts/prism.ts';
import { serve } from '../../../src/testing/sandbox/server.ts';
import { createFakeP100, type FakeP100, type FakeP100Options } from '../../../src/testing.ts';

export interface KitServer extends FakeP100, RunningServer {}

/** Serves the test kit on loopback, for code that creates its own client. */
export async function startKitServer(options?: FakeP100Options): Promise<KitServer> {
  const fake = createFakeP100(options);
  return { ...fake, ...(await serve(fake)) };
}
