import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redocly } from '../redocly.ts';
import type { Document } from './document.ts';

/** Bundles a description of many files into one document. Fails if it is invalid. */
export async function bundleDescription(path: string): Promise<Document> {
  const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const target = join(folder, 'openapi.json');
    // Bundling alone accepts invalid descriptions.
    await Promise.all([redocly('lint', path), redocly('bundle', path, '--output', target)]);
    return JSON.parse(await readFile(target, 'utf8')) as Document;
  } finally {
    await rm(folder, { recursive: true });
  }
}
