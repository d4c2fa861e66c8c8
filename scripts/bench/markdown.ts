import { cpus } from 'node:os';
import { ratio, type Speed } from './figures.ts';

/** The table of the README: ratios to bare fetch at 32 calls in flight, with machine and date. */
export function readmeTable(
  speeds: Readonly<Record<string, Speed>>,
  bundles: Readonly<Record<string, number>>,
): string {
  const nodes = Object.keys(speeds);
  const names = [...new Set(Object.values(speeds).flatMap((speed) => Object.keys(speed[32] ?? {})))];
  const cell = (node: string, name: string) => {
    const value = ratio(speeds[node] ?? {}, 32, [name, 'bare fetch'], 'wall');
    return Number.isNaN(value) ? '–' : value.toFixed(2);
  };
  return [
    `| 32 calls in flight, time against bare \`fetch\` | ${nodes.map((node) => `Node ${node}`).join(' | ')} | bundle, gzip |`,
    `|---|${nodes.map(() => '--:|').join('')}--:|`,
    ...names.map((name) => {
      const bytes = bundles[name];
      return `| ${name} | ${nodes.map((node) => cell(node, name)).join(' | ')} | ${bytes ? `${bytes} bytes` : ''} |`;
    }),
    '',
    `Measured with \`npm run bench\` on ${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown processor'},`,
    `${new Date().toISOString().slice(0, 10)}. Lower is faster.`,
  ].join('\n');
}
