import type { Pool } from 'pg';

/** Stops every worker on every host: each looks for a pause once a second. */
export const pause = (pool: Pool, reason: string) =>
  pool.query('insert into onboarding_pause (reason) values ($1) on conflict do nothing', [reason]);

export const findPause = async (pool: Pool) =>
  (await pool.query<{ reason: string; since: Date }>('select reason, since from onboarding_pause')).rows[0];

export const endPause = (pool: Pool) => pool.query('delete from onboarding_pause');
