import { describe, expect, it } from 'vitest';
import { type Description, readOperations } from '../../scripts/generator/description.ts';
import { printOperations } from '../../scripts/generator/print-operations.ts';
import { literal } from '../../scripts/generator/text.ts';
import { description } from '../support/description.ts';

/** The description with one change to its operation. */
function changed(change: (operation: Record<string, unknown>, item: Record<string, unknown>) => void): Description {
  const copy = structuredClone(description);
  const [item] = Object.values<Record<string, unknown>>(copy.paths);
  change(item?.['post'] as Record<string, unknown>, item as Record<string, unknown>);
  return copy;
}

const parameter = (place: string, name = 'userId') => ({
  name,
  in: place,
  description: place,
  schema: { type: 'string' },
});

describe('the generator refuses what the client could not serve', () => {
  const rows: [what: string, description: Description, says: string][] = [
    ['an operation without a method name', changed((operation) => delete operation['x-sdk']), 'needs x-sdk'],
    ['an operation without a policy', changed((operation) => delete operation['x-retry']), 'needs x-retry'],
    [
      'a body that is no JSON',
      changed((operation) => {
        operation['requestBody'] = { content: { 'multipart/form-data': { schema: {} } } };
      }),
      'a body that is not application/json',
    ],
    [
      'a range of statuses',
      changed((operation) => {
        operation['responses'] = { '2XX': { description: 'Any.' } };
      }),
      'the response 2XX is not supported',
    ],
    [
      'a cookie',
      changed((operation) => {
        operation['parameters'] = [parameter('cookie')];
      }),
      'a parameter in cookie',
    ],
    [
      'one name in two places',
      changed((operation) => {
        operation['parameters'] = [parameter('query'), parameter('header')];
      }),
      'the parameter name userId stands in two places',
    ],
    [
      'an ensure method whose code no example has',
      changed((operation) => {
        operation['x-sdk'] = {
          resource: 'users',
          method: 'create',
          ensure: { method: 'ensure', existsCode: 'P999', resultName: 'user' },
        };
      }),
      'no example answers P999',
    ],
  ];

  it.each(rows)('%s', (_, described, says) => {
    expect(() => readOperations(described)).toThrow(says);
  });
});

it('an operation replaces a parameter of its path', () => {
  const [operation] = readOperations(
    changed((own, item) => {
      item['parameters'] = [parameter('query'), parameter('query', 'limit')];
      own['parameters'] = [{ ...parameter('query'), description: 'its own' }];
    }),
  );
  expect(operation?.parameters.map(({ name, description: text }) => [name, text])).toEqual([
    ['userId', 'its own'],
    ['limit', 'query'],
  ]);
});

it.each([
  [true, 'create(parameters: '],
  [false, 'create(parameters?: '],
])('parameters are an argument that is required where one of them is: %s', (required, signature) => {
  const described = changed((own) => {
    own['parameters'] = [{ ...parameter('query'), required }];
  });
  expect(printOperations(readOperations(described), { servers: {}, keyHeader: 'x' })).toContain(signature);
});

it('a body may be put together with allOf', () => {
  const [operation] = readOperations(
    changed((own) => {
      const schema = { allOf: [{ $ref: '#/components/schemas/CreateUserRequest' }, { properties: { note: {} } }] };
      own['requestBody'] = { required: true, content: { 'application/json': { schema } } };
    }),
  );
  expect(operation?.body?.requiredFields).toHaveLength(12);
  expect(operation?.body?.loggable).toEqual(['externalUserId', 'country', 'citizenship', 'documentType', 'note']);
});

it.each(['plain', "it's", 'a "quote"', 'back\\slash', 'line\nbreak\r\ttab', '\u2028', '</script>', '`backtick`'])(
  'prints %j so that it reads the same',
  (text) => {
    expect(new Function(`return ${literal({ [text]: [text, 1, true, null], 7: {} })}`)()).toEqual({
      [text]: [text, 1, true, null],
      7: {},
    });
  },
);
