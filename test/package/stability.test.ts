import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compareDescriptions, compileTypeTests } from '../../scripts/stability/gates.ts';
import { mayBreak } from '../../scripts/stability/version.ts';

mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/stability-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const current = 'src/generated/openapi.json';

/** A copy of the description after a change. */
function changed(change: (description: ReturnType<typeof JSON.parse>) => void): string {
  const description = JSON.parse(readFileSync(current, 'utf8'));
  change(description);
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(description));
  return file;
}

describe('the comparison of descriptions', () => {
  it('accepts no change', async () => {
    expect(await compareDescriptions(current, current)).toBeUndefined();
  });

  it('accepts a new optional field', async () => {
    const revision = changed(({ components }) => {
      components.schemas.CreatedUser.properties.note = { type: 'string', description: 'A note.' };
    });
    expect(await compareDescriptions(current, revision)).toBeUndefined();
  });

  it('refuses a new required field of a request', async () => {
    const revision = changed(({ components }) => {
      components.schemas.CreateUserRequest.properties.note = { type: 'string', description: 'A note.' };
      components.schemas.CreateUserRequest.required.push('note');
    });
    expect(await compareDescriptions(current, revision)).toContain('note');
  });

  it('refuses to remove a field of a response, unless the version is raised', async () => {
    const remove = ({ components }: ReturnType<typeof JSON.parse>) => {
      delete components.schemas.CreatedUser.properties.balances;
    };
    expect(await compareDescriptions(current, changed(remove))).toContain('balances');
    const raised = changed((description) => {
      remove(description);
      description.info.version = '1.0.0';
    });
    expect(await compareDescriptions(current, raised)).toBeUndefined();
  });
});

describe('the type tests of the last release', () => {
  it('compile against the current sources', () => {
    expect(compileTypeTests('test/types')).toBeUndefined();
  });

  it('do not compile if an export is gone', () => {
    const sources = join(folder, 'src');
    cpSync('src', sources, { recursive: true });
    const index = readFileSync(join(sources, 'index.ts'), 'utf8');
    writeFileSync(join(sources, 'index.ts'), index.replace('  UserExistsError,\n', ''));
    expect(compileTypeTests('test/types', sources)).toContain('UserExistsError');
  });
});

describe('a release may break users', () => {
  const changesets = join(folder, 'changesets');
  const announce = (kind: string) => {
    mkdirSync(changesets, { recursive: true });
    writeFileSync(join(changesets, 'a-change.md'), `---\n'p100-partner-sdk': ${kind}\n---\n\nA change.\n`);
  };

  it.each([
    ['0.1.0', '0.1.1', 'patch', false],
    ['0.1.0', '0.1.0', 'minor', true],
    ['0.1.0', '0.2.0', 'patch', true],
    ['1.2.3', '1.3.0', 'minor', false],
    ['1.2.3', '1.2.3', 'major', true],
    ['1.2.3', '2.0.0', 'patch', true],
  ])('of %s with %s and a changeset that is %s: %s', (released, version, kind, expected) => {
    announce(kind);
    expect(mayBreak(released, version, changesets)).toBe(expected);
  });
});
