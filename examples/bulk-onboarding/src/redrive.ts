import type { PgBoss } from 'pg-boss';
import { inTransaction, type JobData, query, refusedQueue } from './database.ts';

const limit = 1_000;
const forget = `update onboarding_customers set outcome = null, reason = null, fields = null, finished_at = null
  where external_user_id = any($1) and outcome in ('refused', 'gave-up')`;

/** Gives refused customers another try once their rows are fixed. `reason` chooses one kind, such as P403; '' all. */
export async function redrive(boss: PgBoss, reason: string): Promise<void> {
  const jobs = await findRefused(boss, reason);
  let moved = 0;
  while (jobs.length > 0) {
    const batch = jobs.splice(0, limit);
    const ids = batch.map(({ id }) => id);
    const customers = batch.map(({ externalUserId }) => externalUserId);
    // One transaction, so that no row says that it has ended while its job waits.
    moved += await inTransaction(boss, async (db) => {
      await query(boss, forget, [customers], db);
      return boss.redrive(refusedQueue, { ids, limit, db });
    });
  }
  console.log(`Back to the queue: ${moved}`);
}

async function findRefused(boss: PgBoss, reason: string) {
  const found: { id: string; externalUserId: string }[] = [];
  for (let after: string | undefined; ; ) {
    const page = await boss.findJobs<JobData>(refusedQueue, { queued: true, limit, ...(after && { after }) });
    for (const { id, data, sourceOutput } of page) {
      const output = sourceOutput as { reason?: string } | null;
      if (!reason || output?.reason === reason) found.push({ id, externalUserId: data.externalUserId });
    }
    after = page.at(-1)?.id;
    if (page.length < limit) return found;
  }
}
