// `npm run demo`: creates the page's user at a mock and shows how each documented error decodes.
// `npm run demo -- --live`: does so at staging with the key from P100_API_KEY, with a fresh externalUserId.
import { parseArgs } from 'node:util';
import { demonstrateMock, demonstrateStaging } from './demo/demonstrate.ts';

try {
  const { values } = parseArgs({ options: { live: { type: 'boolean', default: false } } });
  await (values.live ? demonstrateStaging() : demonstrateMock());
} catch (error) {
  console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
