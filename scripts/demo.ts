import { flag, runCommand } from '../src/testing/command-line.ts';
import { demonstrateMock, demonstrateStaging } from './demo/demonstrate.ts';

await runCommand({
  name: 'npm run demo --',
  summary: "Creates P100's example user at a mock, and shows how each documented error arrives.",
  options: {
    live: flag('do so at staging, with the key in P100_API_KEY and a new externalUserId'),
  },
  example: '--live',
  run: ({ live }) => (live ? demonstrateStaging() : demonstrateMock()),
});
