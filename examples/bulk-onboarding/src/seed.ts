import type { CreateUserRequest } from 'p100-partner-sdk';
import { type Row, readCustomers } from './customers.ts';
import { type Database, inTransaction, queue } from './database.ts';

const batchSize = 1_000;

/** Writes the customers of a file and their jobs. A customer who is known already is left as it is. */
export async function seed(database: Database, file: string): Promise<void> {
  let rows = 0;
  let added = 0;
  let bad = 0;
  for await (const batch of inBatches(readCustomers(file))) {
    const customers = batch.flatMap((row) => ('customer' in row ? [row.customer] : []));
    for (const row of batch) if ('problem' in row) console.error(`line ${row.line}: ${row.problem}`);
    added += await addCustomers(database, customers);
    rows += batch.length;
    bad += batch.length - customers.length;
    if (rows % 100_000 === 0) console.log(`${rows} rows read`);
  }
  console.log(`${added} customers added, ${rows - added - bad} known already, ${bad} unusable`);
  if (bad > 0) process.exitCode = 1;
}

async function* inBatches(rows: AsyncGenerator<Row>): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const row of rows) {
    if (batch.push(row) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** One transaction, so that a crash leaves no customer without a job. Returns how many were new. */
function addCustomers({ pool, boss }: Database, customers: CreateUserRequest[]): Promise<number> {
  return inTransaction(pool, async (client, transaction) => {
    const { rows } = await client.query<{ externalUserId: string }>(
      `insert into onboarding_customers (external_user_id, request)
       select * from unnest($1::text[], $2::json[])
       on conflict do nothing
       returning external_user_id as "externalUserId"`,
      [customers.map(({ externalUserId }) => externalUserId), customers.map((customer) => JSON.stringify(customer))],
    );
    const jobs = rows.map((data) => ({ data }));
    await boss.insert(queue, jobs, transaction);
    return rows.length;
  });
}
