import type { Document, Encoding, Operation, Parameter, PathItem, Schema } from '../../scripts/description/document.ts';

const json = (schema: string, example: unknown) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, examples: { one: { value: example } } },
});

const addNote: Operation = {
  operationId: 'addNote',
  summary: 'Add a note',
  description: 'Adds a note.',
  'x-sdk': { resource: 'notes', method: 'add' },
  'x-retry': { policy: 'unique-key', key: 'id', transient: { P500: 'once' } },
  requestBody: { description: 'The note.', required: true, content: json('Note', { id: 'a', text: 'first' }) },
  responses: {
    '201': { description: 'Added.', content: json('Note', { id: 'a', text: 'first' }) },
    '400': { description: 'Refused.', content: json('ErrorBody', { errorCode: 'P500' }) },
  },
};

const madeUp: Document = {
  openapi: '3.1.0',
  info: { title: 'Notes', version: '1.0.0' },
  servers: [{ url: 'https://one.test', 'x-environment': 'one' }],
  security: [{ Key: [] }],
  tags: [{ name: 'notes', description: 'Notes.' }],
  paths: { '/note': { post: addNote } },
  components: {
    schemas: {
      Note: {
        description: 'A note.',
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'string' }, text: { type: ['string', 'null'] } },
      },
      ErrorBody: { type: 'object', properties: { errorCode: { $ref: '#/components/schemas/ErrorCode' } } },
      ErrorCode: {
        anyOf: [
          {
            oneOf: [
              { const: 'P411', title: 'Exists', description: 'It exists.', 'x-error-class': 'ExistsError' },
              { const: 'P500', title: 'Unknown', description: 'P100 failed.' },
            ],
          },
          { type: 'string' },
        ],
      },
    },
    securitySchemes: { Key: { type: 'apiKey', in: 'header', name: 'x-key' } },
  },
};

export interface MadeUp {
  readonly root: Document;
  readonly item: PathItem;
  readonly operation: Operation;
}

/** A description of one made-up operation, with a change. */
export function describeNotes(change: (madeUp: MadeUp) => void = () => {}): Document {
  const root = structuredClone(madeUp);
  const item = root.paths['/note'] as PathItem;
  change({ root, item, operation: item.post as Operation });
  return root;
}

export const parameter = (more: Partial<Parameter>): Parameter => ({
  name: 'userId',
  in: 'query',
  description: 'An id.',
  schema: { type: 'string' },
  ...more,
});

/** The content of a body that is a form. */
export const form = (properties: Record<string, Schema>, encoding: Record<string, Encoding> = {}) => ({
  'multipart/form-data': {
    schema: { $ref: '#/components/schemas/Form', properties },
    encoding,
    examples: { one: { value: {} } },
  },
});

export const withParameters =
  (...parameters: ReturnType<typeof parameter>[]) =>
  ({ operation }: MadeUp) => {
    operation.parameters = parameters;
  };

export const withRetry =
  (retry: NonNullable<Operation['x-retry']>) =>
  ({ operation }: MadeUp) => {
    operation['x-retry'] = retry;
  };

export const withSdk =
  (sdk: NonNullable<Operation['x-sdk']>) =>
  ({ operation }: MadeUp) => {
    operation['x-sdk'] = sdk;
  };

export const withContent =
  (content: object) =>
  ({ root, operation }: MadeUp) => {
    Object.assign(root.components.schemas ?? {}, { Form: { type: 'object' } });
    operation['x-retry'] = { policy: 'never-twice' };
    operation.requestBody = { content: content as never };
  };

export const withResponse =
  (status: string, response: object) =>
  ({ operation }: MadeUp) => {
    operation.responses[status] = response;
  };

/** A second operation, which differs from the first in some ways. */
export const withSecond =
  (change: Partial<Operation>, path = '/other') =>
  ({ root, operation }: MadeUp) => {
    root.paths[path] = {
      post: { ...operation, operationId: 'second', 'x-sdk': { resource: 'notes', method: 'second' }, ...change },
    };
  };

/** The rules by which the test kit returns the error codes, in the order of the codes. */
export const withTestKit =
  (...rules: string[]) =>
  ({ root }: MadeUp) => {
    const codes = root.components.schemas?.['ErrorCode']?.anyOf?.[0]?.oneOf ?? [];
    for (const [index, rule] of rules.entries()) Object.assign(codes[index] ?? {}, { 'x-test-kit': rule });
  };

export const errorExample = (errorCode: string) => ({
  content: { 'application/json': { examples: { some: { value: { errorCode } } } } },
});
export const binary = { type: 'string', format: 'binary' };
