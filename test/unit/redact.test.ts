import { describe, expect, it } from 'vitest';
import { redact, requestSecrets } from '../../src/redact.ts';

const secretsOf = (body: unknown) => requestSecrets({}, JSON.stringify(body), []);
const long = (length: number) => 'John Doe '.repeat(length / 9);

describe('redact', () => {
  it.each([
    ['a value of 9 000 characters', { name: long(9000) }, `wrong name: ${long(9000)}`],
    ['a value in another case', { name: 'John Doe' }, 'wrong name: JOHN DOE'],
    [
      'a value full of signs',
      { name: 'J. (Doe) [x]{2}|\\ $^*+?/-\n\u2028😀' },
      'wrong name: J. (Doe) [x]{2}|\\ $^*+?/-\n\u2028😀',
    ],
  ])('takes %s out', (_, body, text) => {
    expect(redact(text, secretsOf(body))).toBe('wrong name: [redacted]');
  });

  it.each([
    ['a value of 2 MB', { name: long(2_000_000) }, `wrong name: ${long(16_000)}`],
    [
      '20 000 values',
      Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [at, `value ${at}`])),
      'wrong value 7',
    ],
    ['a text of 2 MB', { name: 'John Doe' }, `wrong name: ${long(2_000_000)}`],
  ])('keeps nothing of a text where it would have to search for long: %s', (_, body, text) => {
    expect(redact(text, secretsOf(body))).toBe('[redacted]');
  });
});
