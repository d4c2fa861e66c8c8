import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { componentProblems, lockfileProblems, manifestProblems } from '../../scripts/supply-chain/rules.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const openapiFetch = packages['node_modules/openapi-fetch'];

const withManifest = (changes: object) => manifestProblems({ ...manifest, ...changes });
const withLocked = (locked: object) => lockfileProblems({ ...packages, 'node_modules/openapi-fetch': locked });

it('finds no problem in this package', () => {
  expect([...manifestProblems(manifest), ...lockfileProblems(packages)]).toEqual([]);
});

it('refuses another run-time dependency', () => {
  const problems = withManifest({ dependencies: { ...manifest.dependencies, zod: '4.0.0' } });
  expect(problems).toEqual(['The run-time dependencies must be openapi-fetch, but are openapi-fetch, zod.']);
});

it.each(['^0.17.0', '~0.17.0', '*', 'latest', '>=0.17.0', '0.17'])('refuses the version %s', (version) => {
  const problems = withManifest({ dependencies: { 'openapi-fetch': version } });
  expect(problems).toEqual([`openapi-fetch@${version} must be an exact version.`]);
});

it('refuses a loose version of a development dependency', () => {
  const problems = withManifest({ devDependencies: { ...manifest.devDependencies, vitest: '^4.0.0' } });
  expect(problems).toEqual(['vitest@^4.0.0 must be an exact version.']);
});

it('refuses a peer dependency that users must install', () => {
  const problems = withManifest({ peerDependencies: { undici: '^7.0.0' }, peerDependenciesMeta: {} });
  expect(problems).toEqual(['The peer dependency undici must be optional.']);
});

it.each(['preinstall', 'install', 'postinstall', 'prepare'])('refuses a %s script', (name) => {
  expect(withManifest({ scripts: { [name]: 'node x.js' } })).toEqual([`The package must not have the script ${name}.`]);
});

it('refuses an install script, a licence that is not an accepted one, and a missing one', () => {
  const component = { name: 'openapi-fetch', version: '0.17.0', licenses: [{ license: { id: 'MIT' } }] };
  expect(componentProblems([component], packages)).toEqual([]);
  const locked = { 'node_modules/openapi-fetch': { ...openapiFetch, hasInstallScript: true } };
  expect(componentProblems([component], locked)).toEqual([
    'openapi-fetch runs a script on install, which is not allowed.',
  ]);
  expect(componentProblems([{ ...component, licenses: [{ license: { id: 'AGPL-3.0' } }] }], packages)).toEqual([
    'openapi-fetch has the licence AGPL-3.0, which is not an accepted one.',
  ]);
  expect(componentProblems([{ ...component, licenses: [] }], packages)).toEqual([
    'openapi-fetch has the licence (none), which is not an accepted one.',
  ]);
});

it('refuses an address and a missing checksum in the lockfile', () => {
  const { integrity: _, ...unchecked } = openapiFetch;
  expect(withLocked({ ...openapiFetch, resolved: 'https://example.com/x.tgz' })).toEqual([
    'node_modules/openapi-fetch must not have a resolved address in package-lock.json.',
  ]);
  expect(withLocked(unchecked)).toEqual(['node_modules/openapi-fetch has no integrity in package-lock.json.']);
});
