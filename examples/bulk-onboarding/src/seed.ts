import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import type { CreateUserRequest } from 'p100-partner-sdk';
import description from 'p100-partner-sdk/openapi.json' with { type: 'json' };
import type { PgBoss } from 'pg-boss';
import { inTransaction, type JobData, query, queue } from './database.ts';

const batchSize = 1_000;
const { required } = description.components.schemas.CreateUserRequest;

/** Adds the customers of an NDJSON or CSV file and their jobs. Customers who are known already stay as they are. */
export async function seed(boss: PgBoss, file: string): Promise<void> {
  const counts = { added: 0, known: 0, unusable: 0 };
  let line = 0;
  let columns: string[] | undefined;
  let batch: CreateUserRequest[] = [];
  const save = async () => {
    const added = await addCustomers(boss, batch);
    counts.added += added;
    counts.known += batch.length - added;
    batch = [];
  };
  // A CSV record is one line too: a line break in quotes is refused.
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (line % 100_000 === 0) console.log(`${line} lines read`);
    if (text.trim() === '') continue;
    if (file.endsWith('.csv') && !columns) {
      columns = parse(text, { bom: true })[0];
      continue;
    }
    const row = readRow(text, columns);
    const problem = findProblem(row);
    if (problem) {
      counts.unusable++;
      console.error(`line ${line}: ${problem}`);
    } else if (batch.push(row as unknown as CreateUserRequest) === batchSize) await save();
  }
  await save();
  console.log(`${counts.added} customers added, ${counts.known} known already, ${counts.unusable} unusable`);
  if (counts.unusable > 0) process.exitCode = 1;
}

type Row = Record<string, unknown> | null | undefined;

function readRow(text: string, columns: string[] | undefined): Row {
  try {
    return columns ? parse<Record<string, unknown>>(text, { columns })[0] : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Finds what P100 would refuse anyway. Returns names of fields, never values. */
function findProblem(row: Row): string | undefined {
  if (!row) return 'not readable';
  const missing = required.filter((field) => typeof row[field] !== 'string' || row[field] === '');
  if (missing.length > 0) return `no text in ${missing.join(', ')}`;
  // The id is a key of the table and a part of URLs.
  if (/\p{C}|^\.\.?$/u.test(String(row['externalUserId']))) return 'externalUserId cannot be a part of a URL';
  return undefined;
}

/** One transaction, so that a crash leaves no customer without a job. Returns how many were new. */
function addCustomers(boss: PgBoss, customers: CreateUserRequest[]): Promise<number> {
  return inTransaction(boss, async (db) => {
    const added = await query<JobData>(
      boss,
      `insert into onboarding_customers (external_user_id, request)
       select * from unnest($1::text[], $2::json[])
       on conflict do nothing
       returning external_user_id as "externalUserId"`,
      [customers.map(({ externalUserId }) => externalUserId), customers.map((customer) => JSON.stringify(customer))],
      db,
    );
    const jobs = added.map((data) => ({ data }));
    await boss.insert(queue, jobs, { db });
    return added.length;
  });
}
