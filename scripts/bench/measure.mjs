// Makes one measurement in its own process, and prints it as JSON. Arguments: base URL, kind, size, name of the contender.
import { Bench } from 'tinybench';
import { createContenders } from './contenders.mjs';

const inFlight = 32;
const [baseUrl, kind, size, name] = process.argv.slice(2);
const measurements = { speed, heap, chunks };
process.stdout.write(JSON.stringify(await measurements[kind](Number(size))), () => process.exit());

async function makeCalls(call, calls) {
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

/**
 * Microseconds per call of every contender, pass by pass, so that other load on the machine slows all of them alike.
 * `wall` is elapsed time; `cpu` is processor time, which is reliable even on a busy machine.
 */
async function speed(passes) {
  const batch = 320;
  const order = Object.entries(await createContenders(baseUrl, inFlight));
  const rounds = () => Object.fromEntries(order.map(([contender]) => [contender, []]));
  const results = { wall: rounds(), cpu: rounds() };
  for (let pass = 0; pass < passes; pass++) {
    order.push(order.shift());
    const cpu = {};
    const bench = new Bench({
      ...{ time: 0, iterations: Math.min(passes, 5) },
      ...{ warmupTime: 0, warmupIterations: pass === 0 ? passes : 1 },
    });
    for (const [contender, call] of order) {
      bench.add(contender, async () => {
        const begun = process.cpuUsage();
        await makeCalls(call, batch);
        const { user, system } = process.cpuUsage(begun);
        cpu[contender] = user + system;
      });
    }
    await bench.run();
    for (const { name: contender, result } of bench.tasks) {
      if (result.error) throw result.error;
      results.wall[contender].push((result.latency.p50 * 1000) / batch);
      results.cpu[contender].push(cpu[contender] / batch);
    }
  }
  return results;
}

/** By how many bytes the heap grows over this many calls. */
async function heap(calls) {
  const call = (await createContenders(baseUrl, inFlight))[name];
  await makeCalls(call, 2000);
  const before = await heapInUse();
  await makeCalls(call, calls);
  return (await heapInUse()) - before;
}

/** Collects several times: finalizers run in between and free memory that only the next collection finds. */
async function heapInUse() {
  for (let collections = 0; collections < 4; collections++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return process.memoryUsage().heapUsed;
}

/** The cost of 1 MB in 1-byte chunks: milliseconds, and bytes above the previous peak of the process. */
async function chunks() {
  const call = (await createContenders(`${baseUrl}/chunks`, 1))[name];
  const before = process.resourceUsage().maxRSS;
  const begun = performance.now();
  await call();
  return { milliseconds: performance.now() - begun, bytes: (process.resourceUsage().maxRSS - before) * 1024 };
}
