import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { johnDoe } from '../support/description.ts';
import { readFences } from '../support/fences.ts';
import { install } from '../support/packed.ts';

const run = promisify(execFile);
const guide = readFences(readFileSync('docs/jest-and-commonjs.md', 'utf8'));
const versions = ['29.7.0', '30.5.2'];
const tools = ['@babel/preset-env@7.29.14', 'ts-jest@29.4.15', 'typescript@5.9.3', '@types/jest@30.0.0'];

/** The code blocks of the guide that are files of this name. */
const filesNamed = (name: string): string[] => guide.flatMap(({ title, code }) => (title === name ? [code] : []));

const [babelConfig = '', tsConfig = ''] = filesNamed('jest.config.js');
const [babelPreset = ''] = filesNamed('babel.config.js');
const [compilerOptions = ''] = filesNamed('tsconfig.json');

const testFile = `
  import { createP100Client, isP100Error } from 'p100-partner-sdk';
  import { createFakeP100 } from 'p100-partner-sdk/testing';

  test('creates a user once', async () => {
    const fake = createFakeP100();
    const p100 = createP100Client({ apiKey: 'a-key', fetch: fake.fetch });
    const body = ${JSON.stringify(johnDoe())};
    const user = await p100.users.create(body);
    expect(user.userId).toMatch(/./);
    const again = await p100.users.create(body).catch((error) => error);
    expect(isP100Error(again, 'P411')).toBe(true);
  });
`;

const setups: [name: string, files: Record<string, string>, options?: string][] = [
  ['Babel', { 'jest.config.js': babelConfig, 'babel.config.js': babelPreset, 'a.test.js': testFile }],
  ['ts-jest', { 'jest.config.js': tsConfig, 'tsconfig.json': compilerOptions, 'a.test.ts': testFile }],
  [
    'tests that are ES modules',
    { 'jest.config.js': 'module.exports = { transform: {}, testMatch: ["**/*.mjs"] };', 'a.test.mjs': testFile },
    '--experimental-vm-modules',
  ],
];

describe.each(versions)('Jest %s', (version) => {
  const folder = join(dirname(inject('consumer')), `jest-${version}`);

  beforeAll(() => install(folder, `jest@${version}`, ...tools, inject('tarball')));

  // Each setup has a folder of its own below the one that has everything installed.
  it.each(setups)('runs a test with %s, as the guide says', async (name, files, options = '') => {
    const setup = join(folder, name.replaceAll(' ', '-'));
    mkdirSync(setup);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(setup, file), content);
    const { stderr } = await run('npx', ['jest', '--ci'], {
      cwd: setup,
      env: { ...process.env, NODE_OPTIONS: options },
    });
    expect(stderr).toContain('1 passed');
  });
});
