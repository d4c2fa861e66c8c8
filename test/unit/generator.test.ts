import { describe, expect, it } from 'vitest';
import type { Document } from '../../scripts/description/document.ts';
import { printOperations } from '../../scripts/generator/print/operations.ts';
import { printResources } from '../../scripts/generator/print/resources.ts';
import { printTypes } from '../../scripts/generator/print/types.ts';
import { printWebhooks } from '../../scripts/generator/print/webhooks.ts';
import { readModel } from '../../scripts/generator/read/model.ts';
import { literal } from '../../scripts/generator/text.ts';
import { describeNotes, form, type MadeUp, parameter } from '../support/made-up.ts';

const operationOf = (root: Document) => readModel(root).operations[0];
const resources = (change: (madeUp: MadeUp) => void) => printResources(readModel(describeNotes(change)));
const table = (change: (madeUp: MadeUp) => void) => printOperations(readModel(describeNotes(change)));
const types = (change: (madeUp: MadeUp) => void) => {
  const root = describeNotes(change);
  return printTypes(root, readModel(root));
};

const pages = ({ root, operation }: MadeUp) => {
  root.components.schemas = { ...root.components.schemas, Form: { type: 'object' } };
  operation['x-retry'] = { policy: 'never-twice' };
  const properties = {
    title: { type: 'string' },
    pages: { type: 'array', maxItems: 2, items: { type: 'string', format: 'binary', 'x-max-file-bytes': 10 } },
  };
  operation.requestBody = { required: true, content: form(properties, { pages: { contentType: 'a/b, c/d' } }) };
};

describe('parameters', () => {
  it('of an operation replace those of its path', () => {
    const root = describeNotes(({ item, operation }) => {
      item.parameters = [parameter({}), parameter({ name: 'limit' })];
      operation.parameters = [parameter({ description: 'Its own.' })];
    });
    const described = operationOf(root)?.parameters.map(({ name, description }) => [name, description]);
    expect(described).toEqual([
      ['userId', 'Its own.'],
      ['limit', 'An id.'],
    ]);
  });

  it.each([
    ['required', true, true, 'add: (parameters: AddNoteParameters, body: Note, '],
    [
      'optional before a body that is required',
      false,
      true,
      'add: (parameters: undefined | AddNoteParameters, body: Note, ',
    ],
    ['optional before an optional body', false, false, 'add: (parameters?: AddNoteParameters, body?: Note, '],
  ])('are an argument that is %s', (_, required, bodyRequired, signature) => {
    const printed = resources(({ operation }) => {
      operation.parameters = [parameter({ required })];
      Object.assign(operation.requestBody ?? {}, { required: bodyRequired });
    });
    expect(printed).toContain(signature);
  });

  it('are one flat interface', async () => {
    const printed = await types(({ operation }) => {
      operation.parameters = [parameter({ in: 'query', required: true }), parameter({ in: 'header', name: 'x-trace' })];
    });
    expect(printed).toMatch(/export interface AddNoteParameters {\s+\/\*\* An id. \*\/\s+userId: string;/);
    expect(printed).toContain('"x-trace"?: string;');
    expect(printed).not.toContain('AddNoteParameters: AddNoteParameters');
  });

  it.each([
    [{ style: 'form' }, false],
    [{ style: 'form', explode: false }, "{ array: { style: 'form', explode: false } }"],
    [{ style: 'pipeDelimited' }, "{ array: { style: 'pipeDelimited', explode: false } }"],
  ])('that are arrays keep their style %j', (style, serializer) => {
    const printed = table(({ operation }) => {
      operation.parameters = [parameter({ ...style, schema: { type: 'array', items: { type: 'string' } } })];
    });
    if (serializer) expect(printed).toContain(`querySerializer: ${serializer}`);
    else expect(printed).not.toContain('querySerializer');
  });
});

describe('bodies', () => {
  it('may be composed with allOf', () => {
    const { body } =
      operationOf(
        describeNotes(({ root }) => {
          const { Note = {}, ...schemas } = root.components.schemas ?? {};
          const more = { required: ['more'], properties: { more: { type: 'number' } } };
          root.components.schemas = {
            ...schemas,
            Base: Note,
            Note: { allOf: [{ $ref: '#/components/schemas/Base' }, more] },
          };
        }),
      ) ?? {};
    expect(body?.requiredFields).toEqual(['id', 'more']);
    expect(body?.types).toEqual({ id: ['string'], text: ['string', 'null'], more: ['number'] });
  });

  it('may be forms with files, whose limits the client checks', async () => {
    expect(table(pages)).toContain("files: { pages: { maxItems: 2, maxBytes: 10, contentTypes: ['a/b', 'c/d'] } }");
    expect(table(pages)).toContain("requestBody: 'multipart'");
    expect(resources(pages)).toContain("{ pages: [await openAsBlob('document', { type: 'a/b' })] }");
  });

  it('have files as Blob', async () => {
    const printed = await types(({ root }) => {
      const pages = { type: 'array', items: { type: 'string', format: 'binary' } };
      Object.assign(root.components.schemas?.['Note']?.properties ?? {}, { pages });
    });
    expect(printed).toContain('pages?: Blob[];');
  });
});

describe('responses', () => {
  const result = (change: (madeUp: MadeUp) => void) => /: (Promise<.*>) =>/.exec(resources(change))?.[1];

  it('of several statuses are a union', () => {
    const added = result(({ root, operation }) => {
      root.components.schemas = { ...root.components.schemas, Later: { type: 'array' } };
      operation.responses['202'] = {
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Later' } } },
      };
    });
    expect(added).toBe('Promise<Note | Later>');
  });

  it('without a documented body are unknown', async () => {
    const change = ({ operation }: MadeUp) => {
      operation.responses['2XX'] = { description: 'Fine.' };
    };
    expect(result(change)).toBe('Promise<unknown>');
    expect(table(change)).toContain("responses: { 201: 'object', '2XX': 'any' }");
    expect(await types(change)).toMatch(/"2XX": {[^}]*}[^}]*"application\/json": unknown;/);
  });

  it('without a body are void', () => {
    const change = ({ operation }: MadeUp) => {
      operation.responses = { '204': { description: 'Fine.' } };
      operation['x-retry'] = { policy: 'idempotent' };
    };
    expect(result(change)).toBe('Promise<void>');
    expect(table(change)).toContain("responses: { 204: 'none' }");
  });

  it('can be a code with a status of its own', () => {
    const change = ({ operation }: MadeUp) => {
      operation.responses['202'] = {
        content: { 'application/json': { examples: { later: { value: { errorCode: 'P411' } } } } },
      };
    };
    expect(table(change)).toContain('codes: { P411: 202, P500: 400 }');
    expect(resources(change)).not.toContain('P411');
  });
});

it('an operation without security sends no key', () => {
  const open = table(({ root, operation }) => {
    root.paths['/other'] = {
      get: { ...operation, operationId: 'other', 'x-sdk': { resource: 'notes', method: 'other' } },
    };
    operation.security = [];
  });
  expect(open.match(/authenticated: \w+/g)).toEqual(['authenticated: false', 'authenticated: true']);
});

it('schemas are interfaces and types of their own, and references to them say their names', async () => {
  const printed = await types(({ root }) => {
    Object.assign(root.components.schemas?.['Note']?.properties ?? {}, {
      parent: { $ref: '#/components/schemas/Note' },
    });
  });
  expect(printed).toMatch(/\/\*\* A note. \*\/\nexport interface Note {/);
  expect(printed).toContain('parent?: Note;');
  expect(printed).toContain('export type ErrorCode = "P411" | "P500" | (string & {});');
  expect(printed).toContain('schemas: {\n        Note: Note;');
  expect(printed).not.toContain('components["schemas"]');
});

it('webhooks are events, with or without a documented path', () => {
  const root = describeNotes(({ root: described }) => {
    const schema = { $ref: '#/components/schemas/Note' };
    const content = { 'application/json': { schema, examples: { one: { value: { id: 'a' } } } } };
    const webhook = { operationId: 'x', summary: 'A note', requestBody: { content }, responses: {} };
    described.webhooks = {
      noteAdded: { post: { ...webhook, 'x-webhook-path': '/hooks/note' } },
      noteRead: { post: webhook },
    };
  });
  const printed = printWebhooks(readModel(root));
  expect(printed).toContain('noteRead: Note;');
  expect(printed).toMatch(/webhookPaths: .* = {\n {2}noteAdded: '\/hooks\/note',\n {2}noteRead: undefined,\n};/);
});

it.each(['plain', "it's", 'a "quote"', 'back\\slash', 'line\nbreak\r\ttab', '\u2028', '</script>', '`backtick`'])(
  'prints %j so that it is read back unchanged',
  (text) => {
    expect(new Function(`return ${literal({ [text]: [text, 1, true, null], 7: {} })}`)()).toEqual({
      [text]: [text, 1, true, null],
      7: {},
    });
  },
);
