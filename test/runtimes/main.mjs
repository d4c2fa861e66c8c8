// The entry for runtimes with a command line: settings as the argument, what was seen on standard output.
import { runCore } from './core.mjs';
import { servers } from './servers.mjs';
import { runWebhooks } from './webhooks.mjs';

const [settings] = globalThis.Deno?.args ?? process.argv.slice(2);
const seen = await runCore(JSON.parse(settings));
console.log(JSON.stringify({ ...seen, webhooks: await runWebhooks(servers) }));
