import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { installTools } from '../support/packed.ts';

const installed = join(inject('consumer'), 'node_modules/p100-partner-sdk');
const files = readdirSync(installed, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1))
  .sort();
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const modules = sources.filter((name) => !name.endsWith('.d.ts')).map((name) => name.slice(0, -'.ts'.length));

describe('the packed tarball', () => {
  it('contains the build, the sources, the description, the guides and the usual texts, and nothing else', () => {
    const compiled = ['.js', '.d.ts', '.d.ts.map'];
    const expected = [
      ...['package.json', 'README.md', 'LICENSE'].filter((name) => existsSync(name)),
      ...['dist/openapi.json', 'dist/openapi.yaml', 'dist/openapi.yaml.d.ts'],
      ...readdirSync('docs').map((name) => `docs/${name}`),
      ...sources.map((name) => `src/${name}`),
      ...modules.flatMap((name) => compiled.map((ending) => `dist/${name}${ending}`)),
    ];
    expect(files).toEqual(expected.sort());
  });

  it('contains the target of every link in its texts', () => {
    for (const text of files.filter((name) => name.endsWith('.md'))) {
      for (const [, target = ''] of readFileSync(join(installed, text), 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)) {
        expect(files, `${text} links to ${target}`).toContain(join(dirname(text), target));
      }
    }
  });

  it('contains the TypeScript source of every source map', () => {
    const maps = files.filter((name) => name.endsWith('.map'));
    expect(maps.length).toBe(modules.length);
    for (const map of maps) {
      const { sources } = JSON.parse(readFileSync(join(installed, map), 'utf8'));
      const leadsTo = sources.map((source: string) => resolve(installed, dirname(map), source));
      expect(leadsTo.map((path: string) => existsSync(path) && path.endsWith('.ts'))).toEqual([true]);
    }
  });

  it('has the promised exports, and a file for each', () => {
    const find = createRequire(join(inject('consumer'), 'index.js')).resolve;
    const entries = Object.keys(manifest.exports);
    const promised = ['.', './testing', './undici', './webhooks', './openapi.json', './openapi.yaml'];
    expect(entries).toEqual([...promised, './package.json']);
    for (const entry of entries) expect(existsSync(find(join('p100-partner-sdk', entry)))).toBe(true);
  });

  it('has no side effects and no scripts that run on install', () => {
    expect(manifest.sideEffects).toBe(false);
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      expect(manifest.scripts).not.toHaveProperty(script);
    }
  });

  it('satisfies publint', () => {
    expect(() => execFileSync('node_modules/.bin/publint', ['run', inject('tarball'), '--strict'])).not.toThrow();
  });

  it('satisfies Are The Types Wrong', async () => {
    const tools = await installTools('tarball', { attw: '@arethetypeswrong/cli@0.18.5' });
    const args = [join(tools, 'attw/dist/index.js'), inject('tarball'), '--profile', 'esm-only'];
    expect(() => execFileSync(process.execPath, args)).not.toThrow();
  });
});
