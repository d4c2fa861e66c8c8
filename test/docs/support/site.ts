import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll } from 'vitest';
import { serveFolder } from '../../../scripts/docs/serve.ts';

/** The built site. */
export const siteFolder = resolve('dist/docs');
if (!existsSync(siteFolder)) throw new Error('There is no site in dist/docs: run `npm run docs` first.');

/** The API page as a file. */
export const pageFile = pathToFileURL(`${siteFolder}/index.html`).href;

/** Serves the site under a sub-path during the tests of a file. Returns a function that returns its address. */
export function useSite(path = '/some/sub/path/'): () => string {
  let site: Awaited<ReturnType<typeof serveFolder>>;
  beforeAll(async () => {
    site = await serveFolder(siteFolder, { path });
  });
  afterAll(() => site.close());
  return () => site.url;
}
