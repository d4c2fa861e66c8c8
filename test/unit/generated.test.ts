import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { printFiles } from '../../scripts/generator/generate.ts';

const folder = 'src/generated';
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

it('what is committed in src/generated/ is what the generator prints', async () => {
  const printed = await printFiles(JSON.parse(read('openapi.json')));
  expect(Object.keys(printed).sort()).toEqual(readdirSync(folder).sort());
  for (const [name, text] of Object.entries(printed)) expect(text, name).toBe(read(name));
});
