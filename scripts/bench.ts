import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { flag, runCommand } from '../src/testing/command-line.ts';
import { measureBundles, newerNode, prepare, program, run } from './bench/prepare.ts';

/** Microseconds per call of each contender, pass by pass: `wall` is elapsed time, `cpu` is processor time. */
type Speed = Readonly<Record<'wall' | 'cpu', Readonly<Record<string, readonly number[]>>>>;

type Json = ReturnType<typeof JSON.parse>;
type Measure = (node: string, kind: string, size: number, name?: string) => Json;

interface Target {
  readonly figure: string;
  readonly value: number;
  readonly atMost: number;
}

const client = 'this client';
const onUndici = 'this client on undici';

/** Ratios at 32 calls in flight. */
const ratios: readonly (readonly [name: string, base: string, atMost: number])[] = [
  [client, 'fetch, AbortSignal.timeout', 1.1],
  [client, 'openapi-fetch', 0.92],
  [onUndici, 'bare fetch', 0.4],
];

// The heap differs by this much between two collections, even without work in between.
const heapNoise = 500_000;

await runCommand({
  name: 'npm run bench --',
  summary: 'Compares the client with other clients: speed, heap and bundle. Writes bench-results.json.',
  options: { quick: flag('measure only briefly, to check that everything runs') },
  example: '--quick',
  async run({ quick }) {
    await prepare();
    const server = fork('scripts/bench/server.mjs', { execArgv: [] });
    try {
      const [port] = await once(server, 'message');
      report(quick, await measureBundles(), (node, kind, size, name = '') =>
        JSON.parse(run(node, ['--expose-gc', program, `http://127.0.0.1:${port}`, kind, String(size), name])),
      );
    } finally {
      server.disconnect();
    }
  },
});

function report(quick: boolean, bundles: Record<string, number>, measure: Measure): void {
  const targets: Target[] = [];
  const speeds: Record<string, Speed> = {};
  for (const node of [process.execPath, newerNode]) {
    const version = run(node, ['--version']).trim();
    const speed: Speed = measure(node, 'speed', quick ? 1 : 40);
    speeds[version] = speed;
    printSpeed(version, speed);
    targets.push(...speedTargets(version, speed), ...memoryTargets(version, quick, measure.bind(null, node)));
  }
  console.log('\nBundle, minified and gzipped: bytes');
  console.table(bundles);
  printTargets(targets);
  writeFileSync('bench-results.json', `${JSON.stringify({ speeds, bundles, targets }, null, 2)}\n`);
}

function memoryTargets(
  node: string,
  quick: boolean,
  measure: (kind: string, size: number, name: string) => Json,
): Target[] {
  const calls = quick ? 1000 : 100_000;
  return [client, onUndici].flatMap((name) => {
    const { milliseconds, bytes } = measure('chunks', 1, name);
    return [
      {
        figure: `heap growth over ${calls} calls in bytes, ${name}, ${node}`,
        value: measure('heap', calls, name),
        atMost: heapNoise,
      },
      { figure: `1 MB in 1-byte chunks in ms, ${name}, ${node}`, value: milliseconds, atMost: 3000 },
      { figure: `1 MB in 1-byte chunks in bytes, ${name}, ${node}`, value: bytes, atMost: 120e6 },
    ];
  });
}

function speedTargets(node: string, speed: Speed): Target[] {
  return ratios.map(([name, base, atMost]) => {
    return { figure: `${name} / ${base}, ${node}`, value: quantile(relative(speed, 'wall', name, base), 0.5), atMost };
  });
}

/** Ratios to another contender, each within one pass. */
function relative(speed: Speed, kind: keyof Speed, name: string, base: string): number[] {
  return (speed[kind][name] ?? []).map((value, pass) => value / (speed[kind][base]?.[pass] ?? Number.NaN));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
}

function printSpeed(node: string, speed: Speed): void {
  const show = (values: readonly number[], digits: number) => {
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(values, share).toFixed(digits));
    return `${middle} (${low} to ${high})`;
  };
  const rows = Object.entries(speed.wall).map(([name, values]) => [
    name,
    {
      'µs per call': show(values, 0),
      '/ bare fetch': show(relative(speed, 'wall', name, 'bare fetch'), 2),
      'CPU / bare fetch': show(relative(speed, 'cpu', name, 'bare fetch'), 2),
    },
  ]);
  console.log(`\nNode ${node}, 32 calls in flight: median over the passes (quartiles)`);
  console.table(Object.fromEntries(rows));
}

function printTargets(targets: readonly Target[]): void {
  const isMissed = ({ value, atMost }: Target) => !(value <= atMost);
  const rows = targets.map((target) => [
    target.figure,
    { seen: Number(target.value.toFixed(2)), 'at most': target.atMost, '': isMissed(target) ? 'missed' : '' },
  ]);
  console.log('\nTargets');
  console.table(Object.fromEntries(rows));
  const missed = targets.filter(isMissed).length;
  console.log(missed === 0 ? 'All targets are met.' : `${missed} of ${targets.length} targets are missed.`);
}
