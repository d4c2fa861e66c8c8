import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RetryPolicy } from '../../src/operation.ts';
import { delayBefore, mayRepeat, type Outcome, outcomeOf, retryAfterMs, shouldRetry } from '../../src/retry.ts';

describe('an outcome and a policy', () => {
  // The table "Outcomes and retries", cell by cell.
  const table: Record<Outcome, Record<RetryPolicy, boolean>> = {
    'not-sent': { idempotent: true, 'unique-key': true, 'never-twice': true },
    refused: { idempotent: true, 'unique-key': true, 'never-twice': true },
    unknown: { idempotent: true, 'unique-key': true, 'never-twice': false },
    no: { idempotent: false, 'unique-key': false, 'never-twice': false },
  };
  const cells = Object.entries(table).flatMap(([outcome, row]) =>
    Object.entries(row).map(([policy, retry]) => ({ outcome, policy, retry }) as Cell),
  );
  type Cell = { outcome: Outcome; policy: RetryPolicy; retry: boolean };

  it.each(cells)('$outcome under $policy: $retry', ({ outcome, policy, retry }) => {
    expect(mayRepeat(outcome, policy)).toBe(retry);
    const failure = { outcome, attempts: 2, unknownExceptions: 0, maxRetries: 2 };
    expect(shouldRetry(failure, policy)).toBe(retry);
    expect(shouldRetry({ ...failure, attempts: 3 }, policy)).toBe(false);
    expect(shouldRetry({ ...failure, attempts: 1, maxRetries: 0 }, policy)).toBe(false);
  });

  it('repeats P500 once, and P501 as often as allowed', () => {
    const failure = { outcome: 'unknown', attempts: 1, unknownExceptions: 1, maxRetries: 5 } as const;
    expect(shouldRetry({ ...failure, code: 'P500' }, 'unique-key')).toBe(true);
    expect(shouldRetry({ ...failure, code: 'P500', attempts: 2, unknownExceptions: 2 }, 'unique-key')).toBe(false);
    expect(shouldRetry({ ...failure, code: 'P501', attempts: 5, unknownExceptions: 0 }, 'unique-key')).toBe(true);
  });
});

describe('the outcome of an answer', () => {
  const documented = ['P403', 'P411', 'P431', 'P500', 'P501'];
  const rows: [status: number, code: string | undefined, retryAfter: string | null, outcome: Outcome][] = [
    [400, 'P500', null, 'unknown'],
    [400, 'P501', null, 'unknown'],
    [400, 'P403', null, 'no'],
    [400, 'P411', null, 'no'],
    [400, 'P431', null, 'no'],
    [500, 'P411', null, 'no'],
    [503, 'P411', '1', 'no'],
    [429, 'P411', null, 'refused'],
    [400, 'P999', null, 'no'],
    [500, 'P999', null, 'unknown'],
    [400, undefined, null, 'no'],
    [401, undefined, null, 'no'],
    [404, undefined, null, 'no'],
    [302, undefined, null, 'no'],
    [429, undefined, null, 'refused'],
    [429, undefined, '1', 'refused'],
    [503, undefined, '1', 'refused'],
    [503, undefined, null, 'unknown'],
    [500, undefined, null, 'unknown'],
    [502, undefined, null, 'unknown'],
    [504, undefined, null, 'unknown'],
    [201, undefined, null, 'unknown'],
  ];

  it.each(rows)('%i %s with Retry-After %s: %s', (status, code, retryAfter, outcome) => {
    expect(outcomeOf({ status, retryAfter }, code, documented.includes(code ?? ''))).toBe(outcome);
  });
});

describe('the wait', () => {
  it('grows from half a second to eight', () => {
    const longest = [1, 2, 3, 4, 5, 6, 100].map((attempts) => delayBefore(attempts, 0, () => 1));
    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it('is anything from nothing to its ceiling, and never less than what the server asks for', () => {
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
    [null, 0],
    [undefined, 0],
    ['0', 0],
    [' 7 ', 7000],
    ['3600', 3_600_000],
    ['Mon, 01 Jan 2024 00:00:05 GMT', 5000],
    ['Sun, 31 Dec 2023 00:00:00 GMT', 0],
    ['', 0],
    ['-1', 0],
    ['1.5', 0],
    ['Infinity', 0],
    ['0x10', 0],
    ['soon', 0],
    ['in 5 minutes, or May 1', 0],
    ['nonsense GMT', 0],
  ])('%j is %s ms', (header, milliseconds) => {
    expect(retryAfterMs(header, now)).toBe(milliseconds);
  });
});
