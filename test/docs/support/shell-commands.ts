import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { run } from './run.ts';

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

/** What to do with each command that a document shows. An unknown one is an error: teach it here. */
const commands: [RegExp, (command: string) => Promise<void>][] = [
  [/^npm install p100-partner-sdk$/, installPacked],
  [/^npm run demo$/, runToEnd],
  // The continuous integration begins with these two.
  [/^npm (ci|cit)$/, async () => undefined],
  [/^npm run (mock|docs|sandbox)$/, namesScript],
];

/** Runs every command of a shell block, in its order. */
export async function runShellBlock(code: string): Promise<void> {
  const lines = code.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  for (const command of lines.flatMap((line) => line.split('&&')).map((part) => part.trim())) {
    if (command === '') continue;
    const known = commands.find(([pattern]) => pattern.test(command));
    if (!known) throw new Error(`No test knows what to do with \`${command}\`: add it to shell-commands.ts.`);
    await known[1](command);
  }
}

async function runToEnd(command: string): Promise<void> {
  const [program = '', ...args] = command.split(' ');
  const { status, stdout } = await run(program, args);
  expect(status).toBe(0);
  expect(stdout).not.toBe('');
}

async function namesScript(command: string): Promise<void> {
  expect(scripts).toHaveProperty(command.split(' ')[2] ?? '');
}

/** The package is installed from its packed form, as the registry would hand it out. */
async function installPacked(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'));
  expect((await run('npm', ['pack', '--pack-destination', folder], { cwd: resolve('.') })).status).toBe(0);
  const [tarball = ''] = await readdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const installed = await run('npm', ['install', '--prefer-offline', `./${tarball}`], { cwd: folder });
  expect(installed.status).toBe(0);
  const program = "import('p100-partner-sdk').then(({ createP100Client }) => console.log(typeof createP100Client))";
  expect((await run(process.execPath, ['-e', program], { cwd: folder })).stdout).toBe('function\n');
}
