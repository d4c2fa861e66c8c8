import { describe, expect, it } from 'vitest';
import { completionsAt } from '../support/compiler.ts';

describe('an editor completes', () => {
  it('the status of a fiat balance to its known values', () => {
    const source = `
      import type { FiatBalance } from 'p100-partner-sdk';
      declare const balance: FiatBalance;
      if (balance.status === '|') throw balance;`;
    expect(completionsAt(source).sort()).toEqual(['ACTIVE', 'WAITING_FOR_ACTIVATION', 'WAITING_TO_BE_ACTIVATED']);
  });

  it('the code of an error to the documented codes', () => {
    const source = `
      import { isP100Error } from 'p100-partner-sdk';
      declare const error: unknown;
      if (isP100Error(error)) switch (error.code) { case '|': break; }`;
    expect(completionsAt(source).sort()).toEqual(['P403', 'P411', 'P431', 'P500', 'P501']);
  });

  it('the code that isP100Error asks for', () => {
    const source = `
      import { isP100Error } from 'p100-partner-sdk';
      declare const error: unknown;
      isP100Error(error, '|');`;
    expect(completionsAt(source)).toEqual(expect.arrayContaining(['P403', 'P411', 'P431', 'P500', 'P501']));
  });

  it('the environments', () => {
    const source = `
      import { createP100Client } from 'p100-partner-sdk';
      createP100Client({ environment: '|' });`;
    expect(completionsAt(source).sort()).toEqual(['production', 'staging']);
  });

  it('the fields of a request', () => {
    const source = `
      import { createP100Client } from 'p100-partner-sdk';
      createP100Client().users.create({ | });`;
    expect(completionsAt(source)).toEqual(expect.arrayContaining(['externalUserId', 'documentNumber', 'postCode']));
  });
});
