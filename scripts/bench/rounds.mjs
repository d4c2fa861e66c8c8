/** Makes calls, so many at a time, and answers microseconds of wall and CPU time per call. */
export async function measureRound(call, calls, inFlight) {
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(Array.from({ length: inFlight }, worker));
  const wall = ((performance.now() - begun) * 1000) / calls;
  const { user, system } = process.cpuUsage(cpu);
  return { wall, cpu: (user + system) / calls };
}

/** Measures contenders in rotation: what else the machine does hits all of them alike. Answers the rounds of each. */
export async function rotate(contenders, { rounds, calls, inFlight }) {
  const order = Object.entries(contenders);
  const results = Object.fromEntries(order.map(([name]) => [name, []]));
  for (const [, call] of order) await measureRound(call, calls * 4, inFlight);
  for (let round = 0; round < rounds; round++) {
    order.push(order.shift());
    for (const [name, call] of order) results[name].push(await measureRound(call, calls, inFlight));
  }
  return results;
}

/** Heap in use without garbage. Finalizers run between collections, and free what only the next one finds. */
export async function heapInUse() {
  for (let collections = 0; collections < 4; collections++) {
    globalThis.gc();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return process.memoryUsage().heapUsed;
}
