import { defineConfig } from 'vitest/config';

// Suites that take their time: `npm test` leaves them out, and each has a script of its own (`vitest --mode <suite>`).
const slowSuites = ['stress', 'package', 'runtimes', 'docs'];

export default defineConfig(({ mode }) => {
  const slow = slowSuites.includes(mode);
  const results = `.cache/results/${slow ? mode : 'quick'}.json`;
  return {
    test: {
      include: [slow ? `test/${mode}/**/*.test.ts` : 'test/**/*.test.ts'],
      exclude: slow ? [] : slowSuites.map((suite) => `test/${suite}/**`),
      maxConcurrency: 20,
      ...(slow && { testTimeout: 120_000, hookTimeout: 120_000 }),
      // The continuous integration adds up what the suites leave here.
      reporters: process.env['CI'] ? ['default', ['json', { outputFile: results }]] : ['default'],
    },
  };
});
