import type { Description } from './description.ts';
import { banner, tsDoc } from './text.ts';

/** Prints a named type for each schema, so that users import `FiatBalance` and not an indexed access. */
export function printSchemas(root: Description): string {
  const aliases = Object.entries(root.components.schemas ?? {})
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([name, schema]) => {
      const text = tsDoc([schema.description ?? schema.title ?? name]);
      return `${text}export type ${name} = components['schemas']['${name}'];\n`;
    });
  return `${banner}import type { components } from './types.js';\n\n${aliases.join('\n')}`;
}
