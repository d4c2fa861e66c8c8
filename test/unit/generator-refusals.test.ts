import { expect, it } from 'vitest';
import { readModel } from '../../scripts/generator/read/model.ts';
import {
  binary,
  describeNotes,
  errorExample,
  form,
  type MadeUp,
  parameter,
  withContent,
  withParameters,
  withResponse,
  withRetry,
  withSdk,
  withSecond,
  withTestKit,
} from '../support/made-up.ts';

type Row = [what: string, change: (madeUp: MadeUp) => void, says: string];

const rows: Row[] = [
  ['an operation without a method name', ({ operation }) => delete operation['x-sdk'], 'POST /note needs x-sdk'],
  ['an operation without a resource', withSdk({ method: 'add' }), 'POST /note needs x-sdk'],
  ['an operation without a policy', ({ operation }) => delete operation['x-retry'], 'POST /note needs x-retry.policy'],
  [
    'a policy that does not exist',
    withRetry({ policy: 'always' }),
    'needs x-retry.policy, one of idempotent, unique-key, never-twice',
  ],
  [
    'a unique key without a name',
    withRetry({ policy: 'unique-key' }),
    'x-retry.key is required with the policy unique-key',
  ],
  [
    'a key that is not in the body',
    withRetry({ policy: 'unique-key', key: 'name' }),
    'x-retry.key names name, which is not a field of the body',
  ],
  [
    'a transient code that is not documented',
    withRetry({ policy: 'never-twice', transient: { P999: 'once' } }),
    'x-retry.transient names P999, which no example',
  ],
  [
    'a transient code that is repeated in an unknown way',
    withRetry({ policy: 'never-twice', transient: { P500: 'twice' } }),
    'x-retry.transient.P500 must be once or repeatedly',
  ],
  [
    'an ensure method whose code is not documented',
    withSdk({ resource: 'notes', method: 'add', ensure: { method: 'ensure', existsCode: 'P411', resultName: 'note' } }),
    'x-sdk.ensure names P411, which no example',
  ],
  [
    'a URL of an operation with a body',
    withSdk({ resource: 'notes', method: 'add', url: true }),
    'x-sdk.url is for a GET without a body',
  ],
  [
    'a URL of an operation that is not a GET',
    (madeUp) => {
      delete madeUp.operation.requestBody;
      withRetry({ policy: 'never-twice' })(madeUp);
      withSdk({ resource: 'notes', method: 'add', url: true })(madeUp);
    },
    'x-sdk.url is for a GET without a body',
  ],

  ['a cookie', withParameters(parameter({ in: 'cookie' })), 'the parameter userId is in cookie'],
  [
    'one name in two places',
    withParameters(parameter({ in: 'query' }), parameter({ in: 'header' })),
    'the parameter userId is described in two places',
  ],
  ['a parameter with a media type', withParameters(parameter({ content: {} })), 'has a media type'],
  ['a parameter with allowReserved', withParameters(parameter({ allowReserved: true })), 'has allowReserved'],
  [
    'a parameter that is an object',
    withParameters(parameter({ style: 'deepObject', schema: { type: 'object' } })),
    'is an object',
  ],
  [
    'an array in a header',
    withParameters(parameter({ in: 'header', schema: { type: 'array' } })),
    'is an array in header',
  ],
  ['an array in the path', withParameters(parameter({ in: 'path', schema: { type: 'array' } })), 'is an array in path'],
  ['a matrix parameter', withParameters(parameter({ in: 'path', style: 'matrix' })), 'has the style matrix'],
  [
    'a header of a reserved name',
    withParameters(parameter({ in: 'header', name: 'Accept' })),
    'Accept has a reserved name',
  ],
  [
    'query arrays of different styles',
    withParameters(
      parameter({ name: 'a', schema: { type: 'array' } }),
      parameter({ name: 'b', schema: { type: 'array' }, style: 'pipeDelimited' }),
    ),
    'its query arrays have different styles',
  ],
  [
    'query arrays that are repeated and not repeated',
    withParameters(
      parameter({ name: 'a', schema: { type: 'array' } }),
      parameter({ name: 'b', schema: { type: 'array' }, explode: false }),
    ),
    'its query arrays have different styles',
  ],

  ['a body of another media type', withContent({ 'text/xml': {} }), 'a body of text/xml is not supported'],
  [
    'a body of two media types',
    withContent({ 'application/json': {}, 'multipart/form-data': {} }),
    'a body of application/json or multipart/form-data',
  ],
  [
    'a body whose type has no name',
    withContent({ 'application/json': { schema: { type: 'object' } } }),
    'the request body needs a schema in openapi/components/schemas',
  ],
  [
    'a form field that is an object',
    withContent(form({ more: { type: 'object' } })),
    'the form field more is an object',
  ],
  [
    'a form field with headers',
    withContent(form({ file: binary }, { file: { headers: {} } })),
    'the encoding of file has headers or a style',
  ],
  ['a wildcard response', withResponse('default', {}), 'the response default is not supported'],
  ...['4XX', '2XXX', '12XX', '2000', '20'].map(
    (status): Row => [`the status ${status}`, withResponse(status, {}), `the response ${status} is not supported`],
  ),
  [
    'a success of another media type',
    withResponse('200', { content: { 'text/csv': {} } }),
    'a response 200 of text/csv is not supported',
  ],
  [
    'a success whose type has no name',
    withResponse('200', { content: { 'application/json': { schema: { type: 'object' } } } }),
    'the 200 body needs a schema',
  ],
  [
    'an example with an unknown code',
    withResponse('400', errorExample('P999')),
    'the error code P999, which ErrorCode does not list',
  ],
  [
    'a code with two statuses',
    withResponse('404', errorExample('P500')),
    'the code P500 comes with two statuses, 400 and 404',
  ],
  ['a code with any success', withResponse('2XX', errorExample('P411')), 'an error code cannot come with 2XX'],

  ...[{ type: 'http' }, { type: 'http', in: 'header', name: 'a' }, { type: 'apiKey', in: 'query', name: 'a' }].map(
    (scheme): Row => [
      `the security scheme ${JSON.stringify(scheme)}`,
      ({ root }) => {
        root.components.securitySchemes = { Key: scheme };
      },
      'The security scheme Key is not supported',
    ],
  ),
  [
    'two keys in one call',
    ({ operation }) => {
      operation.security = [{ Key: [], Other: [] }];
    },
    'a choice or combination of security schemes is not supported',
  ],
  [
    'operations with different keys',
    (madeUp) => {
      Object.assign(madeUp.root.components.securitySchemes ?? {}, {
        Other: { type: 'apiKey', in: 'header', name: 'x-other' },
      });
      withSecond({ security: [{ Other: [] }] })(madeUp);
    },
    'All operations must use the same security scheme',
  ],
  [
    'an API without a key',
    ({ root }) => {
      root.security = [];
    },
    'All operations must use the same security scheme',
  ],
  [
    'a security scheme that does not exist',
    ({ operation }) => {
      operation.security = [{ Other: [] }];
    },
    'There is no security scheme Other',
  ],
  [
    'optional security',
    ({ operation }) => {
      operation.security = [{ Key: [] }, {}];
    },
    'a choice or combination of security schemes is not supported',
  ],

  [
    'two operations with one name',
    withSecond({ 'x-sdk': { resource: 'notes', method: 'add' } }),
    'POST /other: another operation is already called notes.add (POST /note)',
  ],
  [
    'two operations with one id',
    withSecond({ operationId: 'addNote' }),
    'another operation already has the operationId addNote',
  ],
  ...['raw', 'request', 'baseUrl'].map(
    (resource): Row => [
      `a resource called ${resource}`,
      (madeUp) => {
        madeUp.root.tags = [{ name: resource }];
        withSdk({ resource, method: 'add' })(madeUp);
      },
      `a resource cannot be called ${resource}`,
    ],
  ),
  ['a resource without a tag', ({ root }) => delete root.tags, 'its resource notes needs a tag of that name'],
  [
    'a method that is not a name',
    withSdk({ resource: 'notes', method: 'add-note' }),
    'the name add-note must be in camelCase',
  ],
  [
    'an ensure method with the name of another method',
    withSdk({ resource: 'notes', method: 'add', ensure: { method: 'add', existsCode: 'P500', resultName: 'note' } }),
    'another operation is already called notes.add',
  ],
  [
    'an ensure method that is not a name',
    withSdk({ resource: 'notes', method: 'add', ensure: { method: 'Ensure', existsCode: 'P500', resultName: 'note' } }),
    'the name Ensure must be in camelCase',
  ],
  ...['servers', 'break', 'delete', 'yield'].map(
    (id): Row => [
      `the id ${id}, which cannot be declared`,
      ({ operation }) => {
        operation.operationId = id;
      },
      `the operationId cannot be ${id}`,
    ],
  ),
  ...['Blob', 'note', 'Note-1', '1Note'].map(
    (name): Row => [
      `the schema ${name}`,
      ({ root }) => Object.assign(root.components.schemas ?? {}, { [name]: {} }),
      `The schema ${name} needs another name`,
    ],
  ),
  [
    'a schema with the name of parameters',
    (madeUp) => {
      withParameters(parameter({}))(madeUp);
      Object.assign(madeUp.root.components.schemas ?? {}, { AddNoteParameters: {} });
    },
    'AddNoteParameters, has the name of a schema',
  ],
  [
    'a webhook without a named schema',
    ({ root }) => {
      root.webhooks = { noteAdded: { post: { operationId: 'noteAdded', responses: {} } } };
    },
    'The webhook noteAdded needs a POST',
  ],
  [
    'a webhook without an example',
    ({ root, operation }) => {
      const content = structuredClone(operation.requestBody?.content ?? {});
      delete content['application/json']?.examples;
      root.webhooks = { noteAdded: { post: { operationId: 'noteAdded', responses: {}, requestBody: { content } } } };
    },
    'The webhook noteAdded needs a named example',
  ],
  ['an unknown rule of the test kit', withTestKit('sometimes'), 'The error code P411 has x-test-kit: sometimes'],
  [
    'a rule of the test kit that two codes have',
    withTestKit('user-exists', 'user-exists'),
    'The error codes P411 and P500 both have x-test-kit: user-exists',
  ],
  [
    'a reference without a target',
    ({ operation }) => {
      operation.responses['401'] = { $ref: '#/components/responses/Missing' };
    },
    'The reference #/components/responses/Missing does not exist',
  ],
];

it('accepts the made-up description that the rows change', () => {
  expect(readModel(describeNotes()).operations).toHaveLength(1);
});

it.each(rows)('refuses %s', (_, change, says) => {
  expect(() => readModel(describeNotes(change))).toThrow(says);
});
