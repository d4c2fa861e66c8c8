// Prints operations as Markdown: for the part of the page that needs no JavaScript, for print and for language models.
import type { Document, Schema } from '../description/document.ts';
import type { ErrorCode } from '../description/error-codes.ts';
import { resolve } from '../description/reference.ts';
import { propertiesOf, requiredOf } from '../description/schemas.ts';
import { type Content, keyHeaderOf, listValues, type ShownOperation, sayOpen } from './operations.ts';

export function printOperation(root: Document, operation: ShownOperation): string {
  const { source, parameters, body, responses, webhook, codes } = operation;
  const fields = parameters.map(({ name, in: place, schema = {}, required = false, ...words }) => ({
    name,
    required,
    type: `${typeOf(resolve(root, schema))} in ${place}`,
    schema: { ...resolve(root, schema), ...words } as Schema,
  }));
  const heading = (text: string, content?: Content) => `**${text}**${content ? ` (\`${content.mediaType}\`)` : ''}`;
  return join([
    printCall(root, operation),
    source.description,
    fields.length > 0 && join([heading('Parameters'), printFields(root, fields)]),
    body && join([heading(webhook ? 'Body that P100 sends' : 'Request body', body), printContent(root, body)]),
    ...responses.map(({ label, description, content }) =>
      join([
        heading(label, content),
        description,
        label.startsWith('2') && content && printContent(root, { ...content, description: '' }),
      ]),
    ),
    printCodes(codes),
  ]);
}

/** Method, path and key, and what the SDK has for them. */
export function printCall(root: Document, operation: ShownOperation): string {
  const {
    method,
    path,
    webhook,
    call,
    authenticated,
    source: { 'x-source': source },
  } = operation;
  const request = `\`${method}${path ? ` ${path}` : ''}\``;
  if (webhook) return `P100 calls your server with ${request}${path ? '' : '. The path is not documented'}.`;
  const key = authenticated ? `key in the header \`${keyHeaderOf(root)}\`` : 'no key';
  return [request, key, call && `SDK: \`${call}\``, source && `Source: \`${source}\``].filter(Boolean).join(' · ');
}

export function printCodes(codes: readonly ErrorCode[]): string {
  const rows = codes.map(({ code, title, className, description }) => [
    `\`${code}\``,
    title,
    `\`${className}\``,
    description,
  ]);
  return rows.length > 0 ? printTable(['Code', 'Meaning', 'SDK class', 'What to do'], rows) : '';
}

export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

export const join = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n\n');

function printContent(root: Document, { description, schema = {}, example }: Content): string {
  const fields = listFields(root, schema);
  const text = typeof example === 'string' ? `text\n${example}` : `json\n${JSON.stringify(example, null, 2)}`;
  return join([
    description,
    fields.length > 0 ? printFields(root, fields) : schema.description,
    example !== undefined && `\`\`\`${text}\n\`\`\``,
  ]);
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly schema: Schema;
}

const printFields = (root: Document, fields: readonly Field[]): string =>
  printTable(
    ['Field', 'Type', 'Description'],
    fields.map(({ name, type, required, schema }) => [
      `\`${name}\``,
      `${type}${required ? ', required' : ''}`,
      describe(root, schema),
    ]),
  );

function describe(root: Document, schema: Schema): string {
  const listed = listValues(schema) ?? listValues(resolve(root, schema.items ?? {}));
  const {
    description,
    example = schema.examples?.[0],
    'x-source': source,
    'x-required-source': requiredSource,
  } = schema;
  const sources = [source, requiredSource && `${requiredSource} (for whether it is required)`].filter(Boolean);
  return [
    description?.trim(),
    listed && `Values: ${listed.values.map(([value, text]) => `\`${value}\`${text && ` ${text}`}`).join('; ')}.`,
    sayOpen(listed?.open, description),
    example !== undefined && typeof example !== 'object' && `Example: \`${JSON.stringify(example)}\`.`,
    sources.length > 0 && `Source: ${sources.join('; ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function typeOf({ type, anyOf = [], format, items }: Schema): string {
  if (type === 'array') return items?.title ? `array of ${items.title}` : 'array';
  const types = [type ?? [...new Set(anyOf.flatMap((part) => part.type ?? 'string'))]].flat();
  return `${types.join(' or ') || 'any'}${format && format !== 'decimal' ? ` (${format})` : ''}`;
}

/** All fields of a schema, those of nested objects by their whole path: `balances.fiatBalances[].iban`. */
function listFields(root: Document, schema: Schema, path = ''): Field[] {
  const { items, additionalProperties } = resolve(root, schema);
  const required = requiredOf(root, schema);
  const list = (name: string, property: Schema): Field[] => {
    const resolved = resolve(root, property);
    const field = {
      name,
      type: typeOf(resolved),
      required: required.includes(name.split('.').at(-1) ?? ''),
      schema: resolved,
    };
    return [field, ...listFields(root, property, name)];
  };
  return [
    ...Object.entries(propertiesOf(root, schema)).flatMap(([name, property]) =>
      list(path ? `${path}.${name}` : name, property),
    ),
    ...(items ? listFields(root, items, `${path}[]`) : []),
    ...(typeof additionalProperties === 'object' ? list(path ? `${path}.*` : '*', additionalProperties) : []),
  ];
}
