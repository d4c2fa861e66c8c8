import { setTimeout as sleep } from 'node:timers/promises';
import { createP100Client } from 'p100-partner-sdk';
import type { Job, PgBoss } from 'pg-boss';
import { findPause, type JobData, queue } from './database.ts';
import { createOnboarding } from './onboard.ts';
import { createPace } from './pace.ts';

/** Onboards customers until a signal or a pause ends it. Any number of processes on any number of hosts may run. */
export async function work(boss: PgBoss, rate: number, concurrency: number, timeoutMs: number): Promise<void> {
  // One job is one call: the queue repeats it, so that the rate counts every call.
  const p100 = createP100Client({ maxRetries: 0, timeoutMs });
  const ending = new AbortController();
  const { signal } = ending;
  for (const name of ['SIGTERM', 'SIGINT']) process.once(name, () => ending.abort());

  let paused = await findPause(boss);
  if (!paused) {
    const onboard = createOnboarding(boss, p100, createPace(rate, signal), ending);
    await boss.work(queue, inBatches(concurrency), (jobs: Job<JobData>[]) => Promise.all(jobs.map(onboard)));
    console.log(`Working: ${rate} calls per second, ${concurrency} at a time. The command status shows progress.`);
    console.log('Ctrl+C finishes the calls under way.');
  }
  while (!paused && !signal.aborted) {
    await sleep(1_000, undefined, { signal }).catch(() => undefined);
    // While the database is away, nobody can pause anything.
    paused = await findPause(boss).catch(() => undefined);
  }
  // Ends the waits of jobs that have not made their call.
  ending.abort();
  if (!paused) return;
  console.error(`${paused}\nFix the cause, then start one worker with --resume and the others without it.`);
  process.exitCode = 1;
}

/** pg-boss settles a batch when all its calls have ended, so small batches keep a slow call from delaying many. */
function inBatches(concurrency: number) {
  const localConcurrency = Math.ceil(concurrency / 10);
  const batchSize = Math.floor(concurrency / localConcurrency);
  return {
    localConcurrency,
    batchSize,
    perJobResults: true,
    pollingIntervalSeconds: 1,
    burstWhenBatchFull: true,
  } as const;
}
