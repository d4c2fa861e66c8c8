import type { Finding } from './compare.ts';
import type { Report } from './verify.ts';

const titles: Record<Finding['kind'], string> = {
  undescribed: 'The server sends what the description lacks:',
  missing: 'The description has what the server did not send:',
  different: 'The server differs from the description:',
};

/** Prints the differences, or that there are none. */
export function printReport(
  baseUrl: string,
  { externalUserId, requests, findings, notProvoked }: Report,
  { log }: Pick<Console, 'log'>,
): void {
  log(`Asked ${baseUrl} ${requests} times. The throw-away user is ${externalUserId}.\n`);
  for (const [kind, title] of Object.entries(titles)) {
    const lines = findings.filter((finding) => finding.kind === kind);
    if (lines.length === 0) continue;
    log(title);
    for (const { where, what } of lines) log(`  ${where}: ${what}`);
    log('');
  }
  if (notProvoked.length > 0) log(`Described answers that were not seen: ${notProvoked.join(', ')}.`);
  const count = findings.length;
  log(count === 0 ? 'No drift: the server is as described.' : `Drift: ${count} difference${count > 1 ? 's' : ''}.`);
}
