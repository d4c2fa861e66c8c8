import { type PrismOptions, startPrismMock } from '../../scripts/prism.ts';
import { useServer } from './servers.ts';

/** Runs Prism during the tests of a file; answers a function for its address. */
export const usePrism = (options?: PrismOptions): (() => string) => useServer(() => startPrismMock(options));

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
