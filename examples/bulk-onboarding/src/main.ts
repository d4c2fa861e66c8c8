import { parseArgs } from 'node:util';
import { type Database, describe, openDatabase } from './database.ts';
import { reconcile } from './reconcile.ts';
import { redrive } from './redrive.ts';
import { seed } from './seed.ts';
import { showStatus } from './status.ts';
import { work } from './work.ts';

const usage = `npm run onboard -- COMMAND
  seed FILE            add the customers of an NDJSON or CSV file
  work                 onboard them; start as many as you like
    --rate 5             calls per second
    --concurrency 10     calls at a time
    --timeout-ms 30000   time limit of a call
    --resume             end a pause first
  status               show progress and refusals
  redrive [REASON]     try refused customers again, all of them or one kind, such as P403
  reconcile            ask P100 about users that existed already; takes --rate and --concurrency`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rate: { type: 'string', default: '5' },
      concurrency: { type: 'string', default: '10' },
      'timeout-ms': { type: 'string', default: '30000' },
      resume: { type: 'boolean', default: false },
    },
  });
  const [command, argument] = positionals;
  const limits = { rate: positive('rate', values.rate), concurrency: positive('concurrency', values.concurrency) };
  const timeoutMs = positive('timeout-ms', values['timeout-ms']);
  if (command === 'work') await work({ ...limits, timeoutMs, resume: values.resume });
  else if (command === 'seed' && argument) await withDatabase((database) => seed(database, argument));
  else if (command === 'status') await withDatabase(showStatus);
  else if (command === 'redrive') await withDatabase((database) => redrive(database, argument));
  else if (command === 'reconcile') await withDatabase((database) => reconcile(database, limits));
  else throw new Error(`Which command?\n${usage}`);
}

async function withDatabase(run: (database: Database) => Promise<void>): Promise<void> {
  const database = await openDatabase();
  await run(database).finally(database.close);
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`--${option} ${text} is not a number above 0\n${usage}`);
}

main().catch((error) => {
  console.error(describe(error));
  // Does not wait for connections that failed.
  process.exit(1);
});
