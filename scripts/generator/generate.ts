import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleDescription } from '../description/bundle.ts';
import type { Document } from '../description/document.ts';
import { printErrorClasses } from './print/error-classes.ts';
import { printFixtures } from './print/fixtures.ts';
import { printOperations } from './print/operations.ts';
import { printResources } from './print/resources.ts';
import { printSchemas } from './print/schemas.ts';
import { printTypes } from './print/types.ts';
import { printWebhooks } from './print/webhooks.ts';
import { readModel } from './read/model.ts';
import { banner } from './text.ts';

export interface GenerateOptions {
  /** Path of the root file of the description. */
  description: string;
  /** Folder to write to. */
  out: string;
  /** Whether to write; otherwise only compare. */
  write: boolean;
}

/** Generates everything in `src/` that comes from the description. Returns the files that were out of date. */
export async function generate({ description, out, write }: GenerateOptions): Promise<string[]> {
  const files = await printFiles(await bundleDescription(description));
  const stale: string[] = [];
  await mkdir(out, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(out, name);
    if ((await readFile(path, 'utf8').catch(() => undefined)) === text) continue;
    stale.push(path);
    if (write) await writeFile(path, text);
  }
  return stale;
}

/** The contents of all generated files, by name. */
export async function printFiles(root: Document): Promise<Record<string, string>> {
  const model = readModel(root);
  return {
    'openapi.json': `${JSON.stringify(root, null, 2)}\n`,
    'types.ts': spellOutSource(await printTypes(root, model)),
    'schemas.ts': printSchemas(model),
    'operations.ts': printOperations(model),
    'resources.ts': spellOutSource(printResources(model)),
    'error-classes.ts': printErrorClasses(model),
    'webhooks.ts': printWebhooks(model),
    'fixtures.ts': printFixtures(model),
    'version.ts': await printVersion(),
  };
}

/** Only the API page explains the labels of sources, so comments in the code spell them out. */
const spellOutSource = (text: string): string => text.replaceAll('(docs)', "(source: P100's docs)");

/** The version that the client names in its `user-agent`. Not every runtime can read package.json. */
async function printVersion(): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  return `${banner}/** Version of this package. */\nexport const version = '${version}';\n`;
}
