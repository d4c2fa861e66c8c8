import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startPrismMock } from '../../scripts/prism.ts';
import { createdUser, createUserPath, description, johnDoe } from '../support/description.ts';
import { createProject } from './support/project.ts';
import { type RecordingProxy, startRecordingProxy } from './support/recording-proxy.ts';
import { run } from './support/run.ts';
import { parseSwift } from './support/swift.ts';

const folder = 'openapi/code_samples';

const samples = {
  TypeScript: { file: `${folder}/TypeScript/create-user.ts`, command: [process.execPath, '--import', 'tsx'] },
  Shell: { file: `${folder}/Shell/create-user.sh`, command: ['bash'] },
  JavaScript: { file: `${folder}/JavaScript/create-user.mjs`, command: [process.execPath] },
  Java: { file: `${folder}/Java/CreateUser.java`, command: ['java'] },
};
const swiftFile = `${folder}/Swift/create-user.swift`;

const toolMissing = (tool: string) => spawnSync(tool, ['-version']).error !== undefined;
const withoutJava = toolMissing('java');
const withoutSwift = toolMissing('swiftc');
if (withoutJava) console.warn('The Java sample is not run: there is no JDK here.');
if (withoutSwift) console.warn('The Swift sample is parsed by its grammar, not type-checked: there is no Swift here.');

let project: string;
let prism: RunningServer;
let server: RecordingProxy;

beforeAll(async () => {
  project = createProject('.cache/samples');
  for (const { file } of Object.values(samples)) copyFileSync(file, join(project, basename(file)));
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

describe('the page', () => {
  it('has the five languages, TypeScript first, each read from its file', () => {
    const shown = description.paths[createUserPath].post['x-codeSamples'] as { lang: string; source: string }[];
    expect(shown.map(({ lang }) => lang)).toEqual(['TypeScript', 'Shell', 'JavaScript', 'Java', 'Swift']);
    const files = [...Object.values(samples).map(({ file }) => file), swiftFile];
    expect(shown.map(({ source }) => source)).toEqual(files.map((file) => readFileSync(file, 'utf8')));
  });
});

describe.each(Object.entries(samples))('the %s sample', (language, { file, command }) => {
  const [program = '', ...flags] = command;
  const runSample = (env: Record<string, string>) => run(program, [...flags, basename(file)], { env, cwd: project });
  const skipped = language === 'Java' && withoutJava;

  it.skipIf(skipped)("sends the page's request and shows the new user", async () => {
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
    expect(stderr.trim()).toBe('This externalUserId is taken: the user exists.');
  });

  it.skipIf(skipped)('fails loudly on any other error, without the key', async () => {
    server.prefer = 'code=401, example=wrong-key';
    const { status, stdout, stderr } = await runSample(environment());
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/401|key is wrong/);
    expect(stdout + stderr).not.toContain('a-key');
  });

  it.skipIf(skipped)('asks for the key where it is missing', async () => {
    const { status, stderr } = await runSample({ P100_BASE_URL: server.url });
    expect(status).not.toBe(0);
    expect(stderr).toContain('P100_API_KEY');
    expect(server.requests).toEqual([]);
  });
});

describe('the Swift sample', () => {
  const source = readFileSync(swiftFile, 'utf8');

  it('parses without an error', async () => {
    const { errors } = await parseSwift(source);
    expect(errors).toEqual([]);
  });

  it("holds the page's request, with each field's value", async () => {
    const { constants } = await parseSwift(source);
    expect(constants['User']).toEqual(johnDoe());
  });

  it('takes the key from the environment and handles P411', () => {
    expect(source).toContain('environment["P100_API_KEY"]');
    expect(source).toContain('"P411"');
    expect(source).toContain(createUserPath);
  });

  it.skipIf(withoutSwift)('type-checks', async () => {
    const { status, stderr } = await run('swiftc', ['-typecheck', swiftFile]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
