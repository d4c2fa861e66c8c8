import { describe, expect, it } from 'vitest';
import { startPrismProxy } from '../../scripts/prism.ts';
import { createP100Client, type P100Client } from '../../src/index.ts';
import { serve } from '../../src/testing/sandbox/server.ts';
import { createFakeP100, type DocumentedCode, type FakeP100, type FakeP100Options } from '../../src/testing.ts';
import { argumentsOf, type Call, sentCalls } from '../contract/table.ts';
import { johnDoe } from '../support/description.ts';
import { withUsers } from '../support/kit.ts';
import { recordViolations } from '../support/prism.ts';
import { useServer } from '../support/servers.ts';

let current: FakeP100;
const upstream = useServer(() => serve({ fetch: (...args) => current.fetch(...args) }));
const proxy = useServer(() => startPrismProxy({ upstream: upstream(), errors: true }));

/** A client that talks to the kit over HTTP, with Prism between them, which checks both directions. */
function connect(options: FakeP100Options) {
  current = createFakeP100(options);
  const { fetch, violations } = recordViolations();
  return { violations, p100: createP100Client({ apiKey: 'a-key', baseUrl: proxy(), fetch, maxRetries: 0 }) };
}

type Methods = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>;

async function send(p100: P100Client, call: Call): Promise<unknown> {
  const { resource, methodName } = call.operation;
  return (p100 as unknown as Methods)[resource]?.[methodName]?.(...argumentsOf(call, {}));
}

describe.each(sentCalls.map((call) => [call.name, call] as const))('%s of the kit', (_, call) => {
  it('responds as described', async () => {
    const { violations, p100 } = connect(withUsers(call));
    await send(p100, call);
    expect(violations).toEqual([]);
    expect(current.calls).toMatchObject([{ operation: call.operation.id }]);
  });

  const codes = call.operation.responses.flatMap((each) => Object.values(each.codes).map(({ code }) => code));

  it.each(codes)('responds with %s as described', async (code) => {
    const { violations, p100 } = connect(withUsers(call));
    current.failNext({ type: code as DocumentedCode });
    await send(p100, call).catch(() => {});
    expect(violations).toEqual([]);
    expect(current.calls).toHaveLength(1);
  });
});

it('the balances of an active user are as described', async () => {
  const { violations, p100 } = connect({});
  const { externalUserId } = johnDoe();
  await p100.users.create(johnDoe());
  await current.activateUser(externalUserId);
  expect((await p100.users.getBalances({ externalUserId })).fiatBalances[0]?.status).toBe('ACTIVE');
  await p100.users.createWithoutKyc({ externalUserId: 'ana' });
  await p100.users.getBalances({ externalUserId: 'ana' });
  expect(violations).toEqual([]);
});
