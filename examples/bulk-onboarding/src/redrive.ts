import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { type Database, inTransaction, type JobData, refusedQueue } from './database.ts';

const batchSize = 1_000;

/** Gives refused customers another try once their rows are fixed. `reason` chooses one kind, such as P403. */
export async function redrive({ pool, boss }: Database, reason?: string): Promise<void> {
  const jobs = await findRefused(boss, reason);
  let moved = 0;
  for (let start = 0; start < jobs.length; start += batchSize) {
    const batch = jobs.slice(start, start + batchSize);
    // One transaction, so that no job comes back to a row that says it has ended.
    await inTransaction(pool, async (client, transaction) => {
      await client.query(
        `update onboarding_customers set outcome = null, reason = null, fields = null, finished_at = null
         where external_user_id = any($1) and outcome in ('refused', 'gave-up')`,
        [batch.map(({ externalUserId }) => externalUserId)],
      );
      const ids = batch.map(({ id }) => id);
      moved += await boss.redrive(refusedQueue, { ids, limit: batchSize, ...transaction });
    });
  }
  console.log(`Back to the queue: ${moved}`);
}

async function findRefused(boss: PgBoss, reason: string | undefined) {
  const found: { id: string; externalUserId: string }[] = [];
  let page: JobWithMetadata<JobData>[] = [];
  do {
    const after = page.at(-1)?.id;
    page = await boss.findJobs<JobData>(refusedQueue, { queued: true, limit: batchSize, ...(after && { after }) });
    for (const { id, data, sourceOutput } of page) {
      if (reason === undefined || (sourceOutput as { reason?: string } | null)?.reason === reason)
        found.push({ id, externalUserId: data.externalUserId });
    }
  } while (page.length === batchSize);
  return found;
}
