import { flag, runCommand } from '../src/testing/command-line.ts';
import { demonstrate, demonstrateLive } from './demo/demonstrate.ts';

await runCommand({
  name: 'npm run demo --',
  summary: 'Tells the whole story at a fake P100: create a user, activate, read balances, transfer, meet every error.',
  options: {
    live: flag('do what is safe at staging, with the key in P100_API_KEY: create one user, move no money'),
  },
  example: '--live',
  run: ({ live }) => (live ? demonstrateLive() : demonstrate()),
});
