/** First lines of each generated file. */
export const banner = '// Generated from openapi/ by `npm run generate`. Do not edit.\n\n';

/** A doc comment with paragraphs. Empty paragraphs are left out. */
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
  const print = ([key, entry]: [string, unknown]) => `${propertyKey(key)}: ${literal(entry)}`;
  return entries.length === 0 ? '{}' : `{ ${entries.map(print).join(', ')} }`;
}

/** A value as TypeScript source, on several lines if it does not fit on one. */
export function block(value: unknown, indent = ''): string {
  const line = literal(value);
  if (line.length + indent.length <= 100 || typeof value !== 'object' || value === null) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${inner}${block(item, inner)},\n`).join('')}${indent}]`;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{\n${entries.map(([key, entry]) => `${inner}${propertyKey(key)}: ${block(entry, inner)},\n`).join('')}${indent}}`;
}

/** An import of types, or nothing if there are none. */
export function importTypes(names: Iterable<string>, from: string): string {
  const sorted = [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'));
  const list = sorted.join(', ');
  if (sorted.length === 0) return '';
  return list.length < 80
    ? `import type { ${list} } from '${from}';\n`
    : `import type {\n${sorted.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;
}

const propertyKey = (key: string): string => (/^([a-z_$][\w$]*|0|[1-9]\d*)$/i.test(key) ? key : literal(key));
