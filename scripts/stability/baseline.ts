import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What the current state is compared with: a description and a folder of type tests. */
export interface Baseline {
  /** Its name in messages. */
  readonly name: string;
  readonly description: string;
  readonly typeTests: string;
}

export const description = 'src/generated/openapi.json';
const typeTests = 'test/types';

/** The baseline before the first release. */
export const committed: Baseline = {
  name: 'the committed baseline',
  description: '.api/baseline/openapi.json',
  typeTests: '.api/baseline/types',
};

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The tag of the last release before this commit, if there is one. */
export function lastRelease(): string | undefined {
  try {
    return git('tag', '--merged', 'HEAD', '--no-contains', 'HEAD', '--list', 'v*', '--sort=-v:refname')
      .split('\n')
      .find((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
  } catch {
    // Not a git repository, such as an unpacked archive.
    return undefined;
  }
}

/** Extracts a release from the history. */
export function checkOut(tag: string): Baseline {
  const folder = join('.cache/releases', tag);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = join(folder, 'release.tar');
  git('archive', '--output', archive, tag, description, typeTests);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  return { name: `release ${tag}`, description: join(folder, description), typeTests: join(folder, typeTests) };
}

/** Makes the current state the committed baseline. */
export function updateCommitted(): void {
  rmSync(committed.typeTests, { recursive: true, force: true });
  cpSync(typeTests, committed.typeTests, { recursive: true, filter: (file) => !/\.test\.ts$|\.json$/.test(file) });
  copyFileSync(description, committed.description);
}
