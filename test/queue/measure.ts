// `npm run bench:queue`: measures the onboarding example for docs/onboarding-existing-customers.md. Takes ten minutes.

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createdUser } from '../support/description.ts';
import { type Command, customer, useExample } from './support/onboard.ts';
import { startPostgres } from './support/postgres.ts';

const customers = 1_000_000;
const concurrency = 50;
const seconds = 20;
const folder = mkdtempSync(join(tmpdir(), 'measure-'));
const postgres = await startPostgres();
let latencyMs = 0;
let calls = 0;

/** Creates every user, after a delay. */
const server = createServer(async (request, response) => {
  await text(request);
  if (latencyMs > 0) await sleep(latencyMs);
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ...createdUser(), userId: crypto.randomUUID() }));
  calls++;
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const example = useExample(() => ({ databaseUrl: postgres.url, baseUrl }));

const mebibytes = (command: Command): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${command.pid}/status`, 'utf8'))?.[1]) / 1_024);

/** Seeds a file, and prints the memory in use after each tenth of it. */
async function measureSeed(): Promise<void> {
  const file = join(folder, 'customers.ndjson');
  const lines = Readable.from(
    (function* () {
      for (let index = 0; index < customers; index++) yield `${JSON.stringify(customer(`customer-${index}`))}\n`;
    })(),
  );
  await pipeline(lines, createWriteStream(file));
  const start = performance.now();
  const command = example.start('seed', file);
  const used: number[] = [];
  for (let tenth = 1; tenth < 10; tenth++) {
    await until(() => command.printed().includes(`${(tenth * customers) / 10} lines`));
    used.push(mebibytes(command));
  }
  const { code, printed } = await command.ended;
  if (code !== 0) throw new Error(printed);
  const took = Math.round((performance.now() - start) / 1_000);
  console.log(`seed, ${customers} customers in ${took} s, after each tenth: ${used.join(', ')} MiB`);
}

/** Runs a worker over 20 000 jobs, and prints the memory in use after each tenth of them. */
async function measureMemory(): Promise<void> {
  const [worker] = await startWorkers(1);
  if (!worker) return;
  const used: number[] = [];
  const start = calls;
  for (let jobs = 2_000; jobs <= 20_000; jobs += 2_000) {
    await until(() => calls - start >= jobs);
    used.push(mebibytes(worker));
  }
  console.log(`a worker, after every 2 000 of 20 000 jobs: ${used.join(', ')} MiB`);
  await end([worker]);
}

/** Also prints processor time, which depends less on what else the machine does. */
async function measureRate(workers: number): Promise<void> {
  const commands = await startWorkers(workers);
  const used = () => ({
    calls,
    worker: cpuMs(commands.map(({ pid }) => pid)),
    database: cpuMs([postgres.pid(), ...childrenOf(postgres.pid())]),
  });
  await sleep(5_000);
  const before = used();
  await sleep(seconds * 1_000);
  const after = used();
  await end(commands);
  const done = after.calls - before.calls;
  const per = (name: 'worker' | 'database') => ((after[name] - before[name]) / done).toFixed(1);
  console.log(
    `${latencyMs} ms, ${workers} workers: ${Math.round(done / seconds)} customers per second; ` +
      `CPU for each: ${per('worker')} ms in a worker, ${per('database')} ms in PostgreSQL`,
  );
}

/** The fields of `/proc/PID/stat` that follow the name, which may contain spaces. */
const statOf = (pid: number | string | undefined) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').map(Number) ?? [];

/** In user and system mode. Linux counts in hundredths of a second. */
const cpuMs = (pids: (number | string | undefined)[]): number =>
  pids.map(statOf).reduce((sum, { 11: user = 0, 12: system = 0 }) => sum + (user + system) * 10, 0);

function childrenOf(parent: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => {
    try {
      return /^\d+$/.test(name) && statOf(name)[1] === parent;
    } catch {
      // The process has ended in the meantime.
      return false;
    }
  });
}

async function startWorkers(count: number): Promise<Command[]> {
  const options = ['--rate', '100000', '--concurrency', String(concurrency)];
  const workers = Array.from({ length: count }, () => example.start('work', ...options));
  await until(() => workers.every(({ printed }) => printed().includes('Working')));
  return workers;
}

async function end(workers: Command[]): Promise<void> {
  for (const worker of workers) worker.kill('SIGTERM');
  await Promise.all(workers.map(({ ended }) => ended));
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(50);
}

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}; ${concurrency} calls at a time`);
await measureSeed();
await measureMemory();
for (latencyMs of [0, 200]) for (const workers of [1, 2, 3]) await measureRate(workers);

server.close().closeAllConnections();
await postgres.stop();
rmSync(folder, { recursive: true });
