import { parseArgs } from 'node:util';
import { servers } from '../../src/generated/operations.ts';
import { printReport } from './print.ts';
import { CannotVerifyError, verify } from './verify.ts';

/** Runs `npm run verify` with these arguments and answers its exit code. */
export async function runVerify(
  args: string[],
  env: Readonly<Record<string, string | undefined>>,
  output: Pick<Console, 'log' | 'error'>,
): Promise<0 | 1 | 2> {
  try {
    const baseUrl = parseArgs({ args, options: { 'base-url': { type: 'string' } } }).values['base-url'];
    const apiKey = env['P100_API_KEY'];
    if (!baseUrl) throw new CannotVerifyError(`Which server? Pass --base-url, such as --base-url ${servers.staging}.`);
    if (!apiKey) throw new CannotVerifyError('The variable P100_API_KEY is empty: set it to the key of that server.');
    const report = await verify(baseUrl, apiKey);
    printReport(baseUrl, report, output);
    return report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    output.error((error as Error).message);
    return 2;
  }
}
