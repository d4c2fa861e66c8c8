import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generate } from '../../scripts/generator/generate.ts';
import { type RunningServer, startPrismMock } from '../../scripts/prism.ts';
import { recordViolations } from '../support/prism.ts';

/** The client that is generated from the description with the made-up operations. */
interface ClientWithMemos {
  readonly memos: {
    list(parameters: { userId: string; limit?: number; languages?: string[]; 'x-trace'?: string }): Promise<string[]>;
    add(parameters: { userId: string }, body: { text: string; files: Blob[] }): Promise<unknown>;
    pageUrl(parameters: { memoId: string; language?: string }): string;
  };
}

const fixtures = 'test/fixtures/memos';
// Inside the project, so that the copy finds its dependencies.
mkdirSync('.cache', { recursive: true });
const folder = mkdtempSync(resolve('.cache/new-operation-'));
const generated = join(folder, 'src/generated');
let prism: RunningServer;

beforeAll(async () => {
  cpSync('src', join(folder, 'src'), { recursive: true });
  copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'));
  cpSync('openapi', join(folder, 'openapi'), { recursive: true });
  for (const file of readdirSync(fixtures)) {
    copyFileSync(
      join(fixtures, file),
      join(folder, 'openapi', file.startsWith('v1_') ? 'paths' : 'components/schemas', file),
    );
  }
  const root = join(folder, 'openapi/openapi.yaml');
  insert(root, 'tags', '  - name: memos\n    description: Made-up memos.\n');
  insert(root, 'paths', '  /v1/memos/{userId}:\n    $ref: paths/v1_memos_userId.yaml\n');
  insert(root, 'paths', '  /v1/memo-page/{memoId}:\n    $ref: paths/v1_memo-page_memoId.yaml\n');
  await generate({ description: root, out: generated, write: true });
  prism = await startPrismMock({ description: join(generated, 'openapi.json') });
}, 60_000);

afterAll(async () => {
  await prism?.close();
  rmSync(folder, { recursive: true });
});

async function connect(fetch?: typeof globalThis.fetch): Promise<ClientWithMemos> {
  const { createP100Client } = await import(join(folder, 'src/index.ts'));
  return createP100Client({ apiKey: 'a-key', baseUrl: prism.url, ...(fetch && { fetch }) });
}

it('sends path, query and header parameters where they are described', async () => {
  const sent: unknown[] = [];
  const { fetch, violations } = recordViolations();
  const p100 = await connect((url, init) => {
    sent.push(url, new Headers(init?.headers).get('x-trace'));
    return fetch(url, init);
  });
  const memos = await p100.memos.list({ userId: 'a/b?c', limit: 2, languages: ['pl', 'en'], 'x-trace': 'a-trace' });
  expect(memos).toEqual(['first', 'second']);
  expect(sent).toEqual([`${prism.url}/v1/memos/a%2Fb%3Fc?limit=2&languages=pl&languages=en`, 'a-trace']);
  expect(violations).toEqual([]);
});

it('sends files', async () => {
  const forms: unknown[] = [];
  const { fetch, violations } = recordViolations();
  const p100 = await connect((url, init) => {
    forms.push(init?.body);
    return fetch(url, init);
  });
  const file = new File(['text'], 'memo.txt', { type: 'text/plain' });
  const blob = new Blob(['text'], { type: 'application/pdf' });
  await p100.memos.add({ userId: 'an-id' }, { text: 'first', files: [file, blob] });
  expect(violations).toEqual([]);
  const [form] = forms as FormData[];
  expect(form?.get('text')).toBe('first');
  expect(form?.getAll('files').map((each) => (each as File).name)).toEqual(['memo.txt', 'blob']);
});

it.each([
  ['too many', [1, 2, 3].map(() => new Blob(['a'], { type: 'text/plain' })), 'at most 2'],
  ['too large', [new Blob(['a'.repeat(1001)], { type: 'text/plain' })], '1000'],
  ['of another type', [new Blob(['a'], { type: 'text/csv' })], 'text/plain'],
])('refuses files that are %s', async (_, files, says) => {
  const p100 = await connect();
  const refusal = { name: 'P100ConfigError', message: expect.stringContaining(says) };
  await expect(p100.memos.add({ userId: 'an-id' }, { text: 'first', files })).rejects.toMatchObject(refusal);
});

it('builds URLs', async () => {
  const p100 = await connect();
  expect(p100.memos.pageUrl({ memoId: 'a b', language: 'pl' })).toBe(`${prism.url}/v1/memo-page/a%20b?language=pl`);
  expect(() => p100.memos.pageUrl({ memoId: '..' })).toThrow('memoId');
});

it.each(['', '.', '..', undefined, null, {}, ['..']])('refuses the path parameter %j', async (userId) => {
  const p100 = await connect();
  await expect(p100.memos.list({ userId: userId as string })).rejects.toMatchObject({
    name: 'P100ConfigError',
    message: expect.stringContaining('userId'),
  });
});

it('refuses a parameter that is not described', async () => {
  const p100 = await connect();
  const misspelt = { userId: 'an-id', limits: 2 } as unknown as { userId: string };
  await expect(p100.memos.list(misspelt)).rejects.toMatchObject({
    name: 'P100ConfigError',
    message: expect.stringContaining('limits'),
  });
});

it('is typed', async () => {
  const consumer = `
    import { createP100Client } from './index.js';
    import type { AddMemoRequest, ListMemosParameters, Memos } from './index.js';
    const p100 = createP100Client();
    const parameters: ListMemosParameters = { userId: 'an-id', limit: 2, languages: ['pl'], 'x-trace': 'a-trace' };
    const memos: Promise<Memos> = p100.memos.list(parameters);
    const body: AddMemoRequest = { text: 'first', files: [new Blob([]), new File([], 'name')] };
    const added: Promise<unknown> = p100.memos.add({ userId: 'an-id' }, body);
    const url: string = p100.memos.pageUrl({ memoId: 'a-memo' });
    // @ts-expect-error The path parameter is missing.
    p100.memos.list({ limit: 2 });
    // @ts-expect-error The query parameter is misspelt.
    p100.memos.list({ userId: 'an-id', limits: 2 });
    // @ts-expect-error A file is not a string.
    p100.memos.add({ userId: 'an-id' }, { text: 'first', files: ['text'] });
    export { added, memos, url };
  `;
  writeFileSync(join(folder, 'src/consumer.ts'), consumer);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const project = join(folder, 'src/consumer.json');
  const compilerOptions = { noEmit: true, skipLibCheck: true, types: ['node'] };
  writeFileSync(
    project,
    JSON.stringify({ extends: './tsconfig.json', compilerOptions, files: ['consumer.ts'], include: [] }),
  );
  await promisify(execFile)(process.execPath, [tsc, '-p', project]).catch((error) => {
    throw new Error(error.stdout);
  });
}, 120_000);

/** Adds lines at the beginning of a section. */
function insert(root: string, section: string, lines: string): void {
  const text = readFileSync(root, 'utf8');
  writeFileSync(root, text.replace(`\n${section}:\n`, `\n${section}:\n${lines}`));
}
