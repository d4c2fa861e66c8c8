import { STATUS_CODES } from 'node:http';
import {
  type Body,
  type Document,
  httpMethods,
  type Operation,
  type Parameter,
  type PathItem,
  type Schema,
} from '../description/document.ts';
import { codesOf, type ErrorCode } from '../description/error-codes.ts';
import { resolve } from '../description/reference.ts';

/** An operation or a webhook as a reader sees it: without references. */
export interface ShownOperation {
  /** The object in the description, which is adapted for the page. */
  readonly source: Operation;
  readonly id: string;
  readonly webhook: boolean;
  readonly method: string;
  /** Undefined for a webhook whose path is not documented. */
  readonly path: string | undefined;
  readonly title: string;
  readonly group: string;
  readonly groupLink: string;
  /** Its place on the page. */
  readonly link: string;
  /** Name of the SDK's method, such as `users.create`. */
  readonly call: string | undefined;
  readonly authenticated: boolean;
  readonly parameters: readonly Parameter[];
  readonly body: Content | undefined;
  readonly responses: readonly ShownResponse[];
  readonly codes: readonly ErrorCode[];
}

export interface Content {
  readonly mediaType: string;
  readonly description: string;
  readonly schema: Schema | undefined;
  readonly example: unknown;
}

interface ShownResponse {
  /** Such as `201 Created`. */
  readonly label: string;
  readonly description: string;
  readonly content: Content | undefined;
}

export function readShownOperations(root: Document): ShownOperation[] {
  const read = (items: Record<string, PathItem> = {}, webhook: boolean) =>
    Object.entries(items).flatMap(([key, item]) =>
      httpMethods.flatMap((method) =>
        item[method] ? [readOperation(root, { key, method, webhook }, item[method])] : [],
      ),
    );
  return [...read(root.paths, false), ...read(root.webhooks, true)];
}

function readOperation(
  root: Document,
  { key, method, webhook }: { key: string; method: string; webhook: boolean },
  source: Operation,
): ShownOperation {
  const tag = root.tags?.find(({ name }) => name === source.tags?.[0]);
  const groupLink = `#/${tag?.name ?? 'other'}`.toLowerCase();
  const sdk = source['x-sdk'];
  const responses = Object.entries(source.responses)
    .map(([status, reference]) => ({ status, body: resolve(root, reference) }))
    // Otherwise `2XX` would come after `400`.
    .sort((a, b) => Number(b.status.startsWith('2')) - Number(a.status.startsWith('2')));
  const codes = responses.flatMap(({ body }) => Object.values(codesOf(root, body)));
  return {
    source,
    id: source.operationId,
    webhook,
    method: method.toUpperCase(),
    path: webhook ? source['x-webhook-path'] : key,
    title: source.summary ?? source.operationId,
    group: tag?.['x-displayName'] ?? tag?.name ?? '',
    groupLink,
    link: `${groupLink}/${source.operationId}`.toLowerCase(),
    call: sdk && `${sdk.resource}.${sdk.method}`,
    authenticated: source.security?.length !== 0,
    parameters: (source.parameters ?? []).map((parameter) => resolve(root, parameter)),
    body: source.requestBody && readContent(root, resolve(root, source.requestBody)),
    responses: responses.map(({ status, body }) => ({
      label: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
      description: body.description ?? '',
      content: readContent(root, body),
    })),
    codes: codes.filter(({ code }, index) => codes.findIndex((other) => other.code === code) === index),
  };
}

function readContent(root: Document, { description = '', content = {} }: Body): Content | undefined {
  const [found] = Object.entries(content);
  if (!found) return undefined;
  const [mediaType, { schema, examples = {} }] = found;
  const [example] = Object.values(examples);
  return {
    mediaType,
    description,
    schema: schema && resolve(root, schema),
    example: example && resolve(root, example).value,
  };
}

/** The values that a schema lists, with their descriptions, and whether others may be added. */
export function listValues({
  enum: own,
  anyOf,
  oneOf,
}: Schema): { values: [string, string][]; open: boolean } | undefined {
  const parts = anyOf ?? oneOf ?? (own ? [{ enum: own }] : []);
  const values = parts.flatMap(readValues);
  const isOpen = (part: Schema) => part.type === 'string' && !('enum' in part || 'oneOf' in part || 'const' in part);
  return values.length > 0 ? { values, open: parts.some(isOpen) } : undefined;
}

/** Says that a set is open, unless its description does. */
export const sayOpen = (open: boolean | undefined, description = ''): string =>
  open && !/other \w+ may be added/i.test(description) ? 'Other values may be added.' : '';

function readValues(part: Schema): [string, string][] {
  const { title, description, 'x-source': source, enum: values = [part.const], oneOf } = part;
  if (oneOf) return oneOf.flatMap(readValues);
  const words = [title && `${title}.`, description, source && `(${source})`].filter(Boolean);
  return values
    .filter((value) => value !== undefined && value !== null)
    .map((value) => [String(value), words.join(' ')]);
}

/** Name of the header that carries the key. */
export const keyHeaderOf = ({ components: { securitySchemes = {} } }: Document): string =>
  Object.values(securitySchemes).find((scheme) => scheme.in === 'header')?.name ?? '';
