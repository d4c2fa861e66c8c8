import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Block, blocksFolder, extractBlocks } from './support/blocks.ts';
import { exercises } from './support/exercises.ts';
import { type KitServer, startKitServer } from './support/kit-server.ts';
import { run } from './support/run.ts';
import { runShellBlock } from './support/shell-commands.ts';
import { webhookToken } from './support/webhook-exercises.ts';

const blocks = extractBlocks();
const programs = blocks.filter(({ language, exports }) => language === 'ts' && exports.length === 0);
const parts = blocks.filter(({ exports }) => exports.length > 0);
const shell = blocks.filter(({ language }) => language === 'sh');

let server: KitServer;

beforeEach(async () => {
  server = await startKitServer({ apiKeys: ['test'], forbiddenCountries: ['XX'] });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

describe('the code blocks of README and guides', () => {
  it('are all of a kind that is run here', () => {
    const texts = blocks.filter(({ language }) => language === 'text').length;
    expect(programs.length + parts.length + shell.length + texts).toBe(blocks.length);
    expect(programs.filter(({ output }) => output !== undefined)).toHaveLength(texts);
    expect(parts.length).toBeGreaterThan(10);
  });

  it('compile, and so does the TypeScript sample', async () => {
    cpSync('openapi/code_samples/TypeScript', join(blocksFolder, 'samples'), { recursive: true });
    const { status, stdout } = await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', blocksFolder]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  it.each(programs)('$place runs', async ({ file, output }) => {
    const env = { P100_API_KEY: 'test', P100_BASE_URL: server.url };
    const { status, stdout, stderr } = await run(process.execPath, ['--import', 'tsx', file], {
      env,
      cwd: blocksFolder,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    if (output !== undefined) expect(stdout).toBe(output);
  });

  const named = parts.map((block) => ({ ...block, name: nameOf(block) }));

  it.each(named)('$place does what it says', async ({ file, name }) => {
    const exercise = exercises[name];
    if (!exercise) throw new Error(`No test calls ${name}: add it to exercises.ts.`);
    vi.stubEnv('P100_API_KEY', 'test');
    vi.stubEnv('P100_BASE_URL', server.url);
    vi.stubEnv('P100_WEBHOOK_TOKEN', webhookToken);
    await exercise(await import(/* @vite-ignore */ pathToFileURL(file).href), server);
  });

  it('are each called by one exercise, and no exercise is left over', () => {
    expect(named.map(({ name }) => name).sort()).toEqual(Object.keys(exercises).sort());
  });

  it.each(shell)('$place can be typed', ({ code }) => runShellBlock(code));
});

function nameOf({ place, exports }: Block): string {
  return `${place.split(':')[0]}#${exports[0]}`;
}
