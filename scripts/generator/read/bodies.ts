import type { Body, Document, Encoding, MediaType, Schema } from '../../description/document.ts';
import { codesOf } from '../../description/error-codes.ts';
import { resolve } from '../../description/reference.ts';
import { allowedTypes, isBinary, propertiesOf, requiredOf } from '../../description/schemas.ts';
import {
  type BodyKind,
  bodilessStatuses,
  type DescribedBody,
  type DescribedResponse,
  type FileRules,
} from '../model.ts';

const json = 'application/json';
const multipart = 'multipart/form-data';

export function readRequestBody(root: Document, where: string, reference: Body): DescribedBody {
  const body = resolve(root, reference);
  const types = Object.keys(body.content ?? {});
  const [type = 'nothing'] = types;
  if (types.length !== 1 || (type !== json && type !== multipart)) {
    throw new Error(
      `${where}: a body of ${types.join(' or ') || type} is not supported: describe ${json} or ${multipart}.`,
    );
  }
  const media = body.content?.[type] as MediaType;
  const schema = media.schema ?? {};
  const properties = propertiesOf(root, schema);
  const files = type === multipart ? readFiles(root, where, properties, media.encoding) : {};
  return {
    kind: type === json ? 'json' : 'multipart',
    required: body.required ?? false,
    description: body.description ?? '',
    type: schemaName(where, 'request', schema),
    requiredFields: requiredOf(root, schema),
    types: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, allowedTypes(root, each)])),
    files,
    examples: readExamples(root, media),
  };
}

/** The fields of a form that are files. The other fields must be plain values. */
function readFiles(
  root: Document,
  where: string,
  properties: Record<string, Schema>,
  encoding: Record<string, Encoding> = {},
): Record<string, FileRules> {
  const files: Record<string, FileRules> = {};
  for (const [name, reference] of Object.entries(properties)) {
    const property = resolve(root, reference);
    const item = property.items ? resolve(root, property.items) : property;
    const { contentType, headers, style } = encoding[name] ?? {};
    if (headers || style)
      throw new Error(`${where}: the encoding of ${name} has headers or a style, which the SDK does not support.`);
    if (!isBinary(root, item)) {
      const types = allowedTypes(root, item);
      if (types.includes('object'))
        throw new Error(`${where}: the form field ${name} is an object, which the SDK does not support.`);
      continue;
    }
    files[name] = {
      maxItems: property.items ? property.maxItems : 1,
      maxBytes: item['x-max-file-bytes'],
      contentTypes: contentType?.split(',').map((each) => each.trim()),
    };
  }
  return files;
}

export function readResponse(
  root: Document,
  where: string,
  status: string,
  reference: Body,
  url: boolean,
): DescribedResponse {
  if (!/^\d{3}$|^2XX$/.test(status)) {
    throw new Error(
      `${where}: the response ${status} is not supported: name each status; only 2XX may stand for a range.`,
    );
  }
  const body = resolve(root, reference);
  const [mediaType, media] = Object.entries(body.content ?? {})[0] ?? [];
  const isSuccess = status.startsWith('2');
  if (isSuccess && mediaType && mediaType !== json && !url) {
    throw new Error(`${where}: a response ${status} of ${mediaType} is not supported: describe ${json}.`);
  }
  const schema = mediaType === json ? media?.schema : undefined;
  const kind = bodyKind(root, status, schema);
  return {
    status,
    kind,
    type: responseType(where, status, kind, isSuccess ? schema : undefined),
    fieldTypes: isSuccess && schema ? namedFields(root, schema) : {},
    examples: media ? readExamples(root, media) : {},
    codes: codesOf(root, body),
  };
}

function bodyKind(root: Document, status: string, schema: Schema | undefined): BodyKind {
  if (bodilessStatuses.includes(status)) return 'none';
  const types = schema ? allowedTypes(root, schema) : [];
  const [type] = types;
  return types.length === 1 && (type === 'object' || type === 'array') ? type : 'any';
}

function responseType(where: string, status: string, kind: BodyKind, schema: Schema | undefined): string {
  if (kind === 'none') return 'void';
  return schema && Object.keys(schema).length > 0 ? schemaName(where, status, schema) : 'unknown';
}

function namedFields(root: Document, schema: Schema): Record<string, string> {
  const fields = Object.entries(propertiesOf(root, schema));
  return Object.fromEntries(fields.flatMap(([name, { $ref }]) => ($ref ? [[name, $ref.split('/').at(-1) ?? '']] : [])));
}

/** Types are named after schemas, so each body needs a named schema. */
function schemaName(where: string, of: string, schema: Schema): string {
  const name = schema.$ref?.split('/').at(-1);
  if (!name)
    throw new Error(
      `${where}: the ${of} body needs a schema in openapi/components/schemas, because the type is named after it.`,
    );
  return name;
}

function readExamples(root: Document, { examples = {} }: MediaType): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(examples).map(([name, reference]) => [name, resolve(root, reference).value]),
  );
}
