import type { Model } from '../model.ts';
import { banner, tsDoc } from '../text.ts';

/** Prints the class of each error code that has one of its own. */
export function printErrorClasses({ errorClasses }: Model): string {
  const classes = [...new Set(Object.values(errorClasses))].sort();
  const entries = Object.entries(errorClasses).map(([code, name]) => `  ${code}: ${name},\n`);
  return [
    banner,
    classes.length > 0 ? `import { ${classes.join(', ')} } from '../errors.js';\n\n` : '',
    tsDoc(['The class of each error code that has one of its own. All other codes arrive as `P100ApiError`.']),
    `export const errorClasses = {\n${entries.join('')}} as const;\n`,
  ].join('');
}
