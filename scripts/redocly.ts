import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

/** Runs the Redocly command line silently, without telemetry and update notices. An error contains its output. */
export async function redocly(...args: string[]): Promise<void> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    await run(process.execPath, [cli, ...args], { env });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    // Leave out Redocly's framed note about the version of Node, which is not the reason.
    const said = `${stdout}${stderr}`.split('\n').filter((line) => line.trim() !== '' && !/[╔║╚]/.test(line));
    throw new Error(`redocly ${args.join(' ')} failed:\n${said.join('\n')}`, { cause: error });
  }
}
