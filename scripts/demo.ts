import { flag, runCommand } from '../src/testing/command-line.ts';
import { demonstrate, demonstrateLive } from './demo/demonstrate.ts';

await runCommand({
  name: 'npm run demo --',
  summary:
    'Shows the client with a fake P100: creates and activates a user, transfers money, and gets the documented errors.',
  options: {
    live: flag('use staging instead, with the key in P100_API_KEY: create one user, move no money'),
  },
  example: '--live',
  run: ({ live }) => (live ? demonstrateLive() : demonstrate()),
});
