import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, type CreateUserRequest, createP100Client, type P100Client } from '../../src/index.ts';
import { faults } from '../faults/faults.ts';
import { createUserPath } from '../support/description.ts';
import { reply, replyJson, startFaultServer } from '../support/fault-server.ts';

// One word, so that it could pass for an error code.
const apiKey = 'canary_key_3141592653';

/** Personal data that is recognised wherever it appears. Fields without personal data have no canary. */
const body: CreateUserRequest = {
  externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912',
  email: 'canary-email@example.com',
  phone: '48999888777',
  // Looks different when quoted in JSON.
  firstName: 'canary "first" \\ name',
  lastName: 'canary-last-name',
  address: 'canary-address 321',
  city: 'canary-city',
  postCode: 'canary-post-code',
  country: 'PL',
  citizenship: 'PL',
  documentType: 'ID_CARD',
  documentNumber: 'canary-document-number',
};
const extraBody = { birthDate: 'canary-birth-date', nested: [{ taxNumber: 48_777_666 }] };

const ways = {
  'users.create': (p100: P100Client) => p100.users.create(body, { extraBody, headers: { 'x-trace': 'canary-header' } }),
  'users.ensure': (p100: P100Client) => p100.users.ensure(body, { extraBody, headers: { 'x-trace': 'canary-header' } }),
  raw: (p100: P100Client) =>
    p100.raw.POST(createUserPath, { body, extraBody, headers: { 'x-trace': 'canary-header' } } as never),
};

const canary = /canary|48999888777|48777666/i;

/** Every text that a logger can produce from a value. */
function writings(value: unknown): string[] {
  const deep = inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true, getters: true });
  const fields: unknown[] = [];
  for (const field in value as object) fields.push((value as Record<string, unknown>)[field]);
  const own = [deep, JSON.stringify([value, fields]), String(value), (value as Error | undefined)?.stack ?? ''];
  const { cause } = (value ?? {}) as { cause?: unknown };
  return cause === undefined ? own : [...own, ...writings(cause)];
}

const printed: unknown[] = [];
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(text) > 0);
  }
});
afterEach(() => {
  printed.length = 0;
  vi.restoreAllMocks();
});

/** Makes a call that fails, and checks everything that it outputs. */
async function expectNothingPrivate(
  call: (p100: P100Client) => Promise<unknown>,
  options: ClientOptions,
): Promise<void> {
  const events: unknown[] = [];
  const p100 = createP100Client({
    apiKey,
    timeoutMs: 100,
    maxRetries: 1,
    ...options,
    onEvent: (event) => events.push(event),
  });
  const failure = await call(p100).then(
    // raw returns P100's own body unchanged.
    () => undefined,
    (error: unknown) => error,
  );
  expect(events.length).toBeGreaterThan(0);
  for (const text of [...writings(failure), ...writings(events), ...writings(p100), ...printed.map(String)]) {
    expect(text).not.toMatch(canary);
  }
}

const failing = faults.filter(({ expected }) => expected !== 'created');

describe.each(Object.entries(ways))('%s', (_, call) => {
  it.each(failing)('leaks nothing when it meets $name', async ({ respond }) => {
    const server = await startFaultServer(respond);
    await expectNothingPrivate(call, { baseUrl: server.url });
  });
});

describe('a server that echoes the request', () => {
  const echo = `${Object.values(body).join(' ')} canary-birth-date 48777666 ${apiKey}`;

  it.each(['users.create', 'users.ensure'] as const)('in an error message (%s)', async (way) => {
    const server = await startFaultServer((socket) =>
      replyJson(socket, 400, { errorCode: 'P403', errorName: echo, errorMessage: `Not accepted: ${echo}` }),
    );
    await expectNothingPrivate(ways[way], { baseUrl: server.url });
  });

  it.each(['users.create', 'users.ensure'] as const)('in a 401 (%s)', async (way) => {
    const server = await startFaultServer((socket) => replyJson(socket, 401, { errorMessage: echo }));
    await expectNothingPrivate(ways[way], { baseUrl: server.url });
  });

  it.each(Object.entries(ways))('in a page (%s)', async (_, call) => {
    const server = await startFaultServer((socket) => reply(socket, 502, `<p>${echo}`));
    await expectNothingPrivate(call, { baseUrl: server.url });
  });

  it('makes its text available to code, and lists the described fields in it', async () => {
    const errorMessage = `phone ${body.phone} must be valid. documentType is not known. shoeSize neither`;
    const server = await startFaultServer((socket) => replyJson(socket, 400, { errorCode: 'P403', errorMessage }));
    const error = await createP100Client({ apiKey, baseUrl: server.url })
      .users.create(body)
      .catch((thrown) => thrown);
    expect(error).toMatchObject({
      message: 'users.create was refused with P403: phone, documentType.',
      fields: ['phone', 'documentType'],
      errorMessage,
      issues: [`phone ${body.phone} must be valid`, 'documentType is not known', 'shoeSize neither'],
    });
    for (const text of writings(error)) expect(text).not.toMatch(canary);
  });

  it.each([
    { errorCode: echo },
    { errorCode: apiKey },
    { errorCode: 'P403', errorMessage: echo.toUpperCase() },
    { errorCode: 'P403', errorMessage: `${'x'.repeat(8180)}${apiKey}` },
    { errorCode: 'P403', errorMessage: 'canary-city'.repeat(1000) },
    { errorCode: 'P403', errorName: 'canary-city!' },
    { errorCode: 'P403', errorMessage: encodeURIComponent(echo) },
    { errorCode: 'P403', errorMessage: echo.replaceAll('-', '&#45;') },
    { errorCode: 'P403', errorMessage: echo.replaceAll('a', '\u0430') },
    { errorCode: 'P403', errorMessage: `${echo}\r\n\u001b[31m\u202e` },
    { errorCode: 'P403', [echo]: echo, errors: [echo] },
  ])('in other ways (%#)', async (body) => {
    const server = await startFaultServer((socket) => replyJson(socket, 400, body));
    await expectNothingPrivate(ways['users.create'], { baseUrl: server.url });
  });

  it('keeps 8 KiB of a message', async () => {
    const errorMessage = 'x'.repeat(100_000);
    const server = await startFaultServer((socket) => replyJson(socket, 400, { errorCode: 'P403', errorMessage }));
    const error = await createP100Client({ apiKey, baseUrl: server.url })
      .users.create(body)
      .catch((thrown) => thrown);
    expect(error.errorMessage).toHaveLength(8192);
    expect(inspect(error).length).toBeLessThan(40_000);
  });
});

describe('a fetch that puts the request into its errors', () => {
  const fetch: NonNullable<ClientOptions['fetch']> = async (url, init) => {
    const cause = Object.assign(new Error(`cannot send ${init.body}`), { code: `E_${apiKey}`, init });
    throw Object.assign(new TypeError(`fetch ${url} failed with ${JSON.stringify(init.headers)}`, { cause }), { init });
  };

  it.each(Object.entries(ways))('leaks nothing (%s)', async (_, call) => {
    await expectNothingPrivate(call, { fetch });
  });
});

describe('a body that fails while it is written', () => {
  it('does not leak into the error', async () => {
    const toJSON = () => {
      throw new Error(`cannot write ${body.email}`);
    };
    await expectPrivateFailure(createP100Client({ apiKey }).users.create(body, { extraBody: { toJSON } }));
  });
});

async function expectPrivateFailure(call: Promise<unknown>): Promise<void> {
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: 'P100ConfigError' });
  for (const text of writings(error)) expect(text).not.toMatch(canary);
}

describe('a key that cannot be sent', () => {
  it.each([`${apiKey}\n`, `${apiKey} `, ` ${apiKey}`, `${apiKey}✓`])('is not in the error (%#)', async (wrong) => {
    for (const make of [() => createP100Client({ apiKey: wrong }), () => createP100Client({ apiKey: () => wrong })]) {
      await expectPrivateFailure(Promise.resolve().then(() => make().users.create(body)));
    }
  });
});

describe('a client', () => {
  it('does not show its key', () => {
    const p100 = createP100Client({ apiKey });
    for (const text of writings(p100)) expect(text).not.toMatch(canary);
  });
});

describe('text of P100 with line breaks or terminal colours', () => {
  it('is in no message', async () => {
    const text = 'phone\r\n\u001b[31mred\u202e';
    const server = await startFaultServer((socket) =>
      replyJson(socket, 400, { errorCode: 'P403', errorName: text, errorMessage: text }),
    );
    const error = await createP100Client({ apiKey, baseUrl: server.url })
      .users.create(body)
      .catch((thrown) => thrown);
    expect(error.message).toBe('users.create was refused with P403: phone.');
    for (const part of ['\u001b', '\u202e', 'red\u202e']) {
      expect(inspect(error, { showHidden: true, getters: true })).not.toContain(part);
    }
  });
});

describe('the headers that an error keeps', () => {
  it('have a valid form or are left out', async () => {
    const server = await startFaultServer((socket) => {
      const headers = {
        'x-request-id': body.email,
        server: '<canary>',
        'cf-ray': 'abc-1',
        'x-more': 'canary',
        date: 'now',
      };
      replyJson(socket, 502, {}, headers);
    });
    const p100 = createP100Client({ apiKey, baseUrl: server.url, maxRetries: 0 });
    await expect(p100.users.create(body)).rejects.toMatchObject({
      headers: { 'cf-ray': 'abc-1', 'content-type': 'application/json', date: 'now' },
    });
    await expectNothingPrivate(ways['users.create'], { baseUrl: server.url });
  });
});
