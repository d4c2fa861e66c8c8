import { type Database, refusedQueue } from './database.ts';
import { findPause } from './pause.ts';

const mostCounted = 100_000;

/** Prints how far the onboarding is. */
export async function showStatus({ pool, boss }: Database): Promise<void> {
  const { rows } = await pool.query<{ outcome: string | null; count: number; recent: number }>(
    `select outcome, count(*)::int as count,
       (count(*) filter (where finished_at > now() - interval '1 minute'))::int as recent
     from onboarding_customers group by outcome order by outcome`,
  );
  const total = sum(rows.map(({ count }) => count));
  const left = sum(rows.filter(({ outcome }) => outcome === null).map(({ count }) => count));
  const perSecond = sum(rows.map(({ recent }) => recent)) / 60;
  console.log(progress(total - left, total));
  console.log(rows.map(({ outcome, count }) => `${outcome ?? 'waiting'} ${count}`).join('   '));
  if (left > 0 && perSecond > 0) console.log(`${perSecond.toFixed(1)} per second, ${duration(left / perSecond)} left`);
  await showRefusals({ pool, boss });
  const paused = await findPause(pool);
  if (paused) console.log(`PAUSED since ${paused.since.toISOString()}: ${paused.reason}`);
}

async function showRefusals({ pool, boss }: Pick<Database, 'pool' | 'boss'>): Promise<void> {
  // The queue's own statistics are a minute old.
  const { total } = await boss.previewRedrive(refusedQueue, { limit: mostCounted });
  console.log(`dead-letter queue: ${total}${total === mostCounted ? ' or more' : ''}`);
  const { rows } = await pool.query<{ reason: string; fields: string; count: number; some: string[] }>(
    `select reason, array_to_string(fields, ', ') as fields, count(*)::int as count,
       (array_agg(external_user_id order by external_user_id))[1:3] as some
     from onboarding_customers where reason is not null group by reason, fields order by count desc`,
  );
  for (const { reason, fields, count, some } of rows) {
    const ids = `${some.join(', ')}${count > some.length ? ', …' : ''}`;
    console.log(`  ${count} x ${reason}${fields && ` (${fields})`}: ${ids}`);
  }
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

function progress(done: number, total: number): string {
  const share = total === 0 ? 0 : done / total;
  const filled = Math.floor(share * 40);
  return `[${'#'.repeat(filled)}${'-'.repeat(40 - filled)}] ${Math.floor(share * 100)} %   ${done} of ${total}`;
}

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
