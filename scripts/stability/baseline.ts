import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What the current state is held against: a description and a folder of type tests. */
export interface Baseline {
  /** What it is, for a message. */
  readonly name: string;
  readonly description: string;
  readonly typeTests: string;
}

const description = 'src/generated/openapi.json';
const typeTests = 'test/types';

const at = (name: string, folder: string): Baseline => ({
  name,
  description: join(folder, 'openapi.json'),
  typeTests: join(folder, 'types'),
});

/** The baseline that counts until there is a release. */
export const committed = at('the committed baseline', '.api/baseline');

const git = (...args: string[]) =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] });

/** The tag of the last release before this commit, if there is one. */
export function lastRelease(): string | undefined {
  try {
    return git('tag', '--merged', 'HEAD', '--no-contains', 'HEAD', '--list', 'v*', '--sort=-v:refname')
      .split('\n')
      .find((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  } catch {
    // Not a clone: an unpacked archive has no history.
    return undefined;
  }
}

/** Takes a release out of the history. */
export function checkOut(tag: string): Baseline {
  const release = at(`release ${tag}`, join('.cache/releases', tag));
  const files = git('ls-tree', '--name-only', tag, `${typeTests}/`)
    .split('\n')
    .filter((file) => file.endsWith('.test-d.ts'));
  write(release, [description, ...files], (file) =>
    writeFileSync(target(release, file), git('show', `${tag}:${file}`)),
  );
  return release;
}

/** Makes the current state the committed baseline. */
export function updateCommitted(): void {
  const files = readdirSync(typeTests).filter((file) => file.endsWith('.test-d.ts'));
  const sources = [description, ...files.map((file) => join(typeTests, file))];
  write(committed, sources, (file) => copyFileSync(file, target(committed, file)));
}

const target = (baseline: Baseline, file: string) =>
  file === description ? baseline.description : join(baseline.typeTests, basename(file));

function write(baseline: Baseline, files: string[], take: (file: string) => void): void {
  rmSync(baseline.typeTests, { recursive: true, force: true });
  mkdirSync(baseline.typeTests, { recursive: true });
  for (const file of files) take(file);
}
