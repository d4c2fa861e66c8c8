import { servers } from '../src/generated/operations.ts';
import { CommandError, option, runCommand, text } from '../src/testing/command-line.ts';
import { printable, reportLines } from './verify/print.ts';
import { verify } from './verify/verify.ts';

await runCommand({
  name: 'npm run verify --',
  summary: 'Creates one test user at a real server, and compares its responses with the description.',
  options: { 'base-url': option({ placeholder: 'URL', description: 'server to verify; never production' }, text) },
  example: `--base-url ${servers.staging}`,
  notes:
    'P100_API_KEY holds the key of the server.\n' +
    'Exit codes: 0: no difference. 1: differences, or a wrong option. 2: the server could not be verified.',
  async run({ 'base-url': baseUrl }) {
    const apiKey = process.env['P100_API_KEY'];
    if (!baseUrl) throw new CommandError(`Pass the server to verify, such as --base-url ${servers.staging}.`);
    if (!apiKey) throw new CommandError('P100_API_KEY is empty: set this variable to the key of the server.');
    const report = await verify(baseUrl, apiKey).catch(({ message, exitCode }: CommandError) => {
      throw new CommandError(printable(message, apiKey), exitCode);
    });
    for (const line of reportLines(report)) console.log(printable(line, apiKey));
    if (report.findings.length > 0) process.exitCode = 1;
  },
});
