/** Microseconds per call. */
export interface Round {
  readonly wall: number;
  readonly cpu: number;
}

/** The rounds of each contender, by how many calls were in flight. */
export type Speed = Readonly<Record<string, Readonly<Record<string, readonly Round[]>>>>;

/** Figures of one client by how many calls were in flight and by how many were made, and what the heap grew by. */
export interface Scaling {
  readonly inFlight: Readonly<Record<string, Round>>;
  readonly calls: Readonly<Record<string, Round & { readonly heapGrowth: number }>>;
}

type Kind = keyof Round;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median, and half the distance between the quartiles. */
export function spread(rounds: readonly Round[], kind: Kind): { median: number; spread: number } {
  const values = rounds.map((round) => round[kind]);
  return { median: median(values), spread: (quantile(values, 0.75) - quantile(values, 0.25)) / 2 };
}

/** Median over the rounds of the ratio of two contenders, which what else the machine does hits alike. */
export function ratio(speed: Speed, inFlight: number, [name, base]: readonly [string, string], kind: Kind): number {
  const [rounds = [], bases = []] = [speed[inFlight]?.[name], speed[inFlight]?.[base]];
  return median(rounds.map((round, at) => round[kind] / (bases[at]?.[kind] ?? Number.NaN)));
}

export const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
