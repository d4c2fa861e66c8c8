import type { DescribedOperation, Model } from '../model.ts';
import { banner, block, literal, tsDoc } from '../text.ts';

/** Prints what the test kit needs: which requests are right, and the responses to them. */
export function printFixtures({ operations, webhooks }: Model): string {
  const events = webhooks.map(({ event, example }) => `  ${event}: ${block(example, '  ')},\n`);
  return [
    banner,
    tsDoc([
      'What the test kit takes from the description: the requests that it accepts and the responses that it gives.',
    ]),
    `export const fixtures = {\n${operations.map((operation) => `  ${operation.id}: ${printFixture(operation)},\n`).join('')}};\n\n`,
    tsDoc(['An example of each event that P100 sends.']),
    `export const eventExamples = {\n${events.join('')}};\n`,
  ].join('');
}

function printFixture(operation: DescribedOperation): string {
  const { method, path, authenticated, retry, parameters, body, responses } = operation;
  const value = {
    method,
    path,
    authenticated,
    key: retry.key,
    parameters: Object.fromEntries(parameters.map((each) => [each.name, parameterFixture(each)])),
    body: body?.kind,
    required: body?.requiredFields ?? [],
    types: body?.types ?? {},
    files: body && Object.keys(body.files).length > 0 ? body.files : undefined,
    requests: body?.examples ?? {},
    examples: Object.fromEntries(responses.map(({ status, examples }) => [status, examples])),
  };
  const lines = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => `    ${name}: ${name === 'examples' ? printExamples(entry as object) : literal(entry)},\n`);
  return `{\n${lines.join('')}  }`;
}

const parameterFixture = ({
  in: place,
  required,
  types,
  values,
  example,
}: DescribedOperation['parameters'][number]) => ({
  in: place,
  required,
  types,
  values,
  example,
});

function printExamples(byStatus: object): string {
  const statuses = Object.entries(byStatus).map(([status, named]) => {
    const values = Object.entries(named).map(([name, value]) => `        ${literal(name)}: ${literal(value)},\n`);
    const key = /^\d/.test(status) && /\D/.test(status) ? literal(status) : status;
    return values.length > 0 ? `      ${key}: {\n${values.join('')}      },\n` : `      ${key}: {},\n`;
  });
  return `{\n${statuses.join('')}    }`;
}
