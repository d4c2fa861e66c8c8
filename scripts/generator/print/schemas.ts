import { type Model, parametersType } from '../model.ts';
import { banner } from '../text.ts';

/** Prints the list of the described types that users can import. */
export function printSchemas({ schemas, operations }: Model): string {
  const parameters = operations.filter((operation) => operation.parameters.length > 0).map(parametersType);
  const names = [...schemas, ...parameters].sort((a, b) => a.localeCompare(b, 'en'));
  return `${banner}export type {\n${names.map((name) => `  ${name},\n`).join('')}} from './types.js';\n`;
}
