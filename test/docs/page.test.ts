import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { repositoryUrl } from '../../scripts/docs/repository.ts';
import * as main from '../../src/index.ts';
import * as testing from '../../src/testing.ts';
import * as undici from '../../src/undici.ts';
import { description } from '../support/description.ts';
import { run } from './support/run.ts';
import { siteFolder } from './support/site.ts';

const html = readFileSync(`${siteFolder}/index.html`, 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

describe('the built page', () => {
  it('is under 3 MB, and under 1 MB when packed', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(3_000_000);
    expect(gzipSync(html).length).toBeLessThan(1_000_000);
  });

  it('names no address to fetch from', () => {
    expect(html.match(/<(script|img|iframe)[^>]+src="(?!data:)[^"]*|<link[^>]+href="(?!data:)[^"]*/g)).toBeNull();
    expect(html.match(/cdn\.redoc\.ly[^"`]*/g)).toBeNull();
  });

  it('has its description beside it, as the package ships it', () => {
    expect(JSON.parse(readFileSync(`${siteFolder}/openapi.json`, 'utf8'))).toEqual(description);
    expect(parse(readFileSync(`${siteFolder}/openapi.yaml`, 'utf8'))).toEqual(description);
  });

  it('links to the repository where package.json names one', () => {
    const shown = /<a [^>]*href="([^"]*)"[^>]*>Repository</.exec(html)?.[1];
    expect(shown).toBe(repositoryUrl(manifest));
  });
});

describe('the address of the repository', () => {
  it.each([
    [{}, undefined],
    [{ repository: { url: 'git+https://git.example/a/b.git' } }, 'https://git.example/a/b'],
    [{ repository: 'https://git.example/a/b' }, 'https://git.example/a/b'],
    [{ repository: 'a/b', homepage: 'https://b.example' }, 'https://b.example'],
    [{ homepage: 'https://b.example' }, 'https://b.example'],
  ])('of %j is %s', (fields, address) => {
    expect(repositoryUrl(fields)).toBe(address);
  });
});

describe('the SDK reference', () => {
  const pages = (folder: string) =>
    readdirSync(`${siteFolder}/sdk/${folder}`).map((name) =>
      readFileSync(`${siteFolder}/sdk/${folder}/${name}`, 'utf8'),
    );

  it('has every export of every entry point', () => {
    const text = pages('modules').join();
    const names = [...Object.keys(main), ...Object.keys(testing), ...Object.keys(undici)];
    expect(names.filter((name) => !text.includes(`>${name}<`))).toEqual([]);
    expect(text.includes('<a href="../../index.html">API page</a>')).toBe(true);
    const entries = ['p100-partner-sdk', 'p100-partner-sdk/testing', 'p100-partner-sdk/undici'];
    expect(entries.filter((entry) => !text.includes(`<h1>Module ${entry}</h1>`))).toEqual([]);
  });

  it('has the guides under their titles', () => {
    const titles = readdirSync('docs').map((name) => /^# (.*)$/m.exec(readFileSync(`docs/${name}`, 'utf8'))?.[1]);
    const text = pages('documents').join();
    expect(titles.filter((title) => !text.includes(`<title>${title} | p100-partner-sdk</title>`))).toEqual([]);
  });
});

describe('npm run docs', () => {
  // On a quiet machine it takes less than 5 s. A busy one takes longer, but what grew threefold is seen on any.
  it('takes no longer than it should', async () => {
    const begun = performance.now();
    const { status } = await run('npm', ['run', 'docs', '--', '--out', '.cache/docs']);
    expect(status).toBe(0);
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  it('--serve shows the site, and builds it again after a change', async () => {
    const args = ['--import', 'tsx', 'scripts/docs.ts', '--serve', '--port', '0', '--out', '.cache/served-docs'];
    const served = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void served.kill());
    const lines = createInterface(served.stdout)[Symbol.asyncIterator]();
    const lineWith = async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`The server ended without saying ${pattern}.`);
        const found = pattern.exec(value)?.[0];
        if (found) return found;
      }
    };
    const url = await lineWith(/http:\S+/);
    const page = await (await fetch(url)).text();
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe(description.info.title);
    const now = new Date();
    utimesSync('openapi/description.md', now, now);
    await lineWith(/Built again/);
    expect((await fetch(`${url}openapi.yaml`)).status).toBe(200);
    for (const path of ['..%2f..%2fpackage.json', '%2fetc%2fpasswd', '%', 'absent']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });
});
