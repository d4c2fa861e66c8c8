import type { DescribedOperation } from './description.ts';
import { banner, literal, tsDoc } from './text.ts';

/** Prints what the test kit needs of each operation: the fields that it checks and the answers that it gives. */
export function printFixtures(operations: DescribedOperation[]): string {
  const doc = tsDoc(['What the test kit takes from the description: where to call, what to check, what to answer.']);
  return `${banner}${doc}export const fixtures = {\n${operations.map(printFixture).join('')}};\n`;
}

function printFixture({ id, method, path, key, body, examples }: DescribedOperation): string {
  const fields = { method, path, key, required: body?.requiredFields ?? [], types: body?.types ?? {} };
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `    ${name}: ${literal(value)},\n`);
  const answers = Object.entries(examples).map(([status, named]) => {
    const values = Object.entries(named).map(([name, value]) => `        ${literal(name)}: ${literal(value)},\n`);
    return `      ${status}: {\n${values.join('')}      },\n`;
  });
  return `  ${id}: {\n${lines.join('')}    examples: {\n${answers.join('')}    },\n  },\n`;
}
