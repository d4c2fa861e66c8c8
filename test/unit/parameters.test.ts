import { expect, it } from 'vitest';
import { getExchangeRates } from '../../src/generated/operations.ts';
import type { Operation } from '../../src/operation.ts';
import { buildUrl, placeParameters } from '../../src/parameters.ts';

it('a number in a header is sent as text', () => {
  const operation: Operation = { ...getExchangeRates, parameters: { 'x-page': 'header' } };
  expect(placeParameters(operation, { 'x-page': 2 }, operation).header).toEqual({ 'x-page': '2' });
});

it.each<[NonNullable<NonNullable<Operation['querySerializer']>['array']>, string]>([
  [{ style: 'form', explode: true }, 'ids=a&ids=b'],
  [{ style: 'form', explode: false }, 'ids=a,b'],
  [{ style: 'spaceDelimited', explode: false }, 'ids=a%20b'],
  [{ style: 'pipeDelimited', explode: false }, 'ids=a|b'],
])('a query array is sent in the described style %j', (array, expected) => {
  const operation: Operation = { ...getExchangeRates, parameters: { ids: 'query' }, querySerializer: { array } };
  const params = placeParameters(operation, { ids: ['a', 'b'] }, operation);
  expect(buildUrl('https://example.com', operation, params, operation)).toMatch(
    new RegExp(`\\?${expected.replace('|', '\\|')}$`),
  );
});
