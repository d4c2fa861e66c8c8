import { classifyError, createP100Client, isP100Error } from 'p100-partner-sdk';
import type { PgBoss } from 'pg-boss';
import { query } from './database.ts';
import { createPace } from './pace.ts';

/**
 * Asks P100 for the balances of users that existed already and stores them: `ensure` does not tell their `userId`, and
 * some of them were created by a worker that died before it could record them.
 */
export async function reconcile(boss: PgBoss, rate: number): Promise<void> {
  const p100 = createP100Client();
  const pace = createPace(rate);
  const counts = { found: 0, unknown: 0, later: 0 };
  const mark = (values: unknown[]) =>
    query(boss, 'update onboarding_customers set p100_balances = $2, reason = $3 where external_user_id = $1', values);
  const existing = await query<{ id: string }>(
    boss,
    `select external_user_id as id from onboarding_customers where outcome = 'existed' and p100_balances is null`,
  );
  for (const { id } of existing) {
    await pace.turn();
    try {
      await mark([id, await p100.users.getBalances({ externalUserId: id }), null]);
      counts.found++;
    } catch (error) {
      const verdict = classifyError(error);
      if (!isP100Error(error) || verdict === 'stop') throw error;
      counts[verdict === 'retry' ? 'later' : 'unknown']++;
      if (verdict === 'refuse') await mark([id, null, error.code ?? error.name]);
    }
  }
  console.log(`${counts.found} found, ${counts.unknown} unknown to P100 (P412), ${counts.later} left for the next run`);
}
