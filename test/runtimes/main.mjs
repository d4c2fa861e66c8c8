// The entry for runtimes with a command line: settings as the argument, what was seen on standard output.
import { runCore } from './core.mjs';

const [settings] = globalThis.Deno?.args ?? process.argv.slice(2);
console.log(JSON.stringify(await runCore(JSON.parse(settings))));
