/** How much longer work takes now than it would alone on the machine: 1 if nothing else runs. */
export function measureSlowness(): number {
  const begun = performance.now();
  const before = process.cpuUsage();
  let cpu = 0;
  while (cpu < 100) {
    const { user, system } = process.cpuUsage(before);
    cpu = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - begun) / cpu);
}
