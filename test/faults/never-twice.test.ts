import { beforeEach, expect, it, vi } from 'vitest';
import { createP100Client, type P100Client } from '../../src/index.ts';
import { argumentsOf, type DescribedCall, sentCalls } from '../contract/table.ts';
import { replyJson, startFaultServer } from '../support/fault-server.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

const call = (p100: P100Client, each: DescribedCall) => {
  const { resource, methodName } = each.operation;
  return (p100 as unknown as Methods)[resource]?.[methodName]?.(...argumentsOf(each, {}));
};

const moneyCalls = sentCalls.filter(({ operation }) => operation.retry.policy === 'never-twice');
const named = moneyCalls.map((each) => [each.name, each] as const);

it('is the policy of everything that moves money, creates cards or places orders', () => {
  expect(moneyCalls.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'partner.createExchange',
      'transfers.create',
      'sepaTransfers.create',
      'orders.createLock',
      'orders.create',
      'cards.create',
    ]),
  );
});

it.each(named)('%s is sent once if the response is lost, and may have taken effect', async (_, each) => {
  const server = await startFaultServer((socket) => socket.resetAndDestroy());
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  await expect(call(p100, each)).rejects.toMatchObject({
    name: 'P100ConnectionError',
    attempts: 1,
    mayHaveTakenEffect: true,
    retryable: false,
  });
  expect(server.requests).toHaveLength(1);
});

it.each(named)('%s is sent once if the response body is truncated', async (_, each) => {
  const server = await startFaultServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":'));
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  await expect(call(p100, each)).rejects.toMatchObject({ attempts: 1, mayHaveTakenEffect: true, retryable: false });
  expect(server.requests).toHaveLength(1);
});

it.each(named)('%s is sent once if a gateway fails', async (_, each) => {
  const server = await startFaultServer((socket) => replyJson(socket, 502, {}));
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  await expect(call(p100, each)).rejects.toMatchObject({ status: 502, mayHaveTakenEffect: true, retryable: false });
  expect(server.requests).toHaveLength(1);
});

it.each(named)('%s is sent once if P100 sends P500, documented for it or not', async (_, each) => {
  const server = await startFaultServer((socket) => replyJson(socket, 400, { errorCode: 'P500' }));
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  await expect(call(p100, each)).rejects.toMatchObject({ code: 'P500', mayHaveTakenEffect: true, retryable: false });
  expect(server.requests).toHaveLength(1);
});

it.each(named)('%s is repeated if the server refused it for now', async (_, each) => {
  const server = await startFaultServer((socket) => replyJson(socket, 429, {}));
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  await expect(call(p100, each)).rejects.toMatchObject({ status: 429, mayHaveTakenEffect: false, retryable: true });
  expect(server.requests).toHaveLength(3);
});

it('is the policy of users.create as well if the body has no unique key', async () => {
  const server = await startFaultServer((socket) => socket.resetAndDestroy());
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
  const { body } = sentCalls.find(({ name }) => name === 'users.create') as DescribedCall;
  const withoutKey = { extraBody: { externalUserId: undefined } };
  await expect(p100.users.create(body as never, withoutKey)).rejects.toMatchObject({
    attempts: 1,
    mayHaveTakenEffect: true,
    retryable: false,
  });
  expect(server.requests).toHaveLength(1);
});

it.each([{ toJSON: () => ({ phone: '1' }) }, { externalUserId: { toJSON: () => undefined } }, { externalUserId: '' }])(
  'is decided by the JSON that is sent (%#)',
  async (body) => {
    const server = await startFaultServer((socket) => socket.resetAndDestroy());
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url });
    await expect(p100.users.create(body as never)).rejects.toMatchObject({ attempts: 1, retryable: false });
  },
);
