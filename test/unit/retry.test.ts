import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUser } from '../../src/generated/operations.ts';
import type { RetryPolicy } from '../../src/operation.ts';
import {
  delayBefore,
  mayRepeat,
  type Outcome,
  outcomeOf,
  readRetryAfter,
  shouldRetry,
} from '../../src/pipeline/retry.ts';

describe('an outcome and a policy', () => {
  // The table "Outcomes and retries", cell by cell.
  const table: Record<Outcome, Record<RetryPolicy, boolean>> = {
    'not-sent': { idempotent: true, 'unique-key': true, 'never-twice': true },
    'try-later': { idempotent: true, 'unique-key': true, 'never-twice': true },
    unknown: { idempotent: true, 'unique-key': true, 'never-twice': false },
    refused: { idempotent: false, 'unique-key': false, 'never-twice': false },
  };
  const cells = Object.entries(table).flatMap(([outcome, row]) =>
    Object.entries(row).map(([policy, retry]) => ({ outcome, policy, retry }) as Cell),
  );
  type Cell = { outcome: Outcome; policy: RetryPolicy; retry: boolean };

  it.each(cells)('$outcome under $policy: $retry', ({ outcome, policy, retry }) => {
    expect(mayRepeat(outcome, policy)).toBe(retry);
    const failure = { outcome, code: undefined, attempts: 2, sameCode: 0, maxRetries: 2 };
    expect(shouldRetry(failure, policy)).toBe(retry);
    expect(shouldRetry({ ...failure, attempts: 3 }, policy)).toBe(false);
    expect(shouldRetry({ ...failure, attempts: 1, maxRetries: 0 }, policy)).toBe(false);
  });

  it('repeats P500 once, and P501 as often as allowed', () => {
    const failure = { outcome: 'unknown', attempts: 1, sameCode: 1, maxRetries: 5 } as const;
    expect(shouldRetry({ ...failure, code: 'P500' }, 'unique-key')).toBe(true);
    expect(shouldRetry({ ...failure, code: 'P500', attempts: 2, sameCode: 2 }, 'unique-key')).toBe(false);
    expect(shouldRetry({ ...failure, code: 'P501', attempts: 5, sameCode: 5 }, 'unique-key')).toBe(true);
  });
});

describe('the outcome of a response', () => {
  const rows: [status: number, code: string | undefined, outcome: Outcome][] = [
    [400, 'P500', 'unknown'],
    [400, 'P501', 'unknown'],
    [400, 'P403', 'refused'],
    [400, 'P411', 'refused'],
    [400, 'P431', 'refused'],
    [500, 'P411', 'refused'],
    [429, 'P411', 'try-later'],
    [400, 'P999', 'refused'],
    [500, 'P999', 'unknown'],
    [200, 'P999', 'unknown'],
    [400, undefined, 'refused'],
    [401, undefined, 'refused'],
    [404, undefined, 'refused'],
    [302, undefined, 'refused'],
    [408, undefined, 'unknown'],
    [429, undefined, 'try-later'],
    [503, undefined, 'unknown'],
    [500, undefined, 'unknown'],
    [502, undefined, 'unknown'],
    [504, undefined, 'unknown'],
    [201, undefined, 'unknown'],
    [0, undefined, 'refused'],
    [199, undefined, 'refused'],
    [200, undefined, 'unknown'],
    [299, undefined, 'unknown'],
    [300, undefined, 'refused'],
  ];

  it.each(rows)('%i %s: %s', (status, code, outcome) => {
    expect(outcomeOf(status, code, createUser)).toBe(outcome);
  });

  it.each(['P500', 'P501'])('%s leaves it unknown even if the operation does not list it', (code) => {
    expect(outcomeOf(400, code, { ...createUser, codes: {} })).toBe('unknown');
  });
});

describe('the wait', () => {
  it('grows from half a second to eight', () => {
    const longest = [1, 2, 3, 4, 5, 6, 100].map((attempts) => delayBefore(attempts, 0, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it('is between zero and its ceiling, and at least what the server asks for', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(), unit, (attempts, asked, random) => {
        const delay = delayBefore(attempts, asked, () => random);
        expect(delay).toBeGreaterThanOrEqual(asked);
        expect(delay).toBeLessThanOrEqual(Math.max(asked, 8000));
      }),
    );
  });
});

describe('Retry-After', () => {
  const now = Date.parse('Mon, 01 Jan 2024 00:00:00 GMT');

  it.each([
    [null, undefined],
    [undefined, undefined],
    [['7'], undefined],
    [{}, undefined],
    [7, 7000],
    ['0', 0],
    [' 7 ', 7000],
    ['3600', 3_600_000],
    ['Mon, 01 Jan 2024 00:00:05 GMT', 5000],
    ['Sun, 31 Dec 2023 00:00:00 GMT', 0],
    ['Monday, 01-Jan-24 00:00:05 GMT', 5000],
    ['Mon, 32 Jan 2024 00:00:05 GMT', undefined],
    ['9'.repeat(400), undefined],
    ['', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['Infinity', undefined],
    ['0x10', undefined],
    ['soon', undefined],
    ['in 5 minutes, or May 1', undefined],
    ['nonsense GMT', undefined],
    ['at Mon, 01 Jan 2024 00:00:05 GMT', undefined],
    ['Mon, 01 Jan 2024 00:00:05 GMT+1', undefined],
  ])('%j is %s ms', (header, milliseconds) => {
    expect(readRetryAfter(header, now)).toBe(milliseconds);
  });
});
