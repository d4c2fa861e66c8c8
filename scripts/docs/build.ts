import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '../description/document.ts';
import { toYaml } from '../description/yaml.ts';
import { redocly } from '../redocly.ts';
import { buildApiPage } from './api-page.ts';
import { writeMarkdown } from './machines.ts';
import { writeSiteFiles } from './site.ts';

/** Lists the files of a built site, so that no other file in its folder is deleted or overwritten. */
const listFile = '.site-files';

interface Options {
  /** Lets the page send the example requests to the mock on the same server. */
  readonly tryIt?: boolean;
  readonly source?: string;
}

/** Builds the whole site into a folder, from the sources as they are now. */
export async function buildDocs(folder: string, options: Options = {}): Promise<void> {
  const before = await readList(folder);
  const site = await mkdtemp(join(tmpdir(), 'site-'));
  try {
    // The bundle is first, because TypeDoc blocks this process once it works. Meanwhile TypeDoc is loaded.
    const [bundle, { buildSdkReference }] = await Promise.all([
      writeBundle(site, options),
      import('./sdk-reference.ts'),
    ]);
    // Wait for both halves even if one fails, because the folder is deleted afterwards.
    const halves = await Promise.allSettled([buildApi(bundle, site, options), buildSdkReference(join(site, 'sdk'))]);
    for (const half of halves) if (half.status === 'rejected') throw half.reason;
    await writeSiteFiles(site, await listPages(site));
    const files = await listFiles(site);
    await cp(site, folder, { recursive: true });
    for (const stale of before.filter((file) => !files.includes(file))) await rm(join(folder, stale), { force: true });
    await writeFile(join(folder, listFile), `${files.join('\n')}\n`);
  } finally {
    await rm(site, { recursive: true });
  }
}

/** Writes the description for download. */
async function writeBundle(folder: string, { source = 'openapi/openapi.yaml' }: Options): Promise<Document> {
  const file = join(folder, 'openapi.json');
  await redocly('bundle', source, '--output', file);
  return JSON.parse(await readFile(file, 'utf8')) as Document;
}

/** Writes everything that is made from the description. */
async function buildApi(bundle: Document, folder: string, { tryIt = false }: Options): Promise<void> {
  await writeFile(join(folder, 'openapi.yaml'), toYaml(bundle));
  await writeMarkdown(bundle, folder);
  await buildApiPage(bundle, join(folder, 'index.html'), tryIt);
}

/** The files that an earlier build wrote into a folder; refuses a folder that has others but no list. */
async function readList(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  if (names.length === 0) return [];
  if (names.includes(listFile)) return (await readFile(join(folder, listFile), 'utf8')).trim().split('\n');
  throw new Error(`${folder} has files that this command did not write: pass a new or an empty folder with --out.`);
}

const listFiles = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** Relative addresses of the pages. `index.html` becomes the address of the folder. */
const listPages = async (folder: string): Promise<string[]> =>
  (await listFiles(folder)).filter((file) => file.endsWith('.html')).map((file) => (file === 'index.html' ? '' : file));
