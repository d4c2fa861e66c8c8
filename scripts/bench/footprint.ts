import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { median } from './figures.ts';
import { newerNode, run, workFolder } from './prepare.ts';
import { programs } from './programs.ts';

/** Bytes of the bundle of each program, minified and gzipped. */
export async function measureBundles(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const [name, source] of Object.entries(programs)) {
    const { outputFiles } = await build({
      // The body is the caller's own, and not what a client adds.
      stdin: { contents: `const body = JSON.parse(process.argv[2]);${source}`, resolveDir: workFolder, loader: 'ts' },
      bundle: true,
      minify: true,
      format: 'esm',
      legalComments: 'none',
      write: false,
    });
    sizes[name] = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length;
  }
  return sizes;
}

const imports: Record<string, string> = {
  'this client': resolve('dist/index.js'),
  'this client on undici': resolve('dist/undici.js'),
  'openapi-fetch': 'openapi-fetch',
  undici: 'undici',
  axios: 'axios',
  ky: 'ky',
};

/** Milliseconds that an import adds to an empty start of a newer Node, which all peers run on. */
export function measureImports(rounds: number): Record<string, number> {
  const programs = {
    empty: '',
    ...Object.fromEntries(Object.entries(imports).map(([name, from]) => [name, `import '${from}'`])),
  };
  const times: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [name, source] of Object.entries(programs)) {
      const begun = performance.now();
      spawnSync(resolve(newerNode), ['--input-type=module', '-e', source], { cwd: workFolder });
      times[name] = [...(times[name] ?? []), performance.now() - begun];
    }
  }
  const empty = median(times['empty'] ?? []);
  return Object.fromEntries(Object.keys(imports).map((name) => [name, median(times[name] ?? []) - empty]));
}

/** Bytes and packages that an installation of this package adds to an empty project. */
export function measureInstallation(): { bytes: number; packages: number } {
  const folder = mkdtempSync(join(tmpdir(), 'p100-installed-'));
  try {
    const [packed] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder]));
    writeFileSync(join(folder, 'package.json'), '{}');
    run('npm', ['install', '--prefer-offline', '--no-package-lock', join(folder, packed.filename)], folder);
    const modules = join(folder, 'node_modules');
    const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('.'));
    const bytes = files.reduce((sum, file) => {
      const entry = statSync(join(modules, file));
      return sum + (entry.isFile() ? entry.size : 0);
    }, 0);
    return { bytes, packages: files.filter((file) => /^(@[^/]+\/)?[^/@]+\/package\.json$/.test(file)).length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
