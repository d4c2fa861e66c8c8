import type { PgBoss } from 'pg-boss';
import { findPause, query, refusedQueue } from './database.ts';

/** Prints how far the onboarding is. */
export async function showStatus(boss: PgBoss): Promise<void> {
  const rows = await query<{ outcome: string; count: number; recent: number }>(
    boss,
    `select coalesce(outcome, 'waiting') as outcome, count(*)::int as count,
       (count(*) filter (where finished_at > now() - interval '1 minute'))::int as recent
     from onboarding_customers group by outcome order by outcome`,
  );
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const waiting = rows.find(({ outcome }) => outcome === 'waiting')?.count ?? 0;
  const perSecond = rows.reduce((sum, { recent }) => sum + recent, 0) / 60;
  const share = total === 0 ? 0 : (total - waiting) / total;
  const bar = '#'.repeat(Math.floor(share * 40)).padEnd(40, '-');
  console.log(`[${bar}] ${Math.floor(share * 100)} %   ${total - waiting} of ${total}`);
  console.log(rows.map(({ outcome, count }) => `${outcome} ${count}`).join('   '));
  const minutes = Math.ceil(waiting / perSecond / 60);
  const left = minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
  if (waiting > 0 && perSecond > 0) console.log(`${perSecond.toFixed(1)} per second, ${left} left`);
  await showRefusals(boss);
  const paused = await findPause(boss);
  if (paused) console.log(paused);
}

async function showRefusals(boss: PgBoss): Promise<void> {
  const { total } = await boss.previewRedrive(refusedQueue, { limit: 100_000 });
  console.log(`dead-letter queue: ${total}`);
  const rows = await query<{ reason: string; fields: string; count: number; example: string }>(
    boss,
    `select reason, array_to_string(fields, ', ') as fields, count(*)::int as count, min(external_user_id) as example
     from onboarding_customers where reason is not null group by reason, fields order by count desc`,
  );
  for (const { reason, fields, count, example } of rows)
    console.log(`  ${count} x ${reason}${fields && ` (${fields})`}, such as ${example}`);
}
