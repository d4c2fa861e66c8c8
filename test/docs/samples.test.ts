import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readShownOperations } from '../../scripts/docs/operations.ts';
import { samplesOf } from '../../scripts/docs/samples.ts';
import { type RunningServer, startPrismMock } from '../../scripts/prism.ts';
import { createdUser, createUserPath, description, johnDoe } from '../support/description.ts';
import { parseSource } from './support/grammar.ts';
import { createProject } from './support/project.ts';
import { type RecordingProxy, startRecordingProxy } from './support/recording-proxy.ts';
import { run } from './support/run.ts';

const folder = 'openapi/code_samples';

/** The samples of the main operation and the commands that run them, in the order of the menu. */
const samples = {
  'TypeScript (SDK)': { file: `${folder}/TypeScript/create-user.ts`, command: [process.execPath, '--import', 'tsx'] },
  'Shell (script)': { file: `${folder}/Shell/create-user.sh`, command: ['bash'] },
  JavaScript: { file: `${folder}/JavaScript/create-user.mjs`, command: [process.execPath] },
  Java: { file: `${folder}/Java/CreateUser.java`, command: ['java'] },
  Swift: { file: `${folder}/Swift/create-user.swift`, grammar: 'swift' },
  Python: { file: `${folder}/Python/create_user.py`, command: ['python3'] },
  Go: { file: `${folder}/Go/create_user.go`, command: ['go', 'run'] },
  PHP: { file: `${folder}/PHP/create-user.php`, command: ['php'] },
  'C#': { file: `${folder}/CSharp/CreateUser.cs`, grammar: 'c_sharp' },
} as const;

const executed = Object.entries(samples).flatMap(([language, sample]) =>
  'command' in sample ? [{ language, file: sample.file, command: [...sample.command] as string[] }] : [],
);
const parsed = Object.entries(samples).flatMap(([language, sample]) =>
  'grammar' in sample ? [{ language, file: sample.file, grammar: sample.grammar }] : [],
);

const isMissing = (tool = '') => spawnSync(tool, ['--version']).error !== undefined;
const missing = executed.filter(({ command }) => isMissing(command[0])).map(({ language }) => language);
if (missing.length > 0) console.warn(`Not run, because their tools are not installed: ${missing.join(', ')}.`);
for (const { language } of parsed) console.warn(`The ${language} sample is parsed by its grammar, not compiled.`);

let project: string;
let prism: RunningServer;
let server: RecordingProxy;

beforeAll(async () => {
  project = createProject('.cache/samples');
  for (const { file } of executed) copyFileSync(file, join(project, basename(file)));
  prism = await startPrismMock();
  server = await startRecordingProxy(prism.url);
});
beforeEach(() => {
  server.requests.length = 0;
  server.prefer = undefined;
});
afterAll(async () => {
  await server.close();
  await prism.close();
});

const environment = () => ({ P100_API_KEY: 'a-key', P100_BASE_URL: server.url });

describe('the description', () => {
  it('has a sample in every language, TypeScript first, each read from its file', () => {
    const shown = description.paths[createUserPath].post['x-codeSamples'] as { label: string; source: string }[];
    expect(shown.map(({ label }) => label)).toEqual(Object.keys(samples));
    expect(shown.map(({ source }) => source)).toEqual(
      Object.values(samples).map(({ file }) => readFileSync(file, 'utf8')),
    );
  });
});

describe.each(executed)('the $language sample', ({ language, file, command }) => {
  const [program = '', ...flags] = command;
  const runSample = (env: Record<string, string>) => run(program, [...flags, basename(file)], { env, cwd: project });
  const skipped = missing.includes(language);

  it.skipIf(skipped)("sends P100's example request and shows the new user", async () => {
    const { status, stdout, stderr } = await runSample(environment());
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(createdUser().userId);
    expect(server.requests).toHaveLength(1);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', path: createUserPath, violations: null });
    expect(request?.headers).toMatchObject({ 'x-api-key': 'a-key', 'content-type': /^application\/json/ });
    expect(JSON.parse(request?.body ?? '')).toEqual(johnDoe());
  });

  it.skipIf(skipped)('says that the user exists', async () => {
    server.prefer = 'code=400, example=user-exists';
    const { status, stderr } = await runSample(environment());
    expect(status).toBe(1);
    expect(stderr).toMatch(/^This externalUserId is taken: the user exists\.$/m);
  });

  it.skipIf(skipped)('fails on any other error, and does not print the key', async () => {
    server.prefer = 'code=401, example=wrong-key';
    const { status, stdout, stderr } = await runSample(environment());
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/401|key is wrong/);
    expect(stdout + stderr).not.toContain('a-key');
  });

  it.skipIf(skipped)('asks for the key if it is missing', async () => {
    const { status, stderr } = await runSample({ P100_BASE_URL: server.url });
    expect(status).not.toBe(0);
    expect(stderr).toContain('P100_API_KEY');
    expect(server.requests).toEqual([]);
  });
});

describe.each(parsed)('the $language sample', ({ language, file, grammar }) => {
  const source = readFileSync(file, 'utf8');

  it('parses without an error', async () => {
    expect((await parseSource(grammar, source)).errors).toEqual([]);
  });

  it('takes the key from the environment, calls the path and handles P411', () => {
    for (const text of ['P100_API_KEY', '"P411"', createUserPath]) expect(source).toContain(text);
  });

  it.runIf(language === 'Swift')('holds each value of the request', async () => {
    expect((await parseSource(grammar, source)).constants['User']).toEqual(johnDoe());
  });
});

describe.each(readShownOperations(description).filter(({ webhook }) => !webhook))('the samples of $id', (operation) => {
  const source = (label: string) => samplesOf(description, operation).find((sample) => sample.label === label)?.source;
  // If the SDK only builds a URL, the program sends nothing.
  const sends = operation.source['x-sdk']?.url ? 0 : 1;

  beforeAll(() => writeFileSync(join(project, 'document.pdf'), '%PDF-1.4'));

  it('the command sends the example request', async () => {
    const command = source('Shell (curl)')?.replaceAll(description.servers[0].url, server.url) ?? '';
    const { status } = await run('bash', ['-c', `${command.trimEnd()} --silent --fail`], {
      env: environment(),
      cwd: project,
    });
    expect(status).toBe(0);
    expect(server.requests).toMatchObject([{ method: operation.method, violations: null }]);
  });

  it('the program sends the same, and prints the result', async () => {
    const file = resolve(project, `${operation.id}.ts`);
    const document = JSON.stringify(resolve(project, 'document.pdf'));
    writeFileSync(
      file,
      source('TypeScript (SDK)')?.replace("readFileSync('document.pdf')", `readFileSync(${document})`) ?? '',
    );
    for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value);
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    await import(/* @vite-ignore */ pathToFileURL(file).href);
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
    vi.unstubAllEnvs();
    expect(server.requests).toHaveLength(sends);
    if (sends) expect(server.requests).toMatchObject([{ method: operation.method, violations: null }]);
  });
});
