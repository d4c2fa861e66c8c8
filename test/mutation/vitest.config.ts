import { defineConfig } from 'vitest/config';

// The tests that Stryker runs for each mutant: those that need no other process and do not measure time.
export default defineConfig({
  test: {
    include: ['unit', 'faults', 'privacy', 'webhooks'].map((folder) => `test/${folder}/**/*.test.ts`),
    exclude: ['test/unit/commands.test.ts', 'test/unit/command-line.test.ts', 'test/unit/supply-chain.test.ts'],
    testTimeout: 60_000,
    // A failure because the machine is busy must not count as a detected mutant.
    retry: 1,
  },
});
