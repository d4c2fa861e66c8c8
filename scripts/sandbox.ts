import { runCommand } from '../src/testing/command-line.ts';
import { sandboxCommand } from '../src/testing/sandbox/command.ts';

await runCommand(sandboxCommand('npm run sandbox --'));
