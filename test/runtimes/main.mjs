// The entry for runtimes with a command line: it takes settings as its argument and prints the results.
import { runCore } from './core.mjs';
import { servers } from './servers.mjs';
import { runWebhooks } from './webhooks.mjs';

const [settings] = globalThis.Deno?.args ?? process.argv.slice(2);
const seen = await runCore(JSON.parse(settings));
console.log(JSON.stringify({ ...seen, webhooks: await runWebhooks(servers) }));
