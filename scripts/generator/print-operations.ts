import { errorClassName } from '../error-class-name.ts';
import type { DescribedOperation } from './description.ts';
import { banner, literal, tsDoc } from './text.ts';

/** Prints the addresses, the operation table and the interface of each resource. */
export function printOperations(
  operations: DescribedOperation[],
  { servers, keyHeader }: { servers: Record<string, string>; keyHeader: string },
): string {
  const resources = [...new Set(operations.map((operation) => operation.resource))];
  return [
    banner,
    `import type { ${contractTypes(operations).join(', ')} } from '../operation.js';\n`,
    printSchemaImport(operations),
    printTypesImport(operations),
    `\n${tsDoc(['Addresses of the API by environment.'])}export const servers = ${literal(servers)} as const;\n`,
    `\n${tsDoc(['Header that carries the key.'])}export const keyHeader = ${literal(keyHeader)};\n`,
    `\n${tsDoc(['What the client has to know of each operation.'])}export const operations: readonly Operation[] = [\n`,
    ...operations.map((operation) => printRow(tableRow(operation))),
    '];\n',
    printParameterRules(operations),
    ...resources.map((resource) => printResource(resource, operations)),
    `\n${tsDoc(['The operations by resource.'])}export interface Resources {\n`,
    ...resources.map(
      (resource) =>
        `${tsDoc([`Operations on ${resource}.`], '  ')}  readonly ${resource}: ${interfaceName(resource)};\n`,
    ),
    '}\n',
  ].join('');
}

/** While no operation has parameters, what handles them stays out of every bundle. */
function printParameterRules(operations: DescribedOperation[]): string {
  const doc = tsDoc(['How parameters get into a request; undefined while no operation has any.']);
  const rules = operations.some(({ parameters }) => parameters.length > 0)
    ? "export { parameterRules } from '../parameters.js';"
    : "export const parameterRules: import('../parameters.js').ParameterRules | undefined = undefined;";
  return `\n${doc}${rules}\n`;
}

function tableRow(operation: DescribedOperation): Record<string, unknown> {
  const { id, method, path, resource, name, policy, parameters, body, answers, errors, ensure } = operation;
  return {
    id,
    method,
    path,
    resource,
    name,
    policy,
    ...(parameters.length > 0 && {
      parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
    }),
    body: body !== undefined,
    loggable: body?.loggable ?? [],
    answers,
    codes: errors.map(({ code }) => code),
    ensure,
  };
}

function printRow(row: Record<string, unknown>): string {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return `  {\n${fields.map(([name, value]) => `    ${name}: ${literal(value)},\n`).join('')}  },\n`;
}

function printResource(resource: string, operations: DescribedOperation[]): string {
  const members = operations.filter((operation) => operation.resource === resource);
  return [
    `\n${tsDoc([`Operations on ${resource}.`])}export interface ${interfaceName(resource)} {\n`,
    members.flatMap((member) => [printMethod(member), ...(member.ensure ? [printEnsure(member)] : [])]).join('\n'),
    '}\n',
  ].join('');
}

function printMethod(operation: DescribedOperation): string {
  const text = tsDoc([`${operation.summary}.`, operation.description, signatureDoc(operation)], '  ');
  return `${text}  ${operation.name}(${signature(operation)}): Promise<${answerType(operation)}>;\n`;
}

function printEnsure(operation: DescribedOperation): string {
  const { existsCode, method, resultName } = operation.ensure ?? {};
  const doc = [
    `Like \`${operation.name}\`, for what may exist already: \`${existsCode}\` is an answer here and not an error.`,
    `Answers \`{ created: true, ${resultName} }\`, or \`{ created: false }\` where it existed before or an earlier attempt of this call may have created it. Safe to repeat.`,
    signatureDoc({ ...operation, errors: operation.errors.filter(({ code }) => code !== existsCode) }),
  ];
  const outcome = `EnsureOutcome<'${resultName}', ${answerType(operation)}>`;
  return `${tsDoc(doc, '  ')}  ${method}(${signature(operation)}): Promise<${outcome}>;\n`;
}

function signature({ id, parameters, body }: DescribedOperation): string {
  const list: string[] = [];
  if (parameters.length > 0) {
    const places = [...new Set(parameters.map((parameter) => parameter.in))];
    const type = places.map((place) => `NonNullable<described['${id}']['parameters']['${place}']>`).join(' & ');
    list.push(`parameters${parameters.some(({ required }) => required) ? '' : '?'}: ${type}`);
  }
  if (body) list.push(`body${body.required ? '' : '?'}: ${body.type}`);
  return [...list, `options?: CallOptions${body ? `<${body.type}>` : ''}`].join(', ');
}

function signatureDoc({ parameters, body, errors }: DescribedOperation): string {
  return [
    ...(parameters.length > 0 ? [`@param parameters - ${parameters.map(describeParameter).join(' ')}`] : []),
    ...(body ? [`@param body - ${body.description}`] : []),
    '@param options - Limits, headers and further fields for this call.',
    ...errors.map(
      ({ code, title, description }) => `@throws {@link ${errorClassName(code)}} ${code}, ${title}. ${description}`,
    ),
    "@throws {@link P100Error} for every other failure; the signal's own reason after an abort.",
  ].join('\n');
}

const describeParameter = ({ name, description }: { name: string; description: string }) =>
  `\`${name}\`: ${description}`;

const answerType = ({ answerTypes }: DescribedOperation): string => [...new Set(answerTypes)].join(' | ');

const interfaceName = (resource: string): string => `${resource.charAt(0).toUpperCase()}${resource.slice(1)}Resource`;

function contractTypes(operations: DescribedOperation[]): string[] {
  return ['CallOptions', ...(operations.some(({ ensure }) => ensure) ? ['EnsureOutcome'] : []), 'Operation'];
}

function printSchemaImport(operations: DescribedOperation[]): string {
  const types = operations.flatMap(({ body, answerTypes }) => [body?.type ?? 'void', ...answerTypes]);
  const names = [...new Set(types.filter((type) => /^\w+$/.test(type) && type !== 'void'))].sort();
  return names.length > 0 ? `import type { ${names.join(', ')} } from './schemas.js';\n` : '';
}

function printTypesImport(operations: DescribedOperation[]): string {
  const used = operations.some(
    (operation) => signature(operation).includes('described[') || answerType(operation).includes('described['),
  );
  return used ? `import type { operations as described } from './types.js';\n` : '';
}
