// The parts that all pages of the site share, and the files besides the pages.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Manifest, repositoryUrl } from './repository.ts';

export const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest & { version: string };

const asset = (name: string) => readFileSync(`openapi/page/${name}`, 'utf8').trim();
export const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
export const favicon = dataUri(asset('favicon.svg'));

/** The header of a page. `up` is the relative path from the page to the root of the site. */
export function siteHeader(up: string): string {
  const repository = repositoryUrl(manifest);
  // The words in a span are left out on phones.
  const links = [
    ['<span>HTTP </span>API', `${up}index.html`],
    ['<span>TypeScript </span>SDK', `${up}sdk/index.html`],
    ['Guides', `${up}sdk/guides/quick-start.html`],
    ['Coverage', `${up}sdk/guides/coverage.html`],
    ['<span>SDK </span>Reference', `${up}sdk/modules.html`],
    ...(repository ? [['Repository', repository]] : []),
  ];
  const items = links.map(([name, address]) => `<a href="${address}">${name}</a>`).join('');
  return (
    `<a class="skip" href="#content">Skip to the content</a>` +
    `<header class="site"><a class="name" href="${up}index.html">P100 Partner API</a><nav aria-label="Site">${items}</nav></header>`
  );
}

/** The published address of a file of the site; undefined if the address of the site is not known. */
const addressOf = (path: string): string | undefined =>
  manifest.homepage && new URL(path, `${manifest.homepage.replace(/\/$/, '')}/`).href;

/** The style, the script and the metadata of every page. */
export function siteHead({ title, description, path }: { title: string; description: string; path: string }): string {
  const properties = Object.entries({
    'og:type': 'website',
    'og:site_name': 'P100 Partner API',
    'og:title': title,
    'og:description': description,
  });
  const address = addressOf(path);
  return [
    ...properties.map(([name, content]) => `<meta property="${name}" content="${escapeHtml(content)}">`),
    ...(address ? [`<link rel="canonical" href="${address}">`, `<meta property="og:url" content="${address}">`] : []),
    `<style>${asset('site.css')}</style>`,
    `<script>${asset('site.js')}</script>`,
  ].join('\n');
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Makes wide elements scroll on their own, and reachable by keyboard. */
export const scrollInside = (html: string): string =>
  html
    .replaceAll('<table>', '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');

/** Writes the 404 page and, if the address of the site is known, the sitemap. */
export async function writeSiteFiles(folder: string, pages: readonly string[]): Promise<void> {
  const home = addressOf('');
  const base = home ? new URL(home).pathname : '/';
  await writeFile(
    join(folder, '404.html'),
    asset('404.html')
      .replaceAll('%base%', base)
      .replace('%head%', siteHead({ title: 'Page not found', description: 'There is no such page.', path: '404.html' }))
      .replace('%header%', siteHeader(base)),
  );
  if (!home) return;
  const entries = pages.map((page) => `<url><loc>${addressOf(page)}</loc></url>`);
  await writeFile(
    join(folder, 'sitemap.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</urlset>\n`,
  );
  await writeFile(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${addressOf('sitemap.xml')}\n`);
}
