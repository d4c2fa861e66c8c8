import { ratio, type Scaling, type Speed } from './figures.ts';

/** One line of what the client has to reach. */
export interface Target {
  readonly figure: string;
  readonly value: number;
  readonly atMost: number;
  readonly unit: string;
}

/** The ratios at 32 calls in flight. */
export function speedTargets(speed: Speed, node: string): Target[] {
  const rows = [
    ['this client', 'fetch, AbortSignal.timeout', 1.05],
    ['this client on undici', 'bare fetch', 0.4],
    ['this client on undici', 'bare undici Pool', 1.3],
  ] as const;
  return rows.flatMap(([name, base, atMost]) =>
    (['wall', 'cpu'] as const).map((kind) => ({
      figure: `${name} / ${base}, ${kind}, Node ${node}`,
      value: ratio(speed, 32, [name, base], kind),
      atMost,
      unit: '',
    })),
  );
}

/** Download, start and disk. */
export function footprintTargets(
  bundles: Readonly<Record<string, number>>,
  imports: Readonly<Record<string, number>>,
  installation: { readonly bytes: number; readonly packages: number },
): Target[] {
  const name = 'this client';
  return [
    { figure: 'bundle that creates a user, gzip', value: bundles[name] ?? Number.NaN, atMost: 6000, unit: ' B' },
    { figure: 'import over an empty start', value: imports[name] ?? Number.NaN, atMost: 10, unit: ' ms' },
    { figure: 'installed', value: installation.bytes / 1000, atMost: 400, unit: ' kB' },
    { figure: 'installed', value: installation.packages, atMost: 3, unit: ' packages' },
  ];
}

// What the heap differs by between two collections without anything having been done.
const heapNoise = 500;

/** Growth of the heap over the longest run. */
export function scalingTargets(scaling: Readonly<Record<string, Scaling>>): Target[] {
  return Object.entries(scaling).map(([name, { calls }]) => {
    const [many, round] = Object.entries(calls).at(-1) ?? [];
    const value = (round?.heapGrowth ?? Number.NaN) / 1000;
    return { figure: `heap growth over ${many} calls, ${name}`, value, atMost: heapNoise, unit: ' kB' };
  });
}
