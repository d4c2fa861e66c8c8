import { describe, expect, it } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { createUserPath, description, example, johnDoe } from '../support/description.ts';
import { usePrism } from '../support/prism.ts';

const prism = usePrism();

const connect = () => createP100Client({ apiKey: 'a-key', baseUrl: prism(), maxRetries: 0 });

/** Makes Prism answer with a named example. */
const answerWith = (status: number, name: string) => ({ headers: { prefer: `code=${status}, example=${name}` } });

const classOfCode = {
  'validation-error': 'ValidationError',
  'user-exists': 'UserExistsError',
  'forbidden-country': 'ForbiddenCountryError',
  'unknown-exception': 'UnknownExceptionError',
  'service-temporarily-unavailable': 'ServiceUnavailableError',
};

const { responses, schemas } = description.components;
const businessErrors = Object.keys(responses.BusinessError.content['application/json'].examples);

describe('business errors', () => {
  it('has an example for each documented code, and a class for each example', () => {
    const [{ oneOf: codes }] = schemas.ErrorCode.anyOf;
    const shown = businessErrors.map((name) => example<{ errorCode: string }>(name).errorCode);
    expect(shown.sort()).toEqual(codes.map((code: { const: string }) => code.const).sort());
    expect(Object.keys(classOfCode).sort()).toEqual(businessErrors.sort());
  });

  it.each(Object.entries(classOfCode))('decodes %s as %s', async (name, className) => {
    const body = example<{ errorCode: string; errorName?: string; errorMessage?: string }>(name);
    await expect(connect().users.create(johnDoe(), answerWith(400, name))).rejects.toMatchObject({
      name: className,
      operation: 'createUser',
      status: 400,
      code: body.errorCode,
      errorName: body.errorName,
      errorMessage: body.errorMessage,
    });
  });

  it.each(businessErrors)('answers %s as the error of raw', async (name) => {
    const { data, error } = await connect().raw.POST(createUserPath, { body: johnDoe(), ...answerWith(400, name) });
    expect(data).toBeUndefined();
    expect(error).toEqual(example(name));
  });

  it('splits the message of a validation error', async () => {
    const failure = connect().users.create(johnDoe(), answerWith(400, 'validation-error'));
    await expect(failure).rejects.toMatchObject({
      issues: [
        'currency must be one of the following values: btc, eth, usdt',
        'Amount can have at most 8 decimal places',
      ],
    });
  });
});

describe('access denied', () => {
  const reasons = Object.keys(responses.AccessDenied.content['*/*'].examples);

  it('has an example for each reason', () => {
    expect(reasons).toEqual(['missing-key', 'wrong-key', 'address-not-allowed']);
  });

  it.each(reasons)('decodes %s', async (reason) => {
    await expect(connect().users.create(johnDoe(), answerWith(401, reason))).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
      code: undefined,
      reason,
    });
  });

  it.each(reasons)('answers the text of %s as the error of raw', async (reason) => {
    const { error } = await connect().raw.POST(createUserPath, { body: johnDoe(), ...answerWith(401, reason) });
    expect(error).toBe(example(reason));
  });
});
