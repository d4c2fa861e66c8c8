import { classifyError, createP100Client, isP100Error, type P100Client } from 'p100-partner-sdk';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { createPace } from './pace.ts';

type End = 'found' | 'unknown' | 'later';

/**
 * Asks P100 for the balances of users that existed already and stores them: `ensure` does not tell their `userId`, and
 * some of them were created by a worker that died before it could record them.
 */
export async function reconcile({ pool }: Database, options: { rate: number; concurrency: number }): Promise<void> {
  const p100 = createP100Client();
  const pace = createPace(options.rate);
  const counts: Record<End, number> = { found: 0, unknown: 0, later: 0 };
  let ids = await nextIds(pool, '', options.concurrency);
  while (ids.length > 0) {
    const ends = await Promise.all(ids.map((id) => pace.turn().then(() => check(p100, pool, id))));
    for (const end of ends) counts[end]++;
    ids = await nextIds(pool, ids.at(-1), options.concurrency);
  }
  console.log(`${counts.found} found, ${counts.unknown} unknown to P100 (P412), ${counts.later} left for the next run`);
}

async function nextIds(pool: Pool, after: string | undefined, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select external_user_id as id from onboarding_customers
     where outcome = 'existed' and p100_balances is null and external_user_id > $1
     order by external_user_id limit $2`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

async function check(p100: P100Client, pool: Pool, externalUserId: string): Promise<End> {
  try {
    const balances = await p100.users.getBalances({ externalUserId });
    await mark(pool, externalUserId, balances, null);
    return 'found';
  } catch (error) {
    if (!isP100Error(error) || classifyError(error) === 'stop') throw error;
    if (classifyError(error) === 'retry') return 'later';
    await mark(pool, externalUserId, null, error.code ?? error.name);
    return 'unknown';
  }
}

const mark = (pool: Pool, id: string, balances: unknown, reason: string | null) =>
  pool.query('update onboarding_customers set p100_balances = $2, reason = $3 where external_user_id = $1', [
    id,
    balances,
    reason,
  ]);
