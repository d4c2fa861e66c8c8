import { type PrismOptions, startPrismMock } from '../../scripts/prism.ts';
import { useServer } from './servers.ts';

/** Runs Prism during the tests of a file. Returns a function that returns its address. */
export const usePrism = (options?: PrismOptions): (() => string) => useServer(() => startPrismMock(options));

/** A fetch that records the violations that Prism finds in each request and response. */
export function recordViolations(): { fetch: typeof fetch; violations: string[] } {
  const violations: string[] = [];
  return {
    violations,
    fetch: async (...args) => {
      const response = await fetch(...args);
      const found = response.headers.get('sl-violations');
      if (found) violations.push(found);
      if (response.headers.get('content-type') !== 'application/problem+json') return response;
      // Prism's refusal of a bad request for which the description has no response.
      const { status, headers } = response;
      const problem = await response.arrayBuffer();
      violations.push(new TextDecoder().decode(problem));
      return new Response(problem, { status, headers });
    },
  };
}
