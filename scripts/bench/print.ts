import Table from 'cli-table3';
import { kilobytes, ratio, type Scaling, type Speed, spread } from './figures.ts';
import type { Target } from './targets.ts';

const baseline = 'bare fetch';

const createTable = (head: string[]): Table.Table => new Table({ head, style: { head: [], border: [] } });

/** Time per call of every contender, with its spread and its ratio to bare fetch. */
export function printSpeed(speed: Speed, node: string): void {
  for (const [inFlight, contenders] of Object.entries(speed)) {
    console.log(`\nNode ${node}, ${inFlight} in flight: microseconds per call (median ± half the quartile distance)`);
    const table = createTable(['', 'wall', '/ fetch', 'CPU', '/ fetch']);
    for (const [name, rounds] of Object.entries(contenders)) {
      const cells = (['wall', 'cpu'] as const).flatMap((kind) => {
        const { median, spread: half } = spread(rounds, kind);
        const against = ratio(speed, Number(inFlight), [name, baseline], kind);
        return [`${median.toFixed(0)} ± ${half.toFixed(0)}`, against.toFixed(2)];
      });
      table.push([name, ...cells]);
    }
    console.log(table.toString());
  }
}

/** Rows of figures by name. */
export function printFigures(title: string, head: string[], rows: readonly (readonly (string | number)[])[]): void {
  const table = createTable(['', ...head]);
  for (const row of rows) table.push(row.map(String));
  console.log(`\n${title}\n${table}`);
}

/** How time per call and heap follow the number of calls. */
export function printScaling(name: string, { inFlight, calls }: Scaling): void {
  const rows = [
    ...Object.entries(inFlight).map(([many, { wall, cpu }]) => [`${many} in flight`, wall.toFixed(0), cpu.toFixed(0)]),
    ...Object.entries(calls).map(([many, { wall, cpu, heapGrowth }]) => [
      ...[`${many} calls, 32 in flight`, wall.toFixed(0), cpu.toFixed(0)],
      kilobytes(heapGrowth),
    ]),
  ];
  printFigures(`Scaling of ${name}: microseconds per call`, ['wall', 'CPU', 'heap growth, kB'], rows);
}

/** What had to be reached, and whether it was. */
export function printTargets(targets: readonly Target[]): void {
  const rows = targets.map(({ figure, value, atMost, unit }) => [
    figure,
    `${Number(value.toFixed(2))}${unit}`,
    `${atMost}${unit}`,
    value <= atMost ? '' : 'missed',
  ]);
  printFigures('Targets', ['seen', 'at most', ''], rows);
  const missed = targets.filter(({ value, atMost }) => !(value <= atMost));
  console.log(missed.length === 0 ? 'All targets are reached.' : `${missed.length} of ${targets.length} are missed.`);
}
