import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of a version that a breaking change raises: the major, or the minor below 1.0. */
const breakingPart = (version: string) => /^(0\.\d+|\d+)/.exec(version)?.[0];

/**
 * Whether the next release may break users of a released version: the package already has a higher version, or a
 * changeset announces one.
 */
export function mayBreak(released: string, version: string, changesets = '.changeset'): boolean {
  if (breakingPart(version) !== breakingPart(released)) return true;
  const kind = version.startsWith('0.') ? '(major|minor)' : 'major';
  const announcement = new RegExp(`^['"]?p100-partner-sdk['"]?: ${kind}$`, 'm');
  const files = readdirSync(changesets).filter((file) => file.endsWith('.md') && file !== 'README.md');
  return files.some((file) => announcement.test(readFileSync(join(changesets, file), 'utf8')));
}
