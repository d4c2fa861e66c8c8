import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { repositoryUrl } from '../../scripts/docs/repository.ts';
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
    expect(html).not.toMatch(/<(script|img|iframe)[^>]+src="(?!data:)/);
    expect(html).not.toMatch(/<link[^>]+href="(?!data:)/);
    expect(html).not.toContain('cdn.redoc.ly');
  });

  it('has its description beside it, as the package ships it', () => {
    expect(JSON.parse(readFileSync(`${siteFolder}/openapi.json`, 'utf8'))).toEqual(description);
    expect(readFileSync(`${siteFolder}/openapi.yaml`, 'utf8')).toMatch(/^openapi: 3\.1\.0\n/);
  });

  it('links to the repository where package.json names one', () => {
    const address = repositoryUrl(manifest);
    if (address) expect(html).toContain(`href="${address}"`);
    else expect(html).not.toContain('>Repository</a>');
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

describe('npm run docs', () => {
  it('takes less than 5 s', async () => {
    const seconds: number[] = [];
    // The best of three: other work on the machine only ever adds time.
    while (seconds.length < 3 && !seconds.some((time) => time < 5)) {
      const begun = performance.now();
      const { status, stderr } = await run('npm', ['run', 'docs', '--', '--out', '.cache/docs']);
      expect({ status, stderr: stderr.replace(/^npm warn .*\n/gm, '') }).toEqual({ status: 0, stderr: '' });
      seconds.push((performance.now() - begun) / 1000);
    }
    expect(Math.min(...seconds)).toBeLessThan(5);
  });
});
