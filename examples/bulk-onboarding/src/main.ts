import { parseArgs } from 'node:util';
import { endPause, openQueue } from './database.ts';
import { reconcile } from './reconcile.ts';
import { redrive } from './redrive.ts';
import { seed } from './seed.ts';
import { showStatus } from './status.ts';
import { work } from './work.ts';

const usage = `Usage: npm run onboard -- COMMAND
  seed FILE            add the customers of an NDJSON or CSV file
  work                 onboard them; start as many as you like
    --rate 5             calls per second
    --concurrency 10     calls at a time
    --timeout-ms 30000   time limit of a call
    --resume             end a pause first
  status               show progress and refusals
  redrive [REASON]     try refused customers again, all of them or one kind, such as P403
  reconcile            ask P100 about users that existed already; takes --rate`;

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
  const [command = '', argument = ''] = positionals;
  const rate = Number(values.rate);
  const concurrency = Number(values.concurrency);
  const timeoutMs = Number(values['timeout-ms']);
  const known = ['seed', 'work', 'status', 'redrive', 'reconcile'].includes(command);
  if (!known || (command === 'seed' && !argument) || !(rate > 0 && concurrency > 0 && timeoutMs > 0))
    throw new Error(usage);
  const boss = await openQueue();
  try {
    if (values.resume) await endPause(boss);
    if (command === 'seed') await seed(boss, argument);
    if (command === 'work') await work(boss, rate, concurrency, timeoutMs);
    if (command === 'status') await showStatus(boss);
    if (command === 'redrive') await redrive(boss, argument);
    if (command === 'reconcile') await reconcile(boss, rate);
  } finally {
    // Lets the calls under way finish.
    await boss.stop({ timeout: 120_000 });
  }
}

main().catch((error) => {
  console.error(error.message || error);
  // Does not wait for connections that failed.
  process.exit(1);
});
