import { expect } from 'vitest';
import { johnDoe } from '../../support/description.ts';
import type { Postgres } from './postgres.ts';

/** What must not leave the customers' table. */
function personalData(): string {
  const { externalUserId: _, country: __, citizenship: ___, documentType: ____, ...personal } = johnDoe();
  return Object.values(personal).join('|');
}

/** Searches the queue's tables, including the dead-letter queue, and the logs of the commands and of PostgreSQL. */
export async function expectNoPersonalData(postgres: Postgres, logs: string): Promise<void> {
  const find = (table: string) => {
    const row = 'row_to_json(found)::text';
    // PostgreSQL writes a word boundary as \y.
    return postgres.query(`select ${row} from ${table} found where ${row} ~* '\\y(${personalData()})\\y'`);
  };
  // The search itself works: it finds them in the customers' table.
  expect(await find('onboarding_customers')).not.toEqual([]);
  const tables = await postgres.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'pgboss'`,
  );
  expect(tables.length).toBeGreaterThan(3);
  for (const { name } of tables) expect(await find(name)).toEqual([]);
  const pattern = new RegExp(`\\b(${personalData()})\\b`, 'i');
  expect(logs).not.toBe('');
  expect(logs).not.toMatch(pattern);
  expect(postgres.log()).not.toMatch(pattern);
}
