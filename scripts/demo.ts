// `npm run demo`: creates the page's user at a mock and shows how each documented error decodes.
// `npm run demo -- --live`: does so at staging with the key from P100_API_KEY, with a fresh externalUserId.
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { demonstrateMock, demonstrateStaging } from './demo/demonstrate.ts';

await runCommand(
  async () => {
    const { values } = parseArgs({ options: { live: { type: 'boolean', default: false } } });
    await (values.live ? demonstrateStaging() : demonstrateMock());
  },
  ({ message }) => `The demo failed: ${message}`,
);
