import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './figures.ts';
import { run, workFolder } from './prepare.ts';
import { bodySource, programs } from './programs.ts';

/** What the compiler says of a small program. */
export interface TypeFigures {
  readonly instantiations: number;
  readonly checkSeconds: number;
}

const compilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: [],
};

/** Type-checks the program of each peer. */
export function measureTypes(rounds: number): Record<string, TypeFigures> {
  return Object.fromEntries(Object.entries(programs).map(([name, source]) => [name, check(name, source, rounds)]));
}

function check(name: string, source: string, rounds: number): TypeFigures {
  // Beside the peers, where its imports are found.
  const base = name.replace(/\W+/g, '-');
  writeFileSync(join(workFolder, `${base}.ts`), `${bodySource}${source}\nexport {};\n`);
  writeFileSync(join(workFolder, `${base}.json`), JSON.stringify({ compilerOptions, files: [`${base}.ts`] }));
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  const printed = Array.from({ length: rounds }, () =>
    run(process.execPath, [tsc, '--extendedDiagnostics', '-p', `${base}.json`], workFolder),
  );
  const read = (label: string) =>
    median(printed.map((text) => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(text)?.[1])));
  return { instantiations: read('Instantiations'), checkSeconds: read('Check time') };
}
