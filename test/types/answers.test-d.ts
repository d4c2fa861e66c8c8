import { type CreatedUser, type CreateUserRequest, createP100Client, type ErrorBody } from 'p100-partner-sdk';
import { describe, expectTypeOf, it } from 'vitest';

const p100 = createP100Client({ apiKey: 'a-key' });
declare const request: CreateUserRequest;
declare const user: CreatedUser;

// An index may be out of range, so a balance is read with a check.
const fiat = user.balances?.fiatBalances?.[0];
const crypto = user.balances?.cryptoBalances?.[0];

describe('the response of create', () => {
  it('is the created user', () => {
    expectTypeOf(p100.users.create(request)).resolves.toEqualTypeOf<CreatedUser>();
  });

  it('has an iban and a wallet that must be checked for null', () => {
    expectTypeOf(fiat?.iban).toEqualTypeOf<string | null | undefined>();
    expectTypeOf(crypto?.wallet).toEqualTypeOf<string | null | undefined>();
    // @ts-expect-error: may be null
    fiat?.iban.length;
    // @ts-expect-error: may be null
    crypto?.wallet.length;
    if (fiat?.iban) expectTypeOf(fiat.iban).toBeString();
  });

  it('has amounts that are strings and cannot be added up', () => {
    if (!fiat || !crypto) return;
    expectTypeOf(fiat.amount).toEqualTypeOf<string>();
    expectTypeOf(crypto.amount).toEqualTypeOf<string>();
    // @ts-expect-error: not a number
    const sum: number = fiat.amount + 1;
    // @ts-expect-error: not a number
    fiat.amount * 2;
    // @ts-expect-error: not a number
    const difference: number = crypto.amount - 1;
    return [sum, difference];
  });

  it('has a status that takes a new value and refuses another type', () => {
    if (!fiat) return;
    fiat.status = 'ACTIVE';
    fiat.status = 'A_STATUS_OF_TOMORROW';
    // @ts-expect-error: not a string
    fiat.status = 1;
  });

  it('has networks that must be checked for absence', () => {
    // @ts-expect-error: there may be no such network
    crypto?.networkConfig['polygon'].name;
  });
});

describe('the result of ensure', () => {
  it('has the user only if it was created', async () => {
    const outcome = await p100.users.ensure(request);
    // @ts-expect-error: there is no user if it existed before
    outcome.user;
    if (outcome.created) expectTypeOf(outcome.user).toEqualTypeOf<CreatedUser>();
    else
      expectTypeOf(outcome).toEqualTypeOf<{ readonly created: false; readonly possiblyCreatedByThisCall: boolean }>();
  });
});

describe('the result of raw', () => {
  it('has data or error, by status', async () => {
    const { data, error, response } = await p100.raw.POST('/v1/user/balances/crypto-and-fiat', { body: request });
    expectTypeOf(response.status).toBeNumber();
    if (data) {
      expectTypeOf(data).toEqualTypeOf<CreatedUser>();
      expectTypeOf(error).toBeUndefined();
    } else {
      expectTypeOf<ErrorBody>().toExtend<typeof error>();
      expectTypeOf(data).toBeUndefined();
    }
  });

  it('refuses misspelt paths, methods and bodies', () => {
    // @ts-expect-error
    p100.raw.POST('/v1/user/balance', { body: request });
    // @ts-expect-error
    p100.raw.GET('/v1/user/balances/crypto-and-fiat');
    // @ts-expect-error
    p100.raw.POST('/v1/user/balances/crypto-and-fiat', { body: { externalUserId: '1' } });
    // @ts-expect-error
    p100.raw.POST('/v1/user/balances/crypto-and-fiat');
    // @ts-expect-error
    p100.raw.POST('/v1/user/balances/crypto-and-fiat', { body: request, timeoutMS: 1000 });
  });

  it('takes the options of a call', () => {
    const extraBody = { birthDate: '1990-01-01' };
    p100.raw.POST('/v1/user/balances/crypto-and-fiat', { body: request, timeoutMs: 1000, extraBody });
  });
});
