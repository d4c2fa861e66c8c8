// `npm run bench:queue`: measures the onboarding example for docs/onboarding-existing-customers.md. Takes five minutes.
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const runs = 3;
const concurrency = 50;
const folder = mkdtempSync(join(tmpdir(), 'measure-'));
const postgres = await startPostgres();
let latencyMs = 0;
let times: number[] = [];

/** Creates every user, after a delay. */
const server = createServer(async (request, response) => {
  await text(request);
  times.push(performance.now());
  if (latencyMs > 0) await sleep(latencyMs);
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ...createdUser(), userId: crypto.randomUUID() }));
}).listen(0, '127.0.0.1');
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const example = useExample(() => ({ databaseUrl: postgres.url, baseUrl }));
const startWorker = () => example.start('work', '--rate', '100000', '--concurrency', String(concurrency));

const mebibytes = (command: Command): number =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${command.pid}/status`, 'utf8'))?.[1]) / 1_024);
const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Fills the table with fresh customers, and resolves with the memory in use after each tenth. */
async function seed(count: number): Promise<number[]> {
  await postgres.execute('drop schema if exists pgboss cascade; drop table if exists onboarding_customers');
  const file = join(folder, 'customers.ndjson');
  const lines = Readable.from(
    (function* () {
      for (let index = 0; index < count; index++) yield `${JSON.stringify(customer(`customer-${index}`))}\n`;
    })(),
  );
  await pipeline(lines, createWriteStream(file));
  const command = example.start('seed', file);
  const used: number[] = [];
  let ended = false;
  const end = command.ended.then(({ code, printed }) => {
    ended = true;
    if (code !== 0) throw new Error(printed);
  });
  while (!ended) {
    const printed = command.printed().split('\n').length - 1;
    if (printed > used.length) used.push(mebibytes(command));
    await sleep(20);
  }
  await end;
  return used;
}

/** Customers per second of some workers, without the first and last tenth, in which they start and end. */
async function rate(workers: number, count: number): Promise<number> {
  await seed(count);
  times = [];
  const commands = Array.from({ length: workers }, startWorker);
  while (times.length < count) await sleep(100);
  for (const command of commands) command.kill('SIGTERM');
  await Promise.all(commands.map(({ ended }) => ended));
  const [from, to] = [times[count / 10] ?? 0, times[(count * 9) / 10] ?? 0];
  return (0.8 * count) / ((to - from) / 1_000);
}

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}; ${concurrency} calls at a time`);
for (latencyMs of [0, 200]) {
  for (const workers of [1, 2, 3]) {
    const rates: number[] = [];
    for (let run = 0; run < runs; run++) rates.push(await rate(workers, 3_000));
    const list = rates.map(Math.round).join(', ');
    console.log(`${latencyMs} ms, ${workers} workers: ${Math.round(median(rates))} customers per second (${list})`);
  }
}

latencyMs = 0;
await seed(20_000);
times = [];
const worker = startWorker();
const used: number[] = [];
for (let jobs = 2_000; jobs <= 20_000; jobs += 2_000) {
  while (times.length < jobs) await sleep(50);
  used.push(mebibytes(worker));
}
console.log(`a worker, after every 2 000 of 20 000 jobs: ${used.join(', ')} MiB`);
worker.kill('SIGTERM');
await worker.ended;

console.log(`seed, after every 100 000 of 1 000 000 rows: ${(await seed(1_000_000)).join(', ')} MiB`);

server.close();
await postgres.stop();
rmSync(folder, { recursive: true });
