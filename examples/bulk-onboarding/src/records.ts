// What the customers' table knows of each customer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatedUser, CreateUserRequest } from 'p100-partner-sdk';
import type { Pool } from 'pg';
import { describe } from './database.ts';

/** How a customer's onboarding ended. `existed`: P100 knows the id already, and does not say since when. */
export type Outcome =
  | { readonly outcome: 'created'; readonly user: CreatedUser }
  | { readonly outcome: 'existed' }
  | Refusal;

/** P100 refused the customer, or every attempt failed. Both go to the dead-letter queue. */
export interface Refusal {
  readonly outcome: 'refused' | 'gave-up';
  /** A code or the name of an error. */
  readonly reason: string;
  /** Names of fields. */
  readonly fields: readonly string[];
}

export interface Customer {
  readonly externalUserId: string;
  readonly request: CreateUserRequest;
  /** `null` until the customer's onboarding has ended. */
  readonly ended: { readonly outcome: 'created' | 'existed' } | Refusal | null;
}

export async function loadCustomers(pool: Pool, ids: string[]): Promise<Map<string, Customer>> {
  const { rows } = await pool.query<Customer>(
    `select external_user_id as "externalUserId", request,
       case when outcome is not null
         then json_build_object('outcome', outcome, 'reason', reason, 'fields', fields) end as ended
     from onboarding_customers where external_user_id = any($1)`,
    [ids],
  );
  return new Map(rows.map((customer) => [customer.externalUserId, customer]));
}

/**
 * Writes an outcome. The first one stays, except that `created` replaces any other: a worker that was cut off from the
 * database may report late that it created a user, after another worker found that the user existed.
 */
export async function record(pool: Pool, externalUserId: string, ended: Outcome): Promise<void> {
  const user = ended.outcome === 'created' ? ended.user : null;
  const { reason, fields } = 'reason' in ended ? ended : { reason: null, fields: null };
  await untilItWorks(() =>
    pool.query(
      `update onboarding_customers
       set outcome = $2, reason = $3, fields = $4, p100_user = $5, finished_at = now()
       where external_user_id = $1 and (outcome is null or $2 = 'created')`,
      [externalUserId, ended.outcome, reason, fields, user],
    ),
  );
}

const patienceMs = 120_000;

/** P100 names a new `userId` only once, so wait for a database that restarts. */
async function untilItWorks(write: () => Promise<unknown>): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      console.error(`A record waits for the database (${describe(error)})`);
      await sleep(1_000);
    }
  }
}
