import { expect, it } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';
import { reply, startFaultServer } from '../support/fault-server.ts';

const connect = (baseUrl: string) => createP100Client({ apiKey: 'a-key', baseUrl });

/** The ways to make the call. Each returns the body that was read. */
const ways: [name: string, call: (baseUrl: string) => Promise<unknown>][] = [
  ['users.create', (baseUrl) => connect(baseUrl).users.create(johnDoe())],
  [
    'users.ensure',
    async (baseUrl) => {
      const outcome = await connect(baseUrl).users.ensure(johnDoe());
      return outcome.created && outcome.user;
    },
  ],
  ['raw', async (baseUrl) => (await connect(baseUrl).raw.POST(createUserPath, { body: johnDoe() })).data],
];

const answer = JSON.stringify(createdUser());

it.each(ways)('%s keeps __proto__ as plain data', async (_, call) => {
  const text = `{"__proto__":{"polluted":true},${answer.slice(1)}`;
  const server = await startFaultServer((socket) => reply(socket, 201, text));
  const user = (await call(server.url)) as object;
  expect(Object.getPrototypeOf(user)).toBe(Object.prototype);
  expect(Object.hasOwn(user, '__proto__')).toBe(true);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect(JSON.stringify(user)).toBe(text);
});

it.each(ways)('%s reads a response that is nested 10 000 deep', async (_, call) => {
  const text = `{"deep":${'['.repeat(10_000)}${']'.repeat(10_000)},${answer.slice(1)}`;
  const server = await startFaultServer((socket) => reply(socket, 201, text));
  expect(await call(server.url)).toMatchObject(createdUser());
  expect(server.requests).toHaveLength(1);
});

it.each(ways)('%s reads a response with missing and with new fields', async (_, call) => {
  const later = { userId: 'an-id', poaRequiredForExtended: false };
  const server = await startFaultServer((socket) => reply(socket, 201, JSON.stringify(later)));
  expect(await call(server.url)).toEqual(later);
});

it('sends __proto__ among the extra fields as plain data', async () => {
  const server = await startFaultServer((socket) => reply(socket, 201, answer));
  const extraBody = JSON.parse('{"__proto__":{"polluted":true}}');
  await connect(server.url).users.create(johnDoe(), { extraBody });
  expect(server.requests[0]).toContain('"__proto__":{"polluted":true}');
});
