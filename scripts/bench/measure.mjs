// Makes one measurement in its own process, and prints it as JSON. Arguments: base URL, kind, size, name of the contender.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Bench } from 'tinybench';
import { createContenders } from './contenders.mjs';

const inFlight = 32;
const batch = 320;
const [baseUrl, kind, size, name] = process.argv.slice(2);
const measurements = { speed, rounds, heap, chunks };
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
 * `wall` is elapsed time; `cpu` is processor time, which is reliable even on a busy machine. Each contender has a
 * process of its own, as in a service: in one process, each slows the code that it shares with the others.
 */
async function speed(passes) {
  const order = [];
  for (const contender of Object.keys(await createContenders(baseUrl, inFlight))) {
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'];
    const runner = fork(process.argv[1], [baseUrl, 'rounds', size, contender], { stdio });
    await once(runner, 'message');
    order.push([contender, runner]);
  }
  const noRounds = () => Object.fromEntries(order.map(([contender]) => [contender, []]));
  const results = { wall: noRounds(), cpu: noRounds() };
  for (let pass = 0; pass < passes; pass++) {
    order.push(order.shift());
    for (const [contender, runner] of order) {
      runner.send('measure');
      const [round] = await once(runner, 'message');
      for (const each of ['wall', 'cpu']) results[each][contender].push(round[each]);
    }
  }
  return results;
}

/** Measures one contender, once for each message, until the parent ends. */
async function rounds(passes) {
  const call = (await createContenders(baseUrl, inFlight))[name];
  await makeCalls(call, passes * batch);
  process.on('message', async () => process.send(await measureRound(call, Math.min(passes, 2))));
  process.send('ready');
  await once(process, 'disconnect');
  return null;
}

async function measureRound(call, iterations) {
  let cpu = 0;
  let calls = 0;
  const bench = new Bench({ time: 0, iterations, warmup: false });
  bench.add(name, async () => {
    const begun = process.cpuUsage();
    await makeCalls(call, batch);
    const { user, system } = process.cpuUsage(begun);
    cpu += user + system;
    calls += batch;
  });
  const [{ result }] = await bench.run();
  if (result.error) throw result.error;
  return { wall: (result.latency.p50 * 1000) / batch, cpu: cpu / calls };
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
