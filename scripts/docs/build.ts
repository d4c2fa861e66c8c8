import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApiPage } from './api-page.ts';
import { buildSdkReference } from './sdk-reference.ts';

/** Builds the whole site into a folder, from the sources as they are now. */
export async function buildDocs(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await Promise.all([buildApiPage(folder), buildSdkReference(join(folder, 'sdk'))]);
}
