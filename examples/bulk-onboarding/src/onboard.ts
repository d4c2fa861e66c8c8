import { setTimeout as sleep } from 'node:timers/promises';
import {
  type CreatedUser,
  type CreateUserRequest,
  classifyError,
  isP100Error,
  type P100Client,
} from 'p100-partner-sdk';
import type { Job, JobResult, PgBoss } from 'pg-boss';
import { type JobData, pause, query, retryLimit } from './database.ts';
import type { Pace } from './pace.ts';

/** Returns the function that onboards the customer of one job. The queue's tables store what it returns. */
export function createOnboarding(boss: PgBoss, p100: P100Client, pace: Pace, ending: AbortController) {
  return (job: Job<JobData>): Promise<JobResult> =>
    // The database failed. One job must not fail its whole batch.
    onboard(job).catch(({ message }: Error) => ({ id: job.id, status: 'failed', output: { reason: message } }));

  async function onboard(job: Job<JobData>): Promise<JobResult> {
    const row = await findRow(boss, job.data);
    // The row was deleted, or a worker recorded the outcome and died before the queue knew.
    if (!row) return { id: job.id, status: 'completed' };
    await pace.turn();
    if (ending.signal.aborted) return { id: job.id, status: 'failed', output: { reason: 'the worker stopped' } };
    const result = await p100.users.ensure(row.request).catch((error: Error) => error);
    if (result instanceof Error) return settleFailure(job, result);
    await record(boss, job.data, result.created ? { outcome: 'created', user: result.user } : { outcome: 'existed' });
    return { id: job.id, status: 'completed' };
  }

  /** Only codes and names leave here: they are safe in logs and in the queue. */
  async function settleFailure({ id, data, retryCount }: Job<JobData>, error: Error): Promise<JobResult> {
    const p100Error = isP100Error(error) ? error : undefined;
    const reason = p100Error?.code ?? error.name;
    const verdict = classifyError(error);
    if (verdict === 'stop') {
      await pause(boss, p100Error?.message ?? error.name);
      ending.abort();
    }
    if (p100Error?.name === 'P100ResponseError') pace.hold(p100Error.retryAfterMs ?? 0);
    if (verdict === 'stop' || (verdict === 'retry' && retryCount < retryLimit))
      return { id, status: 'failed', output: { reason } };
    const fields = p100Error?.code === 'P403' ? p100Error.fields : [];
    await record(boss, data, { outcome: verdict === 'refuse' ? 'refused' : 'gave-up', reason, fields });
    return { id, status: 'deadletter', output: { reason, fields } };
  }
}

/** `undefined` if this customer is done. */
async function findRow(boss: PgBoss, { externalUserId }: JobData): Promise<{ request: CreateUserRequest } | undefined> {
  const [row] = await query<{ request: CreateUserRequest }>(
    boss,
    `select request from onboarding_customers
     where external_user_id = $1 and (outcome is null or outcome in ('refused', 'gave-up'))`,
    [externalUserId],
  );
  return row;
}

interface Ended {
  readonly outcome: 'created' | 'existed' | 'refused' | 'gave-up';
  readonly user?: CreatedUser;
  readonly reason?: string;
  readonly fields?: readonly string[];
}

/**
 * Writes an outcome. `created` stays: a worker that was cut off from the database may report late that it created a
 * user, after another worker found that the user existed.
 */
async function record(boss: PgBoss, { externalUserId }: JobData, { outcome, user, reason, fields }: Ended) {
  const sql = `update onboarding_customers
    set outcome = $2, reason = $3, fields = $4, p100_user = $5, finished_at = now()
    where external_user_id = $1 and outcome is distinct from 'created'`;
  const write = () => query(boss, sql, [externalUserId, outcome, reason, fields, user]);
  // P100 names a new `userId` only once, so wait two minutes for a database that restarts.
  for (let seconds = 1; seconds <= 64; seconds *= 2) {
    if (await write().catch(() => undefined)) return;
    await sleep(seconds * 1_000);
  }
  await write();
}
