/** First lines of each generated file. */
export const banner = '// Generated from openapi/ by `npm run generate`. Do not edit.\n\n';

/** A doc comment of some paragraphs; empty ones are left out. */
export function tsDoc(paragraphs: string[], indent = ''): string {
  const lines = paragraphs
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph, index) => [...(index > 0 ? [''] : []), ...paragraph.trim().split('\n')])
    .map((line) => ` * ${line.replaceAll('*/', '*\\/')}`.trimEnd());
  return ['/**', ...lines, ' */'].map((line) => `${indent}${line}\n`).join('');
}

/** A value as TypeScript source: like JSON, but with bare keys and single quotes where possible. */
export function literal(value: unknown): string {
  if (typeof value === 'string') {
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  }
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  const print = ([key, entry]: [string, unknown]) =>
    `${/^([a-z]\w*|0|[1-9]\d*)$/i.test(key) ? key : literal(key)}: ${literal(entry)}`;
  return entries.length === 0 ? '{}' : `{ ${entries.map(print).join(', ')} }`;
}
