import { callName, type DescribedOperation, type Model, successes } from '../model.ts';
import { banner, block, literal, tsDoc } from '../text.ts';

/** Prints the addresses, and what the client needs to know about each operation. */
export function printOperations({ operations, servers, keyHeader }: Model): string {
  return [
    banner,
    `import type { Operation } from '../operation.js';\n`,
    `\n${tsDoc(['Addresses of the API by environment.'])}export const servers = ${block(servers)} as const;\n`,
    `\n${tsDoc(['Header that carries the key.'])}export const keyHeader = ${literal(keyHeader)};\n`,
    ...operations.map(printOperation),
    `\n${tsDoc(['All described operations.'])}export const operations: readonly Operation[] = [\n`,
    ...operations.map(({ id }) => `  ${id},\n`),
    '];\n',
  ].join('');
}

function printOperation(operation: DescribedOperation): string {
  const { id, method, path, authenticated, retry, parameters, querySerializer, body, responses } = operation;
  const codes = responses.flatMap(({ status, codes }) =>
    Object.values(codes).map(({ code }) => [code, Number(status)]),
  );
  const fields = [...parameters.map(({ name }) => name), ...Object.keys(body?.types ?? {})];
  const value = {
    id,
    name: callName(operation),
    method,
    path,
    authenticated,
    retry,
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
    querySerializer,
    requestBody: body?.kind,
    files: body && Object.keys(body.files).length > 0 ? body.files : undefined,
    responses: Object.fromEntries(successes(operation).map(({ status, kind }) => [status, kind])),
    codes: Object.fromEntries(codes),
    fields: [...new Set(fields)],
  };
  return `\n${tsDoc([`\`${method} ${path}\``])}export const ${id}: Operation = ${printLines(value)};\n`;
}

/** One line per property, even if all of them fit on one line. */
function printLines(value: object): string {
  const lines = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => `  ${name}: ${block(entry, '  ')},\n`);
  return `{\n${lines.join('')}}`;
}
