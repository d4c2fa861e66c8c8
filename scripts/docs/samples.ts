// Code samples from the examples of an operation, for curl and for the SDK.
import { inspect } from 'node:util';
import type { CodeSample, Document } from '../description/document.ts';
import { keyHeaderOf, type ShownOperation } from './operations.ts';

/** The example request of an operation. */
export interface ExampleRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Content of a file by the name of its form field. */
  readonly files: Readonly<Record<string, string>>;
}

export function exampleRequest(root: Document, operation: ShownOperation, key: string): ExampleRequest {
  const { method, path = '', body, authenticated, parameters } = operation;
  const isForm = body?.mediaType === 'multipart/form-data';
  const values = exampleParameters(operation);
  const query = parameters.filter((parameter) => parameter.in === 'query' && parameter.name in values);
  const search = new URLSearchParams(query.map(({ name }) => [name, String(values[name])]));
  return {
    method,
    path:
      path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values[name]))) +
      (search.size > 0 ? `?${search}` : ''),
    headers: {
      ...(authenticated && { [keyHeaderOf(root)]: key }),
      ...(body && !isForm && { 'content-type': body.mediaType }),
    },
    body: body && !isForm ? JSON.stringify(body.example, null, 2) : undefined,
    files: isForm
      ? Object.fromEntries(fileFields(operation).map(([name, value]) => [name, String([value].flat()[0])]))
      : {},
  };
}

const exampleParameters = ({ parameters }: ShownOperation): Record<string, unknown> =>
  Object.fromEntries(
    parameters
      .map(({ name, example, schema }) => [name, example ?? schema?.examples?.[0]] as const)
      .filter(([, value]) => value !== undefined),
  );

const fileFields = ({ body }: ShownOperation): [string, unknown][] => Object.entries(body?.example ?? {});

/** A curl command that can be pasted into a shell. */
export function curlSample(root: Document, operation: ShownOperation): string {
  const { method, path, headers, body, files } = exampleRequest(root, operation, '$P100_API_KEY');
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${root.servers[0]?.url}${path}'`,
    ...Object.entries(headers).map(([name, value]) => `-H "${name}: ${value}"`),
    ...Object.keys(files).map((name) => `-F '${name}=@document.pdf;type=application/pdf'`),
    ...(body === undefined ? [] : [`-d '${body.replaceAll("'", "'\\''")}'`]),
  ];
  return `${lines.join(' \\\n  ')}\n`;
}

/** A program that uses the SDK. */
function sdkSample(operation: ShownOperation): string {
  const { body, call, source } = operation;
  const isForm = body?.mediaType === 'multipart/form-data';
  const print = (value: unknown) => inspect(value, { depth: null, compact: 1, breakLength: 60 });
  const parameters = exampleParameters(operation);
  const form = `{ ${fileFields(operation)
    .map(([name]) => `${name}: [document]`)
    .join(', ')} }`;
  const args = [
    ...(Object.keys(parameters).length > 0 ? [print(parameters)] : []),
    ...(body ? [isForm ? form : print(body.example)] : []),
  ];
  return `${isForm ? "import { readFileSync } from 'node:fs';\n" : ''}import { createP100Client } from 'p100-partner-sdk';

// Takes the key from P100_API_KEY, and calls staging, or P100_BASE_URL if that is set.
const p100 = createP100Client();
${isForm ? "\nconst document = new File([readFileSync('document.pdf')], 'document.pdf', { type: 'application/pdf' });" : ''}
const result = ${source['x-sdk']?.url ? '' : 'await '}p100.${call}(${args.join(', ')});
console.log(result);
`;
}

/** The samples of an operation: an SDK program and a curl command from its examples, and its handwritten ones. */
export function samplesOf(root: Document, operation: ShownOperation): CodeSample[] {
  if (operation.webhook) return [];
  const program = { lang: 'TypeScript', label: 'TypeScript (SDK)', source: sdkSample(operation) };
  const [first, ...others] = operation.source['x-codeSamples'] ?? [program];
  const curl = { lang: 'Shell', label: 'Shell (curl)', source: curlSample(root, operation) };
  return [...(first ? [first] : []), curl, ...others];
}
