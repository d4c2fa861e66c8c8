// How time per call and heap follow the number of calls. Arguments: base URL, most calls.
import { createContenders } from './contenders.mjs';
import { heapInUse, measureRound } from './rounds.mjs';

const [baseUrl, mostCalls] = process.argv.slice(2);
const contenders = await createContenders(baseUrl, 64);
const results = {};
for (const name of ['this client', 'this client on undici']) {
  const call = contenders[name];
  await measureRound(call, 2048, 512);
  const inFlight = {};
  for (const many of [1, 8, 64, 512]) inFlight[many] = await measureRound(call, 2048, many);
  const heapBefore = await heapInUse();
  const calls = {};
  for (let many = 1000; many <= Number(mostCalls); many *= 10) {
    calls[many] = { ...(await measureRound(call, many, 32)), heapGrowth: (await heapInUse()) - heapBefore };
  }
  results[name] = { inFlight, calls };
}
process.stdout.write(JSON.stringify(results), () => process.exit());
