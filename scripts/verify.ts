// `npm run verify -- --base-url URL`: compares a real server with the description; creates one throw-away user there.
// Exit code 0: as described. 1: drift. 2: nothing could be verified.
import { runVerify } from './verify/command.ts';

process.exitCode = await runVerify(process.argv.slice(2), process.env, console);
