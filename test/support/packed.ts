import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The packed tarball. */
    tarball: string;
    /** A folder outside of the repository in which the tarball is installed. */
    consumer: string;
  }
}

const run = promisify(execFile);

/** Builds and packs the package once for a suite, and installs the tarball into an empty folder. */
export default async function packAndInstall(project: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'package-'));
  const consumer = join(root, 'consumer');
  // A release tests exactly the tarball that it publishes.
  const tarball = process.env['TARBALL'] ?? (await pack(root));
  await mkdir(consumer);
  await writeFile(join(consumer, 'package.json'), '{ "private": true }\n');
  await install(consumer, tarball);
  project.provide('tarball', tarball);
  project.provide('consumer', consumer);
  return () => rm(root, { recursive: true, force: true });
}

async function pack(folder: string): Promise<string> {
  await run('npm', ['run', 'build']);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder]);
  const [{ filename }] = JSON.parse(stdout);
  return join(folder, filename);
}

/** Installs packages into a folder without running their scripts. */
export async function install(folder: string, ...packages: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--no-save'];
  await run('npm', ['install', ...options, '--prefix', folder, ...packages], { maxBuffer: 2 ** 24 });
}

/** Packages that only some tests need, or that need a newer Node than this repository. Kept between runs. */
export async function installTools(name: string, packages: Readonly<Record<string, string>>): Promise<string> {
  const folder = join('.cache', name);
  const wanted = JSON.stringify(packages);
  const marker = join(folder, 'installed.json');
  if ((await readFile(marker, 'utf8').catch(() => '')) !== wanted) {
    await rm(folder, { recursive: true, force: true });
    await install(folder, ...Object.entries(packages).map(([alias, source]) => `${alias}@npm:${source}`));
    await writeFile(marker, wanted);
  }
  return join(process.cwd(), folder, 'node_modules');
}
