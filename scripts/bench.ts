import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { flag, runCommand } from '../src/testing/command-line.ts';
import { kilobytes, type Scaling, type Speed } from './bench/figures.ts';
import { measureBundles, measureImports, measureInstallation } from './bench/footprint.ts';
import { readmeTable } from './bench/markdown.ts';
import { newerNode, prepare, run, workFolder } from './bench/prepare.ts';
import { printFigures, printScaling, printSpeed, printTargets } from './bench/print.ts';
import { footprintTargets, scalingTargets, speedTargets, type Target } from './bench/targets.ts';
import { measureTypes } from './bench/types.ts';

await runCommand({
  name: 'npm run bench --',
  summary: 'Compares the client with other clients: speed, size, memory and types. Writes bench-results.json.',
  options: { quick: flag('measure little, to show that everything runs') },
  example: '--quick',
  run: ({ quick }) => bench(quick),
});

async function bench(quick: boolean): Promise<void> {
  const targets: Target[] = [];

  await prepare();
  const server = fork('scripts/bench/server.mjs', { execArgv: [] });
  const [port] = await once(server, 'message');
  const baseUrl = `http://127.0.0.1:${port}`;

  const measure = (node: string, program: string, ...args: (string | number)[]) =>
    JSON.parse(run(node, ['--expose-gc', join(workFolder, `programs/${program}.mjs`), baseUrl, ...args.map(String)]));

  const bundles = await measureBundles();
  const imports = measureImports(quick ? 1 : 15);
  const installation = measureInstallation();
  const types = measureTypes(quick ? 1 : 3);
  printFigures(
    'Bundle of a program that creates a user, minified and gzipped; import; type-check',
    ['bytes', 'import ms', 'instantiations', 'check s'],
    [...new Set([...Object.keys(bundles), ...Object.keys(imports)])].map((name) => [
      name,
      bundles[name] ?? '',
      imports[name]?.toFixed(1) ?? '',
      types[name]?.instantiations ?? '',
      types[name]?.checkSeconds ?? '',
    ]),
  );

  const speeds: Record<string, Speed> = {};
  for (const node of [process.execPath, newerNode]) {
    const version = run(node, ['--version']).trim().slice(1);
    const speed = measure(node, 'speed', quick ? 1 : 30);
    speeds[version] = speed;
    printSpeed(speed, version);
    targets.push(...speedTargets(speed, version));
  }

  const memory: Record<string, { idle: number; inFlight: number }> = {};
  const clients = Object.keys(Object.values(speeds).at(-1)?.[1] ?? {});
  for (const name of quick ? clients.slice(0, 1) : clients) memory[name] = measure(newerNode, 'memory', name);
  printFigures(
    'Heap: growth over 10 000 calls, and each of 2 000 calls in flight',
    ['10 000 calls, kB', 'in flight, kB'],
    Object.entries(memory).map(([name, { idle, inFlight }]) => [name, kilobytes(idle), kilobytes(inFlight)]),
  );

  const scaling: Record<string, Scaling> = measure(process.execPath, 'scaling', quick ? 1000 : 100_000);
  for (const [name, figures] of Object.entries(scaling)) printScaling(name, figures);
  server.disconnect();

  targets.push(...footprintTargets(bundles, imports, installation), ...scalingTargets(scaling));
  printTargets(targets);
  console.log(`\n${readmeTable(speeds, bundles)}`);
  const results = { speeds, bundles, imports, installation, types, memory, scaling, targets };
  writeFileSync('bench-results.json', JSON.stringify(results, null, 2));
}
