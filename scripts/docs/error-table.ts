import type { Schema } from '../description/document.ts';
import { type ErrorCode, readErrorCodes } from '../description/error-codes.ts';

/** Where the table of error codes goes in the introduction. Other readers of the description see nothing of it. */
const marker = '<!-- error-codes -->';

/** Puts the table of error codes, as the schema words them, into the introduction. */
export function insertErrorTable(introduction: string, errorCode: Schema): string {
  if (!introduction.includes(marker)) throw new Error(`openapi/description.md has no line ${marker}.`);
  return introduction.replace(marker, () => printTable(errorCode));
}

function printTable(errorCode: Schema): string {
  const rows = readErrorCodes(errorCode).map(printRow);
  return ['Code | Meaning, and class in the SDK | What to do', '---|---|---', ...rows]
    .map((row) => `| ${row} |`)
    .join('\n');
}

const printRow = ({ code, title, description, className }: ErrorCode): string =>
  [`\`${code}\``, `${title}: \`${className}\``, description].join(' | ');
