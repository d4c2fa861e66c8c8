import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { argumentsOf, type Call, failures, sentCalls } from '../contract/table.ts';
import { type Respond, replyJson, startFaultServer } from '../support/fault-server.ts';

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Calls an operation at a server, and returns the error and the number of requests that the server received. */
async function fail(call: Call, respond: Respond) {
  const server = await startFaultServer(respond);
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url }) as unknown as Methods;
  const { resource, methodName } = call.operation;
  const [result] = await Promise.allSettled([p100[resource]?.[methodName]?.(...argumentsOf(call, {}))]);
  return { error: result.status === 'rejected' ? result.reason : undefined, requests: server.requests.length };
}

// never-twice.test.ts covers the others.
const repeatable = sentCalls
  .filter(({ operation }) => operation.retry.policy !== 'never-twice')
  .map((call) => [call.name, call] as const);

/** How the response to a request that arrived can be lost. */
const losses: readonly [loss: string, respond: Respond][] = [
  ['the connection breaks', (socket) => socket.destroy()],
  ['the body is truncated', (socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"id":')],
  ['a gateway fails', (socket) => replyJson(socket, 502, {})],
];

describe.each(losses)('if %s', (_, respond) => {
  it.each(repeatable)('%s is sent again', async (_, call) => {
    const { error, requests } = await fail(call, respond);
    expect(requests).toBe(3);
    expect(error).toMatchObject({ mayHaveTakenEffect: true, attempts: 3, retryable: true });
  });
});

const repetitions: Record<string, number> = { once: 2, repeatedly: 3 };
const transient = failures.flatMap((answer) => {
  const { operation, described, example = '' } = answer;
  const code = described.codes[example]?.code ?? '';
  const repetition = operation.retry.transient[code];
  if (!repetition) return [];
  const expected = operation.retry.policy === 'never-twice' ? 1 : repetitions[repetition];
  return [[`${answer.name} ${code}`, answer, expected] as const];
});

it.each(transient)('%s leaves the outcome unknown', async (_, answer, expected) => {
  const { error, requests } = await fail(answer, (socket) => replyJson(socket, answer.status, answer.value));
  expect(requests).toBe(expected);
  expect(error).toMatchObject({ mayHaveTakenEffect: true, retryable: answer.operation.retry.policy !== 'never-twice' });
});

const final = failures.filter(({ operation, described, example = '', status }) => {
  const code = described.codes[example]?.code ?? '';
  return status !== 401 && !operation.retry.transient[code];
});

it.each(final.map((answer) => [`${answer.name} ${answer.example}`, answer] as const))(
  '%s is a refusal',
  async (_, answer) => {
    const { error, requests } = await fail(answer, (socket) => replyJson(socket, answer.status, answer.value));
    expect(requests).toBe(1);
    expect(error).toMatchObject({ mayHaveTakenEffect: false, attempts: 1 });
  },
);
