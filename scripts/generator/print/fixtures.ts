import { callName, type DescribedOperation, type Model, parametersType, resultType, successes } from '../model.ts';
import { banner, block, importTypes, literal, tsDoc } from '../text.ts';

/** Prints what the test kit needs: the valid requests, and the responses to them. */
export function printFixtures({ operations, webhooks, testKitCodes }: Model): string {
  const events = webhooks.map(({ event, example }) => `  ${event}: ${block(example, '  ')},\n`);
  const fixtures = operations.map((each) => `  ${each.id}: ${printFixture(each, operations)},\n`);
  return [
    banner,
    importTypes(operations.flatMap(typesOf), './types.js'),
    `\n${tsDoc(['The types of each operation, by its id.'])}`,
    `export interface FakeOperations {\n${operations.map(printTypes).join('')}}\n\n`,
    tsDoc(['The requests that the test kit accepts, and the responses that it returns.']),
    `export const fixtures = {\n${fixtures.join('')}};\n\n`,
    tsDoc(['The error codes that the test kit returns by itself, by the rule that makes it do so.']),
    `export const testKitCodes = ${block(testKitCodes)};\n\n`,
    tsDoc(['An example of each event that P100 sends.']),
    `export const eventExamples = {\n${events.join('')}};\n`,
  ].join('');
}

function printTypes(operation: DescribedOperation): string {
  const { id, method, path, parameters, body } = operation;
  const codes = operation.responses.flatMap((response) => Object.values(response.codes).map(({ code }) => code));
  const types = [
    `parameters: ${parameters.length > 0 ? parametersType(operation) : 'Record<never, never>'}`,
    `body: ${body?.type ?? 'undefined'}`,
    `result: ${responseType(operation)}`,
    `code: ${[...new Set(codes)].map(literal).join(' | ') || 'never'}`,
  ];
  const lines = types.map((type) => `    readonly ${type};\n`);
  return `${tsDoc([`\`${callName(operation)}\`, \`${method} ${path}\``], '  ')}  readonly ${id}: {\n${lines.join('')}  };\n`;
}

/** A method that only builds a URL returns a string. */
const responseType = (operation: DescribedOperation): string => (operation.url ? 'string' : resultType(operation));

function typesOf(operation: DescribedOperation): string[] {
  const { parameters, body } = operation;
  const types = [
    ...(parameters.length > 0 ? [parametersType(operation)] : []),
    ...(body ? [body.type] : []),
    ...responseType(operation).split(' | '),
  ];
  return types.filter((type) => !['string', 'unknown', 'void'].includes(type));
}

function printFixture(operation: DescribedOperation, operations: readonly DescribedOperation[]): string {
  const { method, path, authenticated, retry, parameters, body, responses } = operation;
  const value = {
    name: callName(operation),
    method,
    path,
    authenticated,
    key: retry.key,
    reads: fieldThatIsRead(operation, operations),
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

/** The field of a created entity that an operation reads: it takes the entity's key and returns the field's type. */
function fieldThatIsRead(operation: DescribedOperation, operations: readonly DescribedOperation[]): string | undefined {
  if (operation.method !== 'GET') return undefined;
  const taken = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
  const creators = operations.filter(({ retry }) => retry.key !== undefined && taken.includes(retry.key));
  const fields = creators.flatMap(successes).flatMap(({ fieldTypes }) => Object.entries(fieldTypes));
  return fields.find(([, type]) => successes(operation).some((success) => success.type === type))?.[0];
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
