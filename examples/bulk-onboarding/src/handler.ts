import type { P100Client } from 'p100-partner-sdk';
import type { Pool } from 'pg';
import type { JobResult, JobWithMetadata } from 'pg-boss';
import { ensureUser } from './call.ts';
import { describe, type JobData } from './database.ts';
import type { Pace } from './pace.ts';
import { pause } from './pause.ts';
import { type Customer, loadCustomers, type Outcome, record } from './records.ts';

type Job = JobWithMetadata<JobData>;

/** A job that waits longer than its `expireInSeconds`, 15 minutes by default, goes to another worker. */
const longestHoldMs = 60_000;

export interface HandlerParts {
  readonly p100: P100Client;
  readonly pool: Pool;
  readonly pace: Pace;
  /** Aborted when this process should finish. */
  readonly ending: AbortController;
  /** Calls by what they came to. */
  readonly counts: Map<string, number>;
}

/** Returns the function that pg-boss calls with each batch of jobs. */
export function createHandler({ p100, pool, pace, ending, counts }: HandlerParts) {
  return async (jobs: Job[]): Promise<JobResult[]> => {
    try {
      const ids = jobs.map(({ data }) => data.externalUserId);
      const customers = await loadCustomers(pool, ids);
      return await Promise.all(jobs.map((job) => handle(job, customers.get(job.data.externalUserId))));
    } catch (error) {
      // pg-boss stores what a handler throws, and an error of PostgreSQL may repeat values of a row.
      throw new Error(describe(error));
    }
  };

  async function handle(job: Job, customer: Customer | undefined): Promise<JobResult> {
    // Somebody deleted the customer's row.
    if (!customer) return { id: job.id, status: 'completed' };
    // A worker recorded the outcome and died before the queue knew.
    if (customer.ended) return settle(job, customer.ended);
    await pace.turn();
    if (ending.signal.aborted) return repeat(job, 'the worker stopped');
    const result = await ensureUser(p100, customer.request);
    counts.set(result.outcome, (counts.get(result.outcome) ?? 0) + 1);
    if (result.outcome === 'stop') {
      ending.abort();
      await pause(pool, result.reason);
      return repeat(job, 'paused');
    }
    if (result.outcome !== 'again') return finish(job, customer, result);
    pace.hold(Math.min(result.holdMs, longestHoldMs));
    const { reason } = result;
    if (job.retryCount < job.retryLimit) return repeat(job, reason);
    return finish(job, customer, { outcome: 'gave-up', reason, fields: [] });
  }

  async function finish(job: Job, { externalUserId }: Customer, ended: Outcome): Promise<JobResult> {
    await record(pool, externalUserId, ended);
    return settle(job, ended);
  }
}

function settle({ id }: Job, ended: NonNullable<Customer['ended']>): JobResult {
  if (ended.outcome !== 'refused' && ended.outcome !== 'gave-up') return { id, status: 'completed' };
  return { id, status: 'deadletter', output: { reason: ended.reason, fields: ended.fields } };
}

const repeat = ({ id }: Job, reason: string): JobResult => ({ id, status: 'failed', output: { reason } });
