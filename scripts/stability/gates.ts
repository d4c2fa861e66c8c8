import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { redocly } from '../redocly.ts';

/**
 * Compares two descriptions. Refuses a breaking change unless `info.version` was raised accordingly. Returns redocly's
 * output, or undefined if there is no problem.
 */
export async function compareDescriptions(base: string, revision: string): Promise<string | undefined> {
  const compare = (...options: string[]) => redocly('diff', base, revision, ...options).then(() => undefined);
  const complaint = (error: Error) => error.message;
  if (!(await compare('--fail-on', 'major').catch(complaint))) return undefined;
  return compare('--fail-on', 'none', '--check-version').catch(complaint);
}

/** Writes the changes of a description to a Markdown file. */
export const writeChangelog = (base: string, revision: string, file: string): Promise<void> =>
  redocly('diff', base, revision, '--fail-on', 'none', '--format', 'markdown', '--output', file);

/** Compiles the type tests of a folder against the sources. Returns the compiler's output, or undefined on success. */
export function compileTypeTests(folder: string, sources = 'src'): string | undefined {
  const files = readdirSync(folder).filter((file) => file.endsWith('.test-d.ts'));
  if (files.length === 0) return `${folder} has no type tests.`;
  mkdirSync('.cache', { recursive: true });
  // Inside the project, so that the compiler finds the types of the dependencies.
  const project = mkdtempSync(resolve('.cache/type-tests-'));
  try {
    const paths = {
      'p100-partner-sdk': [resolve(sources, 'index.ts')],
      'p100-partner-sdk/*': [resolve(sources, '*.ts')],
    };
    const config = {
      extends: resolve('tsconfig.json'),
      compilerOptions: { paths },
      files: files.map((file) => resolve(folder, file)),
      include: [],
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify(config));
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project]);
    return status === 0 ? undefined : String(stdout);
  } finally {
    rmSync(project, { recursive: true });
  }
}
