import { describe, expect, it } from 'vitest';
import { type CreateUserRequest, createP100Client } from '../../src/index.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';
import { recordViolations, usePrism } from '../support/prism.ts';

const prism = usePrism();

function connect() {
  const { fetch, violations } = recordViolations();
  return { violations, p100: createP100Client({ apiKey: 'a-key', baseUrl: prism(), fetch, maxRetries: 0 }) };
}

describe('the happy path', () => {
  it('answers every field of the page', async () => {
    const { p100, violations } = connect();
    expect(await p100.users.create(johnDoe())).toEqual(createdUser());
    expect(violations).toEqual([]);
  });

  it('answers the same through ensure', async () => {
    const { p100, violations } = connect();
    expect(await p100.users.ensure(johnDoe())).toEqual({ created: true, user: createdUser() });
    expect(violations).toEqual([]);
  });

  it('answers data and response through raw', async () => {
    const { p100, violations } = connect();
    const { data, error, response } = await p100.raw.POST(createUserPath, { body: johnDoe() });
    expect(data).toEqual(createdUser());
    expect(error).toBeUndefined();
    expect(response.status).toBe(201);
    expect(violations).toEqual([]);
  });

  it('sends further fields', async () => {
    const { p100, violations } = connect();
    await p100.users.create(johnDoe(), { extraBody: { birthDate: '1990-01-01' } });
    expect(violations).toEqual([]);
  });
});

describe('a request that the description refuses', () => {
  it('without a key is denied', async () => {
    const response = await fetch(`${prism()}${createUserPath}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(johnDoe()),
    });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('xo1');
  });

  it('without a key is an AuthenticationError that says so', async () => {
    const withoutKey: typeof fetch = (url, init) => {
      const { 'x-api-key': _, ...headers } = { ...init?.headers } as Record<string, string>;
      return fetch(url, { ...init, headers });
    };
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: prism(), fetch: withoutKey });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
      reason: 'missing-key',
    });
  });

  const fields = Object.keys(johnDoe()) as (keyof CreateUserRequest)[];

  it('knows the twelve fields of the page', () => {
    expect(fields).toHaveLength(12);
  });

  it.each(fields)('without %s is a ValidationError', async (field) => {
    const { p100, violations } = connect();
    const { [field]: _, ...incomplete } = johnDoe();
    await expect(p100.users.create(incomplete as CreateUserRequest)).rejects.toMatchObject({ code: 'P403' });
    expect(violations).toEqual([expect.stringContaining(field)]);
  });

  const wrongValues = [42, true, null, ['text'], { text: 'text' }];
  const wrongTypes = fields.flatMap((field) => wrongValues.map((value) => ({ field, value })));

  it.each(wrongTypes)('with $field of the wrong type ($value) is a ValidationError', async ({ field, value }) => {
    const { p100, violations } = connect();
    const wrong = { ...johnDoe(), [field]: value } as unknown as CreateUserRequest;
    await expect(p100.users.create(wrong)).rejects.toMatchObject({ code: 'P403' });
    expect(violations).toEqual([expect.stringContaining(field)]);
  });
});
