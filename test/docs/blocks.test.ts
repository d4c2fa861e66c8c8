import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { johnDoe } from '../support/description.ts';
import { type Block, blocksFolder, extractBlocks } from './support/blocks.ts';
import { exercises } from './support/exercises.ts';
import { type KitServer, startKitServer } from './support/kit-server.ts';
import { customerKinds, openings } from './support/openings.ts';
import { run } from './support/run.ts';
import { runShellBlock } from './support/shell-commands.ts';
import { webhookToken } from './support/webhook-exercises.ts';

const blocks = extractBlocks().map((block) => ({ ...block, name: nameOf(block) }));
const programs = blocks.filter(({ language, exports }) => language === 'ts' && exports.length === 0);
const parts = blocks.filter(({ exports }) => exports.length > 0);
const shell = blocks.filter(({ language }) => language === 'sh');
const shown = blocks.filter(({ language }) => ['text', 'json', 'js', 'html'].includes(language));

const kinds = ['new', 'lost', 'existing'] as const;

let server: KitServer;

beforeEach(async () => {
  // Samples keep their client, so each test loads them again.
  vi.resetModules();
  server = await startKitServer({ apiKeys: ['test'], forbiddenCountries: ['XX'] });
  vi.stubEnv('P100_API_KEY', 'test');
  vi.stubEnv('P100_BASE_URL', server.url);
  vi.stubEnv('P100_WEBHOOK_TOKEN', webhookToken);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const load = ({ file }: Block) => import(/* @vite-ignore */ pathToFileURL(file).href);

describe('the code blocks of README and guides', () => {
  it('are all of a kind that this suite tests', () => {
    expect(programs.length + parts.length + shell.length + shown.length).toBe(blocks.length);
    const outputs = shown.filter(({ language }) => language === 'text').length;
    expect(programs.filter(({ output }) => output !== undefined)).toHaveLength(outputs);
    expect(parts.length).toBeGreaterThan(20);
  });

  it('compile, and so does the TypeScript sample', async () => {
    cpSync('openapi/code_samples/TypeScript', join(blocksFolder, 'samples'), { recursive: true });
    const { status, stdout } = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', blocksFolder]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it.each(parts)('$place does what it says', async (block) => {
    const exercise = exercises[block.name];
    if (!exercise) throw new Error(`No test calls ${block.name}: add it to exercises.ts.`);
    await exercise(await load(block), server, () => {
      vi.resetModules();
      return load(block);
    });
  });

  it('have one exercise each, and no exercise is unused', () => {
    expect(parts.map(({ name }) => name).sort()).toEqual(Object.keys(exercises).sort());
  });

  it.each(shell)('$place runs in a shell', ({ code }) => runShellBlock(code));
});

describe('what samples tell a customer', () => {
  const cases = Object.keys(openings).flatMap((name) => kinds.map((kind) => ({ name, kind })));

  it.each(cases)('$name tells the truth to a customer who is $kind', async ({ name, kind }) => {
    const block = parts.find((part) => part.name === name);
    const opening = openings[name];
    if (!block || !opening) throw new Error(`There is no block ${name}.`);
    await customerKinds[kind](server);
    expect(await opening.open(await load(block), johnDoe())).toEqual(opening.told[kind]);
    expect(server.users.size).toBe(1);
  });

  it('is asserted for every sample that opens an account', () => {
    // This one has its own exercise, with several customers.
    const others = ['survivesALostResponse', 'createOnLaterRevision', 'migrate', 'startWorker'];
    const opening = parts.filter(({ code }) => /users\.(create|ensure)\(|raw\.POST\(/.test(code));
    const names = opening.map(({ name }) => name).filter((name) => !others.includes(name.split('#')[1] ?? ''));
    expect(names.sort()).toEqual(Object.keys(openings).sort());
  });

  // Programs with their own fake do not call the server.
  const runs = programs.flatMap((program) =>
    kinds
      .filter((kind) => kind === 'new' || !program.code.includes('createFakeP100'))
      .map((kind) => ({ ...program, kind })),
  );

  it.each(runs)('$place ends as it should for a customer who is $kind', async ({ file, output, kind }) => {
    await customerKinds[kind](server);
    const env = { P100_API_KEY: 'test', P100_BASE_URL: server.url };
    const { status, stdout, stderr } = await run(process.execPath, ['--import', 'tsx', file], {
      env,
      cwd: blocksFolder,
    });
    if (kind !== 'new') {
      expect(status).toBe(1);
      expect(stderr).toContain(`possiblyCreatedByThisCall: ${kind === 'lost'}`);
      return;
    }
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    if (output !== undefined) expect(stdout).toBe(output);
  });
});

function nameOf({ place, exports }: Block): string {
  return `${place.split(':')[0]}#${exports[0]}`;
}
