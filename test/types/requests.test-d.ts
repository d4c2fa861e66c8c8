import { type CreateUserRequest, createP100Client } from 'p100-partner-sdk';
import { describe, expectTypeOf, it } from 'vitest';

const p100 = createP100Client({ apiKey: 'a-key' });
declare const request: CreateUserRequest;

/** The fields that a type can do without. */
type OptionalFields<Type> = { [Field in keyof Type]-?: object extends Pick<Type, Field> ? Field : never }[keyof Type];

describe('create and ensure', () => {
  it('take the request of the description', () => {
    expectTypeOf(p100.users.create).parameter(0).toEqualTypeOf<CreateUserRequest>();
    expectTypeOf(p100.users.ensure).parameter(0).toEqualTypeOf<CreateUserRequest>();
  });

  it('need every field', () => {
    expectTypeOf<OptionalFields<CreateUserRequest>>().toBeNever();
    // @ts-expect-error: eleven fields are missing
    p100.users.create({ externalUserId: '1' });
    // @ts-expect-error: no request at all
    p100.users.create();
  });

  it('refuse each misspelt field', () => {
    // @ts-expect-error
    p100.users.create({ ...request, externalUserID: '1' });
    // @ts-expect-error
    p100.users.create({ ...request, eMail: 'johndoe@gmail.com' });
    // @ts-expect-error
    p100.users.create({ ...request, phoneNumber: '48123123123' });
    // @ts-expect-error
    p100.users.create({ ...request, firstname: 'John' });
    // @ts-expect-error
    p100.users.create({ ...request, lastname: 'Doe' });
    // @ts-expect-error
    p100.users.create({ ...request, adress: 'Example 321' });
    // @ts-expect-error
    p100.users.create({ ...request, City: 'New York' });
    // @ts-expect-error
    p100.users.create({ ...request, postcode: 'EA0234' });
    // @ts-expect-error
    p100.users.create({ ...request, countryCode: 'PL' });
    // @ts-expect-error
    p100.users.create({ ...request, citizenShip: 'PL' });
    // @ts-expect-error
    p100.users.create({ ...request, documenttype: 'ID_CARD' });
    // @ts-expect-error
    p100.users.ensure({ ...request, documentNo: 'CEV12630' });
  });

  it('refuse wrong types', () => {
    // @ts-expect-error
    p100.users.create({ ...request, phone: 48123123123 });
    // @ts-expect-error
    p100.users.create({ ...request, email: undefined });
    // @ts-expect-error
    p100.users.create({ ...request, documentType: null });
  });

  it('take an unknown document type', () => {
    p100.users.create({ ...request, documentType: 'DRIVING_LICENCE' });
  });
});

describe('call options', () => {
  it('take a field that the description does not know', () => {
    p100.users.create(request, { extraBody: { birthDate: '1990-01-01', hasAcceptedP100Tc: true } });
  });

  it('can leave out a described field', () => {
    p100.users.create(request, { extraBody: { documentNumber: undefined } });
  });

  it('refuse a described field in extraBody', () => {
    // @ts-expect-error
    p100.users.create(request, { extraBody: { email: 'johndoe@gmail.com' } });
    // @ts-expect-error
    p100.users.ensure(request, { extraBody: { documentNumber: 'CEV12630' } });
  });

  it('refuse misspelt options', () => {
    // @ts-expect-error
    p100.users.create(request, { timeoutMS: 1000 });
    // @ts-expect-error
    p100.users.create(request, { retries: 1 });
  });
});

describe('createP100Client', () => {
  it('refuses misspelt options and wrong values', () => {
    // @ts-expect-error
    createP100Client({ apikey: 'a-key' });
    // @ts-expect-error
    createP100Client({ environment: 'sandbox' });
    // @ts-expect-error
    createP100Client({ timeoutMs: '1000' });
  });

  it('takes a key, or a function that returns one now or later', () => {
    createP100Client({ apiKey: () => 'a-key' });
    createP100Client({ apiKey: async () => 'a-key' });
  });

  it('takes the fetch of the runtime', () => {
    createP100Client({ fetch });
    createP100Client({ fetch: globalThis.fetch.bind(globalThis) });
  });

  it('refuses misspelt resources and methods', () => {
    // @ts-expect-error
    p100.user;
    // @ts-expect-error
    p100.users.add;
  });
});
