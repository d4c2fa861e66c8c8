import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked } from 'marked';
import type { Document } from '../description/document.ts';
import { redocly } from '../redocly.ts';
import { prepareForPage } from './for-page.ts';
import { printOperation } from './markdown.ts';
import { readShownOperations, type ShownOperation } from './operations.ts';
import { exampleRequest } from './samples.ts';
import { dataUri, escapeHtml, favicon, scrollInside, siteHead, siteHeader } from './site.ts';
import { removeUnusedVariables } from './variables.ts';

const asset = (name: string) => readFile(`openapi/page/${name}`, 'utf8');

/** Builds the API page. It loads nothing else; with `tryIt`, it calls the mock on the same server. */
export async function buildApiPage(bundle: Document, output: string, tryIt: boolean): Promise<void> {
  const html = await renderPage(prepareForPage(bundle, tryIt), [
    `--templateOptions.head=${siteHead({ title: bundle.info.title, description: bundle.info.summary ?? '', path: '' })}`,
    `--templateOptions.header=${siteHeader('')}`,
    `--templateOptions.description=${bundle.info.summary ?? ''}`,
    `--templateOptions.favicon=${favicon}`,
    `--templateOptions.style=${await asset('page.css')}`,
    `--templateOptions.script=${await asset('page.js')}`,
    `--templateOptions.tryIt=${tryIt ? tryItScript(bundle, await asset('try.js')) : ''}`,
  ]);
  const page = removeUnusedVariables(nameSections(linkWithHashes(embedLogo(html))))
    .replace('%all-operations%', () => printAllOperations(bundle))
    .replace('%content-security-policy%', (_, __, text) => contentSecurityPolicy(text, tryIt));
  await writeFile(output, page);
}

async function renderPage(description: Document, flags: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'api-page-'));
  try {
    const [source, output] = [join(folder, 'openapi.json'), join(folder, 'index.html')];
    await writeFile(source, JSON.stringify(description));
    const page = ['--inlineBundle', '--output', output, '--title', description.info.title];
    await redocly('build-docs', source, ...page, '--template', 'openapi/page/template.hbs', ...flags);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Every operation as plain HTML, for readers without JavaScript, for print, and for search in the page. */
function printAllOperations(bundle: Document): string {
  const operations = readShownOperations(bundle);
  const groups = [...new Set(operations.map(({ groupLink }) => groupLink))].map((link) => {
    const sections = operations.filter(({ groupLink }) => groupLink === link);
    return `<div id="${link.slice(1)}">${sections.map((operation) => printSection(bundle, operation)).join('\n')}</div>`;
  });
  return scrollInside(groups.join('\n'));
}

function printSection(bundle: Document, operation: ShownOperation): string {
  const html = marked.parse(printOperation(bundle, operation), { async: false });
  const heading = `<h2>${escapeHtml(operation.title)}</h2>\n<p class="group">${escapeHtml(operation.group)}</p>`;
  return `<section id="${operation.link.slice(1)}">${heading}\n${html}</section>`;
}

/** Replaces links to paths by hashes, which work in any folder, from a file and without JavaScript. */
const linkWithHashes = (html: string): string => html.replaceAll(/(<a [^>]*href=")(\/[^"]*")/g, '$1#$2');

/** Gives the sections in the HTML the ids that links refer to. */
const nameSections = (html: string): string =>
  html.replaceAll(/<div data-section-id="(\/section\/[^"]*)"/g, '<div id="$1" data-section-id="$1"');

const logoAddress = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 16" height="16">' +
  '<style>text{fill:#2558b8}@media(prefers-color-scheme:dark){text{fill:#b3d7fc}}</style>' +
  '<text y="12" font-family="sans-serif" font-size="12">Redocly</text></svg>';

/** Replaces the theme's logo, which it would fetch when the page loads, by one that is part of the page. */
function embedLogo(html: string): string {
  if (!logoAddress.test(html))
    throw new Error(
      'The theme no longer loads its logo from this address. Find what it loads now, and adapt logoAddress.',
    );
  return html.replaceAll(logoAddress, dataUri(logo));
}

/** Makes the page send the example requests to the mock of `npm run docs -- --serve`. */
function tryItScript(bundle: Document, script: string): string {
  const operations = readShownOperations(bundle).filter(({ webhook }) => !webhook);
  const requests = Object.fromEntries(
    operations.map((operation) => [operation.id, exampleRequest(bundle, operation, 'any-key')]),
  );
  return `const requests = ${JSON.stringify(requests).replaceAll('<', '\\u003c')};\n${script}`;
}

/** Allows only the page's own scripts to run, and nothing to be fetched. */
function contentSecurityPolicy(html: string, tryIt: boolean): string {
  const hashes = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    // The theme adds styles at run time.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    // The search runs in a worker that the page creates.
    'worker-src blob:',
    ...(tryIt ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return policy.join('; ');
}
