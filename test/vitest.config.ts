import { defineConfig } from 'vitest/config';

// Slow suites: `npm test` leaves them out, and each has its own script (`vitest --mode <suite>`).
const slowSuites = ['stress', 'package', 'runtimes', 'docs', 'queue'];

// The tests that `--mode undici` repeats with undici instead of fetch.
const transportSuites = ['contract', 'faults'];

export default defineConfig(({ mode }) => {
  const slow = slowSuites.includes(mode);
  const undici = mode === 'undici';
  const results = `.cache/results/${slow || undici ? mode : 'quick'}.json`;
  if (!slow && !undici) {
    console.log(`Left out: ${slowSuites.map((suite) => `npm run test:${suite}`).join(', ')} (with the browser tests).`);
  }
  const folders = slow ? [mode] : undici ? transportSuites : ['**'];
  return {
    test: {
      include: folders.map((folder) => `test/${folder}/**/*.test.ts`),
      setupFiles: undici ? ['test/support/undici-transport.ts'] : [],
      exclude: slow ? [] : slowSuites.map((suite) => `test/${suite}/**`),
      maxConcurrency: 20,
      // Loading the modules anew for each file would take a third of the time. Tests restore what they change.
      isolate: slow,
      // The default leaves a core idle, which is half of a small machine.
      maxWorkers: '100%',
      globalSetup: ['package', 'runtimes'].includes(mode) ? ['test/support/packed.ts'] : [],
      // Files that measure time or use the same server would disturb one another.
      ...(['docs', 'queue'].includes(mode) && { fileParallelism: false }),
      // A slow machine must not fail a test.
      testTimeout: slow ? 120_000 : 30_000,
      hookTimeout: slow ? 120_000 : 30_000,
      // Type tests are checked by the compiler: see test/types/.
      typecheck: {
        enabled: !slow && !undici,
        include: ['test/types/**/*.test-d.ts'],
        tsconfig: 'test/types/tsconfig.json',
      },
      // CI adds up these results.
      reporters: process.env['CI'] ? ['dot', ['json', { outputFile: results }]] : ['dot'],
    },
  };
});
