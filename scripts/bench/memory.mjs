// Heap of one contender after 10 000 calls, and for each of 2 000 calls in flight. Arguments: base URL, name.
import { createContenders } from './contenders.mjs';
import { heapInUse, measureRound } from './rounds.mjs';

const [baseUrl, name] = process.argv.slice(2);
const call = (await createContenders(baseUrl, 32))[name];
const held = (await createContenders(`${baseUrl}/hold`, 2000))[name];
await measureRound(call, 2000, 32);
const before = await heapInUse();
await measureRound(call, 10_000, 32);
const idle = (await heapInUse()) - before;
const calls = Array.from({ length: 2000 }, held);
// Time for all requests to leave.
await new Promise((resolve) => setTimeout(resolve, 3000));
const inFlight = ((await heapInUse()) - before - idle) / calls.length;
await fetch(`${baseUrl}/release`, { method: 'POST' });
await Promise.all(calls);
process.stdout.write(JSON.stringify({ idle, inFlight }), () => process.exit());
