// The entry that uses undici instead of the runtime's fetch. It takes settings as its argument, like main.mjs.
import { createUndiciFetch } from 'p100-partner-sdk/undici';
import { Agent } from 'undici';
import { runCore } from './core.mjs';

const agent = new Agent({ connections: 2 });
const seen = await runCore(JSON.parse(process.argv[2]), () => createUndiciFetch(agent));
await agent.close();
console.log(JSON.stringify(seen));
