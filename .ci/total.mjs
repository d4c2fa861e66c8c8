// Adds the results of suites and checks, prints the slowest tests and the total, and exits with 1 on failure.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...checks] = process.argv.slice(2);
let [passed, failed] = checks.map(Number);
let skipped = 0;
const tests = [];
for (const file of existsSync(folder) ? readdirSync(folder) : []) {
  const result = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests;
  skipped += result.numPendingTests;
  tests.push(...result.testResults.flatMap(({ assertionResults }) => assertionResults));
}
console.log('The slowest tests:');
for (const { duration, fullName } of tests.sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, 10)) {
  console.log(`${((duration ?? 0) / 1000).toFixed(1).padStart(6)} s  ${fullName}`);
}
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
