import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { createP100Client } from '../../../src/index.ts';
import { createWebhookHandler, toNodeListener, type WebhookDelivery } from '../../../src/webhooks.ts';
import { johnDoe } from '../../support/description.ts';
import { run } from './run.ts';

const { scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'scripts' | 'devDependencies',
  Record<string, string>
>;

/** How to test each command that a document shows. An unknown command is an error: add it here. */
const commands: [RegExp, (command: string) => Promise<void>][] = [
  [/^npm install \.\/p100-partner-sdk-\d+\.\d+\.\d+\.tgz$/, installPacked],
  // Nothing to do: CI starts with `npm ci`, and `installPacked` packs the package.
  [/^npm (ci|pack)$/, async () => undefined],
  [/^npm run build$/, namesScript],
  [/^npm install [\w@/-]+@\d+$/, isDevelopedWith],
  [/^npx p100-partner-sdk sandbox( --[\w-]+ [\w.:/=-]+)*$/, startsSandbox],
  [/^curl -X POST \S+\/__sandbox\//, sendsWebhook],
];

/** Runs the commands of a shell block, in order. */
export async function runShellBlock(code: string): Promise<void> {
  const lines = code.split('\n').map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  for (const command of lines.flatMap((line) => line.split('&&')).map((part) => part.trim())) {
    if (command === '') continue;
    const known = commands.find(([pattern]) => pattern.test(command));
    if (!known) throw new Error(`No test knows what to do with \`${command}\`: add it to shell-commands.ts.`);
    await known[1](command);
  }
}

async function namesScript(command: string): Promise<void> {
  expect(scripts).toHaveProperty(command.split(' ')[2] ?? '');
}

/** The samples were compiled and run with this major version of the package. */
async function isDevelopedWith(command: string): Promise<void> {
  const [, name = '', major = ''] = /^npm install (.+)@(\d+)$/.exec(command) ?? [];
  expect(devDependencies[name]?.split('.')[0]).toBe(major);
}

/** Starts the sandbox, and stops it once it listens. */
async function startsSandbox(command: string): Promise<void> {
  const { printed, child } = await startSandbox(command);
  child.kill();
  expect(printed).toContain('It accepts the key sandbox-key');
}

/** Starts the sandbox with the options of a command, and waits until it has printed how to use it. */
async function startSandbox(command: string) {
  // Not on the documented port, which may be in use.
  const options = command
    .replace(/ --port \d+/, '')
    .split(' ')
    .slice(2);
  const child = spawn(process.execPath, ['dist/testing/command.js', ...options, '--port', '0']);
  const lines = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]();
  let printed = '';
  while (!printed.includes('With the client')) printed += (await lines.next()).value;
  const [, url = ''] = /listens on (http:\/\/127\.0\.0\.1:\d+)/.exec(printed) ?? [];
  return { child, printed, url };
}

/** Makes a sandbox send a webhook, which a server with a handler receives. */
async function sendsWebhook(command: string): Promise<void> {
  const [, path = ''] = /^curl -X POST http:\/\/127\.0\.0\.1:4020(\S+)/.exec(command) ?? [];
  const received: string[] = [];
  const note = (_: unknown, { event }: WebhookDelivery) => void received.push(`${event}`);
  const on = { userStatus: note, cryptoDeposit: note };
  const paths = { cryptoDeposit: '/webhook/crypto-deposit' };
  const server = createServer(toNodeListener(createWebhookHandler({ token: 'sandbox-token', on, paths })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/p100`;
  const { child, url } = await startSandbox(
    `npx p100-partner-sdk sandbox --webhook-url ${address} --webhook-path cryptoDeposit=${paths.cryptoDeposit}`,
  );
  try {
    await createP100Client({ apiKey: 'sandbox-key', baseUrl: url }).users.create(johnDoe());
    const { status, stdout } = await run('sh', ['-c', command.replace('http://127.0.0.1:4020', url)]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/"status":"(ACTIVE|SUCCESSFUL)"/) });
    expect(received).toEqual([path.split('/webhooks/')[1] ?? 'userStatus']);
  } finally {
    child.kill();
    server.closeAllConnections();
    server.close();
  }
}

/** Packs the package and installs the tarball under the name that the document says. */
async function installPacked(command: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'installed-'));
  expect((await run('npm', ['pack', '--pack-destination', folder], { cwd: resolve('.') })).status).toBe(0);
  const [tarball = ''] = await readdir(folder);
  expect(command).toBe(`npm install ./${tarball}`);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const installed = await run('npm', ['install', '--prefer-offline', `./${tarball}`], { cwd: folder });
  expect(installed.status).toBe(0);
  const program = "import('p100-partner-sdk').then(({ createP100Client }) => console.log(typeof createP100Client))";
  expect((await run(process.execPath, ['-e', program], { cwd: folder })).stdout).toBe('function\n');
}
