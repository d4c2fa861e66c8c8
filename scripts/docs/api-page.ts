import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Schema } from '../description/document.ts';
import { redocly } from '../redocly.ts';
import { insertErrorTable } from './error-table.ts';
import { type Manifest, repositoryUrl } from './repository.ts';

interface PageDescription {
  info: { title: string; summary: string; description: string };
  tags?: unknown[];
  paths: Record<string, Record<string, { tags?: string[] }>>;
  components: { schemas: Record<string, Schema> };
}

/** Builds the API page and the description for download into a folder. The page asks for nothing outside itself. */
export async function buildApiPage(folder: string): Promise<void> {
  const bundle = join(folder, 'openapi.json');
  await redocly('bundle', 'openapi/openapi.yaml', '--output', bundle);
  const description = JSON.parse(await readFile(bundle, 'utf8')) as PageDescription;
  await writeFile(join(folder, 'openapi.yaml'), stringify(description, { aliasDuplicateObjects: false }));
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
  const html = await renderPage(prepareForPage(description, manifest));
  await writeFile(join(folder, 'index.html'), addContentSecurityPolicy(embedLogo(html)));
}

/** The description as the page shows it: with the error table, the links, and no group where there is just one. */
function prepareForPage(description: PageDescription, manifest: Manifest): PageDescription {
  const { info, paths, components, tags = [] } = description;
  info.description = `${links(manifest)}\n\n${insertErrorTable(info.description, components.schemas['ErrorCode'] ?? {})}`;
  Object.values(components.schemas).forEach(nameValueTypes);
  // A group is folded up when the page opens, which would hide the only operation.
  if (tags.length === 1) {
    delete description.tags;
    for (const operation of Object.values(paths).flatMap(Object.values)) delete operation.tags;
  }
  return description;
}

/** The theme shows known values as "any" unless their type is spelt out. */
function nameValueTypes({ anyOf = [] }: Schema): void {
  for (const part of anyOf) if (part.enum?.every((value) => typeof value === 'string')) part.type = 'string';
}

function links(manifest: Manifest): string {
  const repository = repositoryUrl(manifest);
  return [
    '[SDK reference and guides](sdk/index.html)',
    'Download [openapi.yaml](openapi.yaml) or [openapi.json](openapi.json)',
    ...(repository ? [`[Repository](${repository})`] : []),
  ].join(' · ');
}

async function renderPage(description: PageDescription): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'api-page-'));
  try {
    const [source, output] = [join(folder, 'openapi.json'), join(folder, 'index.html')];
    await writeFile(source, JSON.stringify(description));
    const options = {
      title: description.info.title,
      template: 'openapi/page/template.hbs',
      'templateOptions.description': description.info.summary,
      'templateOptions.favicon': dataUri(await readFile('openapi/page/favicon.svg', 'utf8')),
      'templateOptions.script': await readFile('openapi/page/page.js', 'utf8'),
      'templateOptions.style': await readFile('openapi/page/page.css', 'utf8'),
    };
    const flags = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    await redocly('build-docs', source, '--inlineBundle', '--output', output, ...flags);
    return await readFile(output, 'utf8');
  } finally {
    await rm(folder, { recursive: true });
  }
}

const logoAddress = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(-full)?\.svg/g;
const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 56 16" height="16">' +
  '<style>text{fill:#2558b8}@media(prefers-color-scheme:dark){text{fill:#b3d7fc}}</style>' +
  '<text y="12" font-family="sans-serif" font-size="12">Redocly</text></svg>';

/** The theme fetches its maker's logo when the page loads; this one is part of the page. */
function embedLogo(html: string): string {
  if (!logoAddress.test(html)) throw new Error('The theme no longer asks for its logo: see what it asks for now.');
  return html.replaceAll(logoAddress, dataUri(logo));
}

/** Lets exactly the page's own scripts run and nothing be fetched. */
function addContentSecurityPolicy(html: string): string {
  const hashes = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    // The theme writes its rules into the page while it runs.
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    // The search runs in a worker that the page makes itself.
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html.replace('%content-security-policy%', () => policy);
}

const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
