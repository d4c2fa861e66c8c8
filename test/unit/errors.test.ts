import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { type ClientOptions, createP100Client, type P100Error } from '../../src/index.ts';
import { johnDoe } from '../support/description.ts';

const failureOf = (fetch: NonNullable<ClientOptions['fetch']>) =>
  createP100Client({ apiKey: 'a-key', fetch, maxRetries: 0 })
    .users.create(johnDoe())
    .catch((error: P100Error) => error);

const userExists = () => failureOf(async () => Response.json({ errorCode: 'P411' }, { status: 400 }));

const connectionLost = () =>
  failureOf(async () => {
    throw Object.assign(new Error('private'), { code: 'ECONNRESET' });
  });

describe('an error', () => {
  it('becomes JSON with its name, its message and all its fields', async () => {
    expect(JSON.parse(JSON.stringify(await userExists()))).toEqual({
      name: 'UserExistsError',
      message: 'users.create was refused with P411.',
      operation: 'createUser',
      attempts: 1,
      retryable: false,
      mayHaveTakenEffect: false,
      status: 400,
      headers: { 'content-type': 'application/json' },
      code: 'P411',
      possiblyCreatedByThisCall: false,
    });
  });

  it('is printed with its stack and its fields', async () => {
    const printed = inspect(await userExists());
    expect(printed).toMatch(/^UserExistsError: users\.create was refused with P411\.\n {4}at /);
    expect(printed).toContain("code: 'P411'");
    expect(printed).toContain('mayHaveTakenEffect: false');
    expect(printed).not.toMatch(/\[?(stack|cause)\]?: undefined/);
  });

  it('is printed with its cause, and without the message of a foreign error', async () => {
    const printed = inspect(await connectionLost());
    expect(printed).toMatch(/^P100ConnectionError: users\.create got no response: ECONNRESET, /);
    expect(printed).toMatch(/\[cause\]: Error: [^\n]+\n[\s\S]*code: 'ECONNRESET'/);
    expect(printed).not.toContain('private');
    expect(printed).not.toMatch(/^ {2}(stack|cause):/m);
  });
});
