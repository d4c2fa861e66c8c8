import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPI3 } from 'openapi-typescript';
import { redocly } from '../redocly.ts';
import { type Description, readOperations, readServers } from './description.ts';
import { printFixtures } from './print-fixtures.ts';
import { printOperations } from './print-operations.ts';
import { printSchemas } from './print-schemas.ts';
import { printTypes } from './print-types.ts';

export interface GenerateOptions {
  /** Path of the root file of the description. */
  description: string;
  /** Folder to write to. */
  out: string;
  /** Whether to write; otherwise only compare. */
  write: boolean;
}

/** Generates everything that `src/` takes from the description and answers the files that were not current. */
export async function generate({ description, out, write }: GenerateOptions): Promise<string[]> {
  const root = await bundleDescription(description);
  const operations = readOperations(root);
  const files = {
    'openapi.json': `${JSON.stringify(root, null, 2)}\n`,
    'types.ts': await printTypes(root as unknown as OpenAPI3),
    'schemas.ts': printSchemas(root),
    'operations.ts': printOperations(operations, readServers(root)),
    'fixtures.ts': printFixtures(operations),
  };
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

async function bundleDescription(path: string): Promise<Description> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const target = join(folder, 'openapi.json');
    // Bundling alone lets through what is no description at all.
    await redocly('lint', path);
    await redocly('bundle', path, '--output', target);
    return JSON.parse(await readFile(target, 'utf8')) as Description;
  } finally {
    await rm(folder, { recursive: true });
  }
}
