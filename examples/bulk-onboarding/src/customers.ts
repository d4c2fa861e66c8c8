// Reads customers out of an NDJSON or CSV file, line by line.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse/sync';
import type { CreateUserRequest } from 'p100-partner-sdk';

/** A customer, or what is wrong with a line. A problem names fields, never values. */
export type Row = { readonly customer: CreateUserRequest } | { readonly line: number; readonly problem: string };

/** The first line of a CSV file names the fields as P100 does. A record is one line: a line break in quotes is refused. */
export async function* readCustomers(file: string): AsyncGenerator<Row> {
  let parseLine: ((text: string) => unknown) | undefined = file.endsWith('.csv') ? undefined : JSON.parse;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (parseLine && text.trim() !== '') yield readLine(parseLine, text, line);
    parseLine ??= csvParser(text);
  }
}

function csvParser(header: string): (text: string) => unknown {
  const columns: string[] = parse(header, { bom: true })[0] ?? [];
  return (text) => parse(text, { columns })[0];
}

function readLine(parseLine: (text: string) => unknown, text: string, line: number): Row {
  try {
    return check(parseLine(text) as Record<string, unknown>, line);
  } catch {
    return { line, problem: 'not readable' };
  }
}

interface Description {
  readonly components: { readonly schemas: { readonly CreateUserRequest: { readonly required: readonly string[] } } };
}

const description: Description = createRequire(import.meta.url)('p100-partner-sdk/openapi.json');
const { required } = description.components.schemas.CreateUserRequest;

/** Finds what P100 would refuse anyway. All fields that it requires are strings. */
function check(customer: Record<string, unknown>, line: number): Row {
  const missing = required.filter((field) => typeof customer[field] !== 'string' || customer[field] === '');
  if (missing.length > 0) return { line, problem: `no text in ${missing.join(', ')}` };
  // The id is a key of the table and a part of URLs.
  if (/\p{C}/u.test(String(customer['externalUserId'])))
    return { line, problem: 'a control character in externalUserId' };
  return { customer: customer as unknown as CreateUserRequest };
}
