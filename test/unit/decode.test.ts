import { describe, expect, it } from 'vitest';
import { type ClientOptions, createP100Client, type P100Error } from '../../src/index.ts';
import { createdUser, johnDoe } from '../support/description.ts';

type Answer = Awaited<ReturnType<NonNullable<ClientOptions['fetch']>>>;

const clientFor = (answer: Answer) => createP100Client({ apiKey: 'a-key', fetch: async () => answer, maxRetries: 0 });
const failureOf = (answer: Answer) =>
  clientFor(answer)
    .users.create(johnDoe())
    .catch((error: P100Error) => JSON.parse(JSON.stringify(error)));

const json = (status: number, body: unknown) => Response.json(body, { status });

/** A response with a status that the class `Response` does not allow. */
const strange = (status: number, body: unknown): Answer => ({
  status,
  headers: new Headers(),
  arrayBuffer: async () => new TextEncoder().encode(JSON.stringify(body)).buffer as ArrayBuffer,
});

describe('a status', () => {
  it.each([
    [199, createdUser(), 'undescribed-status'],
    [600, { errorCode: 'P411' }, 'undescribed-status'],
    [599, {}, 'server-error'],
    [0, {}, 'redirect'],
    [300, {}, 'redirect'],
    [399, {}, 'redirect'],
  ])('of %i is refused', async (status, body, reason) => {
    const { mayHaveTakenEffect, ...error } = await failureOf(strange(status, body));
    expect(error).toMatchObject({ name: 'P100ResponseError', status, reason });
    // 0 hides the status of a redirect: it may be 303.
    expect(mayHaveTakenEffect).toBe(status === 0 || status >= 599);
    expect(error).not.toHaveProperty('retryAfterMs');
  });

  it.each([200, 201, 299])('of %i is a success with the promised body', async (status) => {
    expect(await clientFor(json(status, createdUser())).users.create(johnDoe())).toEqual(createdUser());
  });

  it('of 202 is a success only with the code that P100 documents for it', async () => {
    const upload = (code: string) =>
      clientFor(json(202, { errorCode: code })).users.addProofOfAddress(
        { externalUserId: 'a' },
        { files: [new Blob(['a'], { type: 'image/png' })] },
      );
    expect(await upload('P211')).toEqual({ errorCode: 'P211' });
    await expect(upload('P412')).rejects.toMatchObject({ code: 'P412', status: 202 });
  });

  it('of 404 is not documented, also where any 2xx is', async () => {
    const read = clientFor(json(404, {})).request('GET', '/v1/a');
    await expect(read).rejects.toMatchObject({
      reason: 'undescribed-status',
      message: 'request got 404: this status is not documented. Check that baseUrl points to P100, and check the path.',
    });
  });

  it('of 2xx is not enough without the promised body', async () => {
    const read = clientFor(json(200, [])).partner.getBalances();
    await expect(read).rejects.toMatchObject({ reason: 'not-json', message: expect.stringContaining('got 200: ') });
  });
});

describe('a body that cannot be read', () => {
  const notText = new Uint8Array([0xff, 0xfe, 0xe9]);
  const tooLong = () => new Uint8Array(2 * 2 ** 20 + 1);
  it.each([
    [502, () => notText, 'server-error'],
    [504, tooLong, 'server-error'],
    [408, () => notText, 'server-error'],
    [429, tooLong, 'rate-limited'],
    [400, () => notText, 'not-json'],
    [201, tooLong, 'too-large'],
  ])('with %i does not hide what the status says', async (status, body, reason) => {
    const error = await failureOf(new Response(body(), { status }));
    expect(error).toMatchObject({ status, reason, mayHaveTakenEffect: reason !== 'rate-limited' && status !== 400 });
  });
});

describe('a text that is not JSON', () => {
  it.each([
    ['{"a":1', 'truncated'],
    [' [1,[2]', 'truncated'],
    ['{"a":"}}"', 'truncated'],
    ['{"a":"}', 'truncated'],
    ['{"a":"\\"}', 'truncated'],
    ['{"a":1}x', 'not-json'],
    ['{"a":"{{"}x', 'not-json'],
    ['[{}]]', 'not-json'],
    ['error {', 'not-json'],
    ['x[', 'not-json'],
    ['<p>{</p>', 'not-json'],
  ])('%s is %s', async (text, reason) => {
    const error = await failureOf(new Response(text, { status: 400 }));
    expect(error).toMatchObject({ reason, mayHaveTakenEffect: reason === 'truncated' });
  });

  it('is returned by request, unless it is cut off', async () => {
    const request = (text: string) => clientFor(new Response(text)).request('GET', '/v1/card/pin');
    expect(await request('pending')).toBe('pending');
    expect(await request('null')).toBeNull();
    expect(await request('')).toBeUndefined();
    await expect(request('{"a":')).rejects.toMatchObject({ reason: 'truncated' });
  });
});

describe('an error body', () => {
  const refusal = (body: object) => failureOf(json(400, body));

  it.each([
    ['user', 'P411 (user)'],
    ['user-exists-already', 'P411 (user-exists-already)'],
    ['a'.repeat(64), `P411 (${'a'.repeat(64)})`],
    ['a'.repeat(65), 'P411'],
    ['User-exists', 'P411'],
    ['user-exists-', 'P411'],
    [42, 'P411'],
  ])('with the name %s', async (errorName, named) => {
    const { message } = await refusal({ errorCode: 'P411', errorName });
    expect(message).toBe(`users.create was refused with ${named}.`);
  });

  it('names fields only if a field is wrong', async () => {
    // P100 writes some names with a capital letter.
    const errorMessage = 'email is taken. Phone is taken.';
    expect(await refusal({ errorCode: 'P403', errorMessage })).toMatchObject({
      message: 'users.create was refused with P403: email, phone.',
      fields: ['email', 'phone'],
    });
    expect((await refusal({ errorCode: 'P411', errorMessage })).message).toBe('users.create was refused with P411.');
    expect(Object.keys(await refusal({ errorCode: 'P431', errorMessage })).sort()).toEqual([
      ...['attempts', 'code', 'headers', 'mayHaveTakenEffect', 'message', 'name', 'operation', 'retryable', 'status'],
    ]);
  });

  it('that leaves the outcome unknown is not told as a refusal', async () => {
    expect((await refusal({ errorCode: 'P500' })).message).toBe('users.create failed with P500.');
  });

  it.each([[['P411']], ['xP411'], ['P411x']])('with the code %j is not one of P100', async (errorCode) => {
    expect(await refusal({ errorCode })).toMatchObject({ name: 'P100ResponseError', reason: 'not-json' });
  });

  it('of a 401 is told with what to check', async () => {
    const denied = await failureOf(new Response('{"errorMessage":"xo2"}', { status: 401 }));
    expect(denied).toMatchObject({ name: 'AuthenticationError', reason: 'wrong-key' });
    expect(denied.message).toMatch(/^users\.create got 401, access denied: the key is wrong\./);
  });
});

describe('for raw and middleware, a response', () => {
  it.each([204, 205])('of %i is empty', async (status) => {
    const p100 = clientFor(new Response(null, { status }));
    const seen: number[] = [];
    p100.raw.use({ onResponse: ({ response }) => void seen.push(response.status) });
    expect(await p100.request('DELETE', '/v1/card/pin')).toBeUndefined();
    expect(seen).toEqual([status]);
  });

  it('may come from a fetch whose headers have only get', async () => {
    const answer = { ...strange(201, createdUser()), headers: { get: () => null } };
    const { data, response } = await clientFor(answer).raw.POST('/v1/user/balances/crypto-and-fiat', {
      body: johnDoe(),
    });
    expect(data).toEqual(createdUser());
    expect(await response.text()).toBe(JSON.stringify(createdUser()));
  });
});
