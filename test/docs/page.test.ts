import { existsSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readShownOperations } from '../../scripts/docs/operations.ts';
import { repositoryUrl } from '../../scripts/docs/repository.ts';
import * as main from '../../src/index.ts';
import * as testing from '../../src/testing.ts';
import * as undici from '../../src/undici.ts';
import { description } from '../support/description.ts';
import { useScripts } from '../support/script.ts';
import { run } from './support/run.ts';
import { siteFolder } from './support/site.ts';
import { measureSlowness } from './support/slowness.ts';

const read = (path: string) => readFileSync(join(siteFolder, path), 'utf8');
const html = read('index.html');
const operations = readShownOperations(description);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const pages = (readdirSync(siteFolder, { recursive: true }) as string[]).filter((file) => file.endsWith('.html'));

/** What a reader without JavaScript sees. */
const text = html
  .slice(html.indexOf('<body'))
  .replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '')
  .replaceAll(/<[^>]*>/g, ' ')
  .replaceAll('&#x27;', "'")
  .replaceAll('&quot;', '"')
  .replaceAll('&amp;', '&');

describe('the built page', () => {
  it('is under 3.2 MB, and under 900 kB when compressed', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(3_200_000);
    expect(gzipSync(html).length).toBeLessThan(900_000);
  });

  it('contains no address to fetch from', () => {
    expect(html.match(/<(script|img|iframe)[^>]+src="(?!data:)[^"]*|<link[^>]+href="(?!data:)[^"]*/g)).toBeNull();
    expect(html.match(/cdn\.redoc\.ly[^"`]*/g)).toBeNull();
  });

  it('offers the description for download, as the package ships it', () => {
    expect(JSON.parse(read('openapi.json'))).toEqual(description);
    // As PyYAML and other parsers of YAML 1.1 read it.
    for (const version of ['1.1', '1.2'] as const)
      expect(parse(read('openapi.yaml'), { version })).toEqual(description);
  });

  it('links to the repository where package.json names one', () => {
    const shown = /<a [^>]*href="([^"]*)"[^>]*>Repository</.exec(html)?.[1];
    expect(shown).toBe(repositoryUrl(manifest));
  });

  it('neither offers nor allows to send requests', () => {
    expect(html).not.toContain('data-try');
    expect(html).not.toContain('connect-src');
  });
});

describe('the page without JavaScript', () => {
  it('says at a glance where and how to call, and what can go wrong', () => {
    const [first] = operations;
    const glance = text.slice(text.lastIndexOf('At a glance'), text.lastIndexOf('About this description'));
    const expected = [
      ...description.servers.map(({ url }: { url: string }) => url),
      'x-api-key',
      first?.method,
      first?.path,
      'curl -X POST',
      '201 Created',
      ...(first?.codes ?? []).flatMap(({ code, title }) => [code, title]),
      ...operations.flatMap(({ title, path = '', call = '' }) => [title, path, call]),
    ];
    expect(expected.filter((word) => word === undefined || !glance.includes(word))).toEqual([]);
  });

  it.each(operations)(
    'has all of $id: fields, responses and codes',
    ({ link, parameters, body, responses, codes, title }) => {
      const plain = new RegExp(`<section id="${link.slice(1)}">([\\s\\S]*?)</section>`).exec(html)?.[1] ?? '';
      const fields = [body, ...responses.map(({ label, content }) => (label.startsWith('2') ? content : undefined))];
      const names = fields.flatMap((content) => Object.keys(content?.schema?.properties ?? {}));
      const expected = [
        title,
        ...names,
        ...parameters.map(({ name }) => name),
        ...responses.map(({ label }) => label),
        ...codes.map(({ code }) => code),
      ];
      expect(expected.filter((word) => !plain.includes(word))).toEqual([]);
    },
  );
});

describe('the site', () => {
  it.each(pages)('%s has a title, a description, the header and metadata for link previews', (file) => {
    const page = read(file);
    expect(page).toMatch(/<title>[^<]{3,}<\/title>/);
    expect(page).toContain('<header class="site">');
    for (const name of ['og:title', 'og:description', 'og:type']) {
      expect(page).toMatch(new RegExp(`<meta property="${name}" content="[^"]{3,}">`));
    }
    expect(page.includes('rel="canonical"')).toBe(manifest.homepage !== undefined);
  });

  it.each(pages)('%s has no broken links', (file) => {
    const own = read(file).replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, '');
    const links = [...own.matchAll(/<a [^>]*?href="([^"#]*)[^"]*"/g)].map(([, address = '']) => address);
    const local = links.filter((address) => address !== '' && !/^\w+:/.test(address) && file !== '404.html');
    const missing = local.filter((address) => !existsSync(join(siteFolder, file, '..', decodeURI(address))));
    expect(missing).toEqual([]);
  });

  it('has a 404 page, and a sitemap if its address is known', () => {
    expect(read('404.html')).toContain('There is no such page');
    expect(existsSync(join(siteFolder, 'sitemap.xml'))).toBe(manifest.homepage !== undefined);
  });

  it('has every operation and guide as Markdown, listed in llms.txt', () => {
    const list = read('llms.txt');
    const links = [...list.matchAll(/\]\(([^)]+)\)/g)].map(([, path = '']) => path);
    expect(links.filter((path) => !existsSync(join(siteFolder, path)))).toEqual([]);
    const all = read('llms-full.txt');
    for (const { id, title, path = '' } of operations) {
      expect(links).toContain(`operations/${id}.md`);
      expect(all).toContain(`# ${title}`);
      expect(all).toContain(path);
    }
    for (const name of readdirSync('docs')) {
      expect(links).toContain(`guides/${name}`);
      expect(all).toContain(readFileSync(`docs/${name}`, 'utf8').trim());
    }
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
  const texts = (folder: string) =>
    readdirSync(join(siteFolder, 'sdk', folder)).map((name) => read(`sdk/${folder}/${name}`));

  it('has every export of every entry point', () => {
    const modules = texts('modules').join();
    const names = [...Object.keys(main), ...Object.keys(testing), ...Object.keys(undici)];
    expect(names.filter((name) => !modules.includes(`>${name}<`))).toEqual([]);
    const entries = ['p100-partner-sdk', 'p100-partner-sdk/testing', 'p100-partner-sdk/undici'];
    expect(entries.filter((entry) => !modules.includes(`<h1>Module ${entry}</h1>`))).toEqual([]);
  });

  it('has the guides under their titles, each with a summary on the first page', () => {
    const titles = readdirSync('docs').map((name) => /^# (.*)$/m.exec(readFileSync(`docs/${name}`, 'utf8'))?.[1]);
    const guides = texts('guides').join();
    const first = read('sdk/index.html').replaceAll(/<a href="guides\/[^>]*>/g, '');
    expect(titles.filter((title) => !guides.includes(`<title>${title} | p100-partner-sdk</title>`))).toEqual([]);
    expect(titles.filter((title) => !first.includes(`${title}</a>: `))).toEqual([]);
  });

  it('shows the fields of a type with their texts', () => {
    const page = read('sdk/interfaces/p100-partner-sdk.CreateUserRequest.html');
    const { properties } = description.components.schemas.CreateUserRequest;
    expect(Object.keys(properties).filter((name) => !page.includes(`id="${name.toLowerCase()}"`))).toEqual([]);
    expect(page).toContain('Your own unique id for the user.');
  });

  it('names types in the pages of resources', () => {
    const page = read('sdk/interfaces/p100-partner-sdk.UsersResource.html');
    for (const name of ['CreateUserRequest', 'CreatedUser', 'Balances']) expect(page).toContain(`.${name}.html"`);
  });
});

describe('npm run docs', () => {
  const start = useScripts();

  // It takes less than 12 s alone. Machines differ, but what grew threefold is seen on any.
  it('takes no longer than it should, and deletes nothing that it did not write', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    const build = () => run('npm', ['run', 'docs', '--', '--out', folder]);
    const before = measureSlowness();
    const begun = performance.now();
    expect((await build()).status).toBe(0);
    expect((performance.now() - begun) / Math.max(before, measureSlowness())).toBeLessThan(36_000);
    writeFileSync(join(folder, 'sdk/notes.txt'), 'mine');
    expect((await build()).status).toBe(0);
    expect(readFileSync(join(folder, 'sdk/notes.txt'), 'utf8')).toBe('mine');
  });

  it('refuses a folder with other files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    writeFileSync(join(folder, 'index.html'), 'mine');
    const { status, stderr } = await run('npm', ['run', 'docs', '--', '--out', folder]);
    expect(status).not.toBe(0);
    expect(stderr).toContain(`${folder} has files that this command did not write`);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toBe('mine');
  });

  it('--serve serves the site with a mock, and rebuilds it after a change', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'));
    const served = start(['scripts/docs.ts', '--serve', '--port', '0', '--out', folder]);
    const [url] = await served.waitFor(/http:\S+/);
    const page = await (await fetch(url)).text();
    expect(/<title>(.*)<\/title>/.exec(page)?.[1]).toBe(description.info.title);
    expect(page).toContain('data-try');
    const mocked = await fetch(`${url}mock/v1/partner/balances`, { headers: { 'x-api-key': 'any' } });
    expect([mocked.status, await mocked.json()]).toMatchObject([200, { fiatBalances: {} }]);
    const now = new Date();
    utimesSync('openapi/description.md', now, now);
    await served.waitFor(/Rebuilt/);
    expect((await fetch(`${url}openapi.yaml`)).status).toBe(200);
    for (const target of ['/..%2f..%2fpackage.json', '/%2fetc%2fpasswd', '/%', '/a%00b', '/absent', '/sdk/absent/']) {
      expect([target, await statusOf(url, target)]).toEqual([target, 404]);
    }
    for (const target of ['//', '//evil.example/', 'http://evil.example/', '*', '/\\evil']) {
      expect([target, await statusOf(url, target)]).toEqual([target, expect.toBeOneOf([400, 404])]);
    }
    const moved = await fetch(`${url}sdk`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/sdk/']);
    expect((await fetch(`${url}sdk/`)).status).toBe(200);
  });
});

/** Sends a request target unchanged. `fetch` would normalise it. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}
