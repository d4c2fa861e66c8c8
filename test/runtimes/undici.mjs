// The entry that uses undici in place of the runtime's fetch: settings as the argument, as in main.mjs.
import { createUndiciFetch } from 'p100-partner-sdk/undici';
import { runCore } from './core.mjs';

const fetches = [];
const createFetch = () => {
  fetches.push(createUndiciFetch({ connections: 2 }));
  return fetches.at(-1);
};
const seen = await runCore(JSON.parse(process.argv[2]), createFetch);
await Promise.all(fetches.map((fetch) => fetch.close()));
console.log(JSON.stringify(seen));
