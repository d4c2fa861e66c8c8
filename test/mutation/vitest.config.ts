import { defineConfig } from 'vitest/config';

// The tests that Stryker runs for each mutant: those that need no other process.
export default defineConfig({
  test: {
    include: ['unit', 'faults', 'privacy', 'webhooks'].map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ['commands', 'command-line', 'description', 'supply-chain'].map((name) => `test/unit/${name}.test.ts`),
    // Stryker runs tests one after another. These wait for time limits, which deadline.test.ts covers too.
    testNamePattern: /^(?!.*(stall|never responds|one byte a second))/,
    isolate: false,
    testTimeout: 30_000,
  },
});
