import { execFile, spawn } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const run = promisify(execFile);
// No variable of this machine reaches a runtime: a stray P100_API_KEY would change what is tested.
const env = { HOME: '/nonexistent', NO_COLOR: '1' };
const timeout = 60_000;

/** Runs a program with a JSON argument and returns the JSON that it prints. */
export async function runProgram(binary: string, args: string[], cwd: string, settings: unknown): Promise<unknown> {
  const { stdout } = await run(binary, [...args, JSON.stringify(settings)], { cwd, env, timeout, maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}

/** Bundles the worker with the installed package, serves it with workerd and returns its response. */
export async function runWorker(workerd: string, consumer: string, settings: unknown): Promise<unknown> {
  const source = 'test/runtimes/worker.mjs';
  const outfile = join(consumer, 'workerd/worker.mjs');
  await build({
    entryPoints: [source],
    bundle: true,
    format: 'esm',
    outfile,
    nodePaths: [join(consumer, 'node_modules')],
  });
  const config = join(consumer, 'workerd/workerd.capnp');
  await copyFile('test/runtimes/workerd.capnp', config);
  const server = spawn(workerd, ['serve', config, '--control-fd=3'], {
    env,
    timeout,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      server.once('error', reject).once('exit', (code) => reject(new Error(`workerd ended with ${code}`)));
      server.stdio[3]?.once('data', (line) => resolve(JSON.parse(String(line).split('\n')[0] ?? '').port));
    });
    const response = await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: JSON.stringify(settings) });
    const text = await response.text();
    if (!response.ok) throw new Error(`The worker responded with ${response.status}: ${text}`);
    return JSON.parse(text);
  } finally {
    server.kill();
  }
}

/** Puts the core beside the installed package, where `import 'p100-partner-sdk'` finds it. */
export async function placeCore(consumer: string): Promise<void> {
  for (const file of ['core.mjs', 'main.mjs', 'servers.mjs', 'undici.mjs', 'webhooks.mjs'])
    await copyFile(`test/runtimes/${file}`, join(consumer, file));
}
