import { errorClassName } from '../error-class-name.ts';
import type { Schema } from '../generator/description.ts';

/** Where the table of error codes goes in the introduction. Other readers of the description see nothing of it. */
const marker = '<!-- error-codes -->';

/** Puts the table of error codes, as the schema words them, into the introduction. */
export function insertErrorTable(introduction: string, errorCode: Schema): string {
  if (!introduction.includes(marker)) throw new Error(`openapi/description.md has no line ${marker}.`);
  return introduction.replace(marker, () => printTable(errorCode));
}

function printTable(errorCode: Schema): string {
  const codes = errorCode.anyOf?.flatMap((part) => part.oneOf ?? []) ?? [];
  const rows = codes.map(printRow);
  return ['Code | Meaning, and class in the SDK | What to do', '---|---|---', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

function printRow({ const: code, title, description }: Schema): string {
  if (!title || !description) throw new Error(`The error code ${code} needs a title and a description.`);
  return [`\`${code}\``, `${title}: \`${errorClassName(String(code))}\``, description].join(' | ');
}
