import type { Finding } from './compare.ts';
import type { Report } from './verify.ts';

const titles: Record<Finding['kind'], string> = {
  undescribed: 'Sent by the server, but not in the description:',
  missing: 'In the description, but not sent by the server:',
  different: 'The server differs from the description:',
};

const maxLength = 300;

/** The report, line by line. */
export function reportLines({ externalUserId, requests, findings, stopped, notSeen }: Report): string[] {
  const count = findings.length;
  return [
    `Sent ${requests} request${requests === 1 ? '' : 's'}. The test user is ${externalUserId}.`,
    ...Object.entries(titles).flatMap(([kind, title]) => {
      const lines = findings.filter((finding) => finding.kind === kind);
      return lines.length > 0 ? ['', title, ...lines.map(({ where, what }) => `  ${where}: ${what}`)] : [];
    }),
    '',
    ...(stopped ? [stopped] : []),
    ...(notSeen.length > 0 ? [`Documented responses that were not seen: ${notSeen.join(', ')}.`] : []),
    count === 0 ? 'No differences: the server matches the description.' : `${count} difference${count > 1 ? 's' : ''}.`,
  ];
}

/** Removes the key and control characters from a line with text of a server. */
export function printable(line: string, apiKey: string): string {
  const visible = line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
  const key = new RegExp(apiKey.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi');
  const safe = visible.replace(key, '[key]');
  return safe.length > maxLength ? `${safe.slice(0, maxLength)}…` : safe;
}
