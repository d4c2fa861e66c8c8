import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const copy = mkdtempSync(join(tmpdir(), 'contributing-'));
const { CI: _, VITEST: __, NODE_ENV: ___, ...env } = process.env;
const options = { cwd: copy, env, maxBuffer: 2 ** 26 };

/** The commands of a section, as a reader copies them. */
function commandsOf(section: string): string[] {
  const text = readFileSync('CONTRIBUTING.md', 'utf8').split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, indent, code]) =>
    (code ?? '').replace(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** Calls the new methods against Prism, with an id that has to be encoded. */
const call = `
import { createP100Client } from './src/index.ts';
import { startPrismMock } from './scripts/prism.ts';

const prism = await startPrismMock();
const requests: unknown[] = [];
const p100 = createP100Client({
  apiKey: 'a-key',
  baseUrl: prism.url,
  fetch: async (url, init) => {
    const response = await fetch(url, init);
    requests.push([init.method, url.slice(prism.url.length), response.headers.get('sl-violations')]);
    return response;
  },
});
const list = await p100.users.listNotes({ externalUserId: 'a/user', languages: ['pl', 'en'] });
const attachment = new Blob(['%PDF-1.4'], { type: 'application/pdf' });
await p100.users.addNote({ externalUserId: 'a-user' }, { text: 'A note', attachment });
const refused = await p100.users.listNotes({ externalUserId: '..' }).catch((error) => error.name);
console.log(JSON.stringify({ list, requests, refused }));
await prism.close();
`;

beforeAll(async () => {
  const { stdout } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  for (const file of stdout.trim().split('\n')) cpSync(file, join(copy, file));
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
});

afterAll(() => rmSync(copy, { recursive: true }));

it('adds an endpoint in five steps, each a command, and the new method works', { timeout: 600_000 }, async () => {
  const steps = commandsOf('Add an endpoint');
  expect(steps).toHaveLength(5);
  for (const step of steps) {
    await run('bash', ['-euo', 'pipefail', '-c', step], options).catch(({ stdout, stderr }) => {
      throw new Error(`This step failed:\n${step}\n${stdout}${stderr}`);
    });
  }
  writeFileSync(join(copy, 'call.ts'), call);
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'call.ts'], options);
  expect(JSON.parse(stdout)).toEqual({
    list: { notes: ['Prefers to be called in the morning'] },
    requests: [
      ['GET', '/v1/note/a%2Fuser?languages=pl&languages=en', null],
      ['POST', '/v1/note/a-user', null],
    ],
    refused: 'P100ConfigError',
  });
  expect(readFileSync(join(copy, '.api/index.api.md'), 'utf8')).toContain('listNotes');
});
