import {
  capitalize,
  type DescribedOperation,
  type DescribedResource,
  type Model,
  parametersType,
  resultType,
} from '../model.ts';
import { banner, importTypes, literal, tsDoc } from '../text.ts';
import { describeEnsure, describeMethod, errorClassesOf } from './method-docs.ts';

/** Prints a function for each operation, by resource. */
export function printResources({ resources, operations }: Model): string {
  const ids = operations.map(({ id }) => id);
  return [
    banner,
    // These imports serve the links in the comments.
    importTypes(operations.flatMap(errorClassesOf), '../errors.js'),
    importTypes(signatureTypes(operations), '../operation.js'),
    `import {\n${ids.map((id) => `  ${id},\n`).join('')}} from './operations.js';\n`,
    importTypes(operations.flatMap(describedTypes), './types.js'),
    ...resources.map(printResource),
    `\n${tsDoc(['The operations of the client, by resource.'])}export interface Resources {\n`,
    ...resources.map(
      ({ name, description }) => `${tsDoc([description], '  ')}  readonly ${name}: ${interfaceName(name)};\n`,
    ),
    '}\n',
    `\n${tsDoc(['Creates all resources of a client.'])}export const createResources = (caller: Caller): Resources => ({\n`,
    ...resources.map(({ name }) => `  ${name}: ${factoryName(name)}(caller),\n`),
    '});\n',
  ].join('');
}

function printResource({ name, description, operations }: DescribedResource): string {
  const methods = operations.flatMap((operation) => [
    printMethod(operation),
    ...(operation.ensure ? [printEnsure(operation, operation.ensure)] : []),
  ]);
  return [
    `\n${tsDoc([`Creates the methods of {@link ${interfaceName(name)}}.`])}`,
    `export function ${factoryName(name)}(caller: Caller) {\n  return {\n${methods.join('\n')}  };\n}\n`,
    `\n${tsDoc([description])}`,
    `export interface ${interfaceName(name)} extends ReturnType<typeof ${factoryName(name)}> {}\n`,
  ].join('');
}

function printMethod(operation: DescribedOperation): string {
  const { id, methodName, url } = operation;
  const doc = tsDoc(describeMethod(operation), '    ');
  return url
    ? `${doc}${printFunction(methodName, operation, 'string', `caller.url(${id}, ${args(operation)})`)}`
    : `${doc}${printFunction(methodName, operation, `Promise<${resultType(operation)}>`, `caller.call(${id}, ${args(operation)}, options)`)}`;
}

function printEnsure(operation: DescribedOperation, ensure: NonNullable<DescribedOperation['ensure']>): string {
  const { id, resource } = operation;
  const { method, existsCode, resultName } = ensure;
  const variant = literal({ name: `${resource}.${method}`, existsCode, resultName });
  const result = `Promise<EnsureOutcome<${literal(resultName)}, ${resultType(operation)}>>`;
  const call = `caller.ensure(${id}, ${variant}, ${args(operation)}, options)`;
  return `${tsDoc(describeEnsure(operation, ensure), '    ')}${printFunction(method, operation, result, call)}`;
}

function printFunction(name: string, operation: DescribedOperation, result: string, call: string): string {
  const parameters = signature(operation);
  const line = `    ${name}: (${parameters.join(', ')}): ${result} =>`;
  const head =
    line.length <= 120
      ? line
      : `    ${name}: (\n${parameters.map((each) => `      ${each},\n`).join('')}    ): ${result} =>`;
  return `${head}\n      ${call},\n`;
}

/** Parameters, body, options. */
function signature(operation: DescribedOperation): string[] {
  const { parameters, body, url } = operation;
  const list: string[] = [];
  if (parameters.length > 0) {
    const isOptional = parameters.every(({ required }) => !required);
    const mark = !isOptional ? ':' : body?.required ? ': undefined |' : '?:';
    list.push(`parameters${mark} ${parametersType(operation)}`);
  }
  if (body) list.push(`body${body.required ? '' : '?'}: ${body.type}`);
  if (!url) list.push(`options?: CallOptions${body ? `<${body.type}>` : ''}`);
  return list;
}

function args({ parameters, body }: DescribedOperation): string {
  const names = [...(parameters.length > 0 ? ['parameters'] : []), ...(body ? ['body'] : [])];
  return names.length > 0 ? `{ ${names.join(', ')} }` : '{}';
}

function describedTypes(operation: DescribedOperation): string[] {
  const { url, parameters, body } = operation;
  const results = url ? [] : resultType(operation).split(' | ');
  const types = [
    ...(parameters.length > 0 ? [parametersType(operation)] : []),
    ...(body ? [body.type] : []),
    ...results,
  ];
  return types.filter((type) => type !== 'unknown' && type !== 'void');
}

function signatureTypes(operations: readonly DescribedOperation[]): string[] {
  const ensured = operations.some(({ ensure }) => ensure);
  const called = operations.some(({ url }) => !url);
  return ['Caller', ...(called ? ['CallOptions'] : []), ...(ensured ? ['EnsureOutcome'] : [])];
}

const interfaceName = (resource: string): string => `${capitalize(resource)}Resource`;
const factoryName = (resource: string): string => `create${interfaceName(resource)}`;
