import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../scripts/generator/generate.ts';
import { type RunningServer, startPrismMock } from '../../scripts/prism.ts';
import { recordViolations } from '../support/prism.ts';

/** What the description of the made-up operation makes of the client. */
interface ClientWithNotes {
  readonly notes: {
    list(parameters: { userId: string; limit?: number }): Promise<string[]>;
  };
}

// Inside the project, so that the copy finds its dependencies.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/second-operation-'));
const generated = join(folder, 'src/generated');
let prism: RunningServer;

beforeAll(async () => {
  cpSync('src', join(folder, 'src'), { recursive: true });
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
  cpSync('openapi', join(folder, 'openapi'), { recursive: true });
  copyFileSync('test/fixtures/second-operation.yaml', join(folder, 'openapi/paths/v1_user_userId_notes.yaml'));
  const root = join(folder, 'openapi/openapi.yaml');
  insertPath(root, '  /v1/user/{userId}/notes:\n    $ref: paths/v1_user_userId_notes.yaml\n');
  await generate({ description: root, out: generated, write: true });
  prism = await startPrismMock({ description: join(generated, 'openapi.json') });
}, 30_000);

afterAll(async () => {
  await prism.close();
  rmSync(folder, { recursive: true });
});

async function connect(fetch?: typeof globalThis.fetch): Promise<ClientWithNotes> {
  const { createP100Client } = await import(join(folder, 'src/index.ts'));
  return createP100Client({ apiKey: 'a-key', baseUrl: prism.url, ...(fetch && { fetch }) });
}

it('is called by its resource and method, with its parameters', async () => {
  const urls: unknown[] = [];
  const { fetch, violations } = recordViolations();
  const p100 = await connect((url, init) => {
    urls.push(url);
    return fetch(url, init);
  });
  expect(await p100.notes.list({ userId: 'a/b?c', limit: 2 })).toEqual(['first', 'second']);
  expect(urls).toEqual([`${prism.url}/v1/user/a%2Fb%3Fc/notes?limit=2`]);
  expect(violations).toEqual([]);
});

it.each(['', '.', '..', undefined, null, {}, ['..']])('refuses the path parameter %j', async (userId) => {
  const p100 = await connect();
  await expect(p100.notes.list({ userId: userId as string })).rejects.toMatchObject({
    name: 'P100ConfigError',
    operation: 'listNotes',
    message: expect.stringContaining('the path parameter userId'),
  });
});

it('refuses a parameter that is not described', async () => {
  const p100 = await connect();
  const misspelt = { userId: 'an-id', limits: 2 } as unknown as { userId: string };
  await expect(p100.notes.list(misspelt)).rejects.toThrow('there is no parameter limits');
});

it('is typed', async () => {
  const consumer = `
    import { createP100Client } from './index.js';
    const notes: Promise<string[]> = createP100Client().notes.list({ userId: 'an-id', limit: 2 });
    // @ts-expect-error The path parameter is missing.
    createP100Client().notes.list({ limit: 2 });
    // @ts-expect-error The query parameter is misspelt.
    createP100Client().notes.list({ userId: 'an-id', limits: 2 });
    export { notes };
  `;
  writeFileSync(join(folder, 'src/consumer.ts'), consumer);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', join(folder, 'src'), '--noEmit']).catch((error) => {
    throw new Error(error.stdout);
  });
}, 30_000);

function insertPath(root: string, lines: string): void {
  const text = readFileSync(root, 'utf8');
  writeFileSync(root, text.replace('paths:\n', `paths:\n${lines}`));
}
