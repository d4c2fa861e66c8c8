import { setTimeout as sleep } from 'node:timers/promises';
import { createP100Client } from 'p100-partner-sdk';
import type { Pool } from 'pg';
import { type JobData, openDatabase, queue } from './database.ts';
import { createHandler } from './handler.ts';
import { createPace } from './pace.ts';
import { endPause, findPause } from './pause.ts';

export interface WorkOptions {
  /** Calls at a time. */
  readonly concurrency: number;
  /** Calls per second. */
  readonly rate: number;
  /** Time limit of a call. */
  readonly timeoutMs: number;
  /** Whether to end a pause first. */
  readonly resume: boolean;
}

/** Onboards customers until a signal or a pause ends it. Any number of processes on any number of hosts may run. */
export async function work({ concurrency, rate, timeoutMs, resume }: WorkOptions): Promise<void> {
  // One job is one call: the queue repeats it, so that `rate` counts every call.
  const p100 = createP100Client({ maxRetries: 0, timeoutMs });
  const { pool, boss, close } = await openDatabase({ superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 });
  const ending = new AbortController();
  const counts = new Map<string, number>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ending.abort());
  if (resume) await endPause(pool);
  if (!(await findPause(pool))) {
    console.log(`Working: ${rate} calls per second, ${concurrency} at a time. Ctrl+C finishes what is under way.`);
    const handler = createHandler({ p100, pool, pace: createPace(rate, ending.signal), ending, counts });
    await boss.work<JobData, unknown, typeof settings>(queue, { ...settings, ...inBatches(concurrency) }, handler);
  }
  await untilEnd(pool, ending, counts);
  const paused = await findPause(pool).catch(() => undefined);
  await close();
  console.log(`Finished: ${show(counts)}`);
  if (!paused) return;
  console.error(`Paused since ${paused.since.toISOString()}: ${paused.reason}`);
  console.error('Fix the cause, then start one worker with --resume and the others without it.');
  process.exitCode = 1;
}

const settings = {
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
  includeMetadata: true,
  perJobResults: true,
} as const;

/** pg-boss settles a batch when all its calls have ended, so small batches keep a slow call from delaying many. */
function inBatches(concurrency: number) {
  const batchSize = Math.min(concurrency, 10);
  return { batchSize, localConcurrency: Math.ceil(concurrency / batchSize) };
}

/** Looks for a pause once a second and logs the counts every ten. */
async function untilEnd(pool: Pool, ending: AbortController, counts: Map<string, number>): Promise<void> {
  for (let second = 0; !ending.signal.aborted; second++) {
    // While the database is away, nobody can pause anything.
    if (await findPause(pool).catch(() => undefined)) ending.abort();
    if (second % 10 === 9) console.log(`${new Date().toISOString()} ${show(counts)}`);
    await sleep(1_000, undefined, { signal: ending.signal }).catch(() => undefined);
  }
}

const show = (counts: Map<string, number>): string =>
  [...counts].map(([outcome, count]) => `${outcome} ${count}`).join(', ') || 'no calls';
