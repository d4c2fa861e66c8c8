import { afterAll, beforeAll } from 'vitest';
import { type PrismOptions, type RunningServer, startPrismMock } from '../../scripts/prism.ts';

/** Runs Prism during the tests of a file; answers a function for its address. */
export function usePrism(options?: PrismOptions): () => string {
  let server: RunningServer;
  beforeAll(async () => {
    server = await startPrismMock(options);
  });
  afterAll(() => server.close());
  return () => server.url;
}

/** A fetch that keeps what Prism complained about in each answer. */
export function recordViolations(): { fetch: typeof fetch; violations: string[] } {
  const violations: string[] = [];
  return {
    violations,
    fetch: async (...args) => {
      const response = await fetch(...args);
      const found = response.headers.get('sl-violations');
      if (found) violations.push(found);
      return response;
    },
  };
}
