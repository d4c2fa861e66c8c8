import { beforeEach, describe, it, vi } from 'vitest';
import { createP100Client, isP100Error, type P100Client } from '../../src/index.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';
import { startFaultServer } from '../support/fault-server.ts';
import { type Fault, faults } from './faults.ts';

// No jitter: the waits between attempts are as short as the server allows.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

/** Time limit of an attempt at a server that stalls. Every other server gets all the time it needs. */
const stallLimitMs = 1000;
/** Far above what any row needs, to tell a hang from a slow machine. */
const settledWithinMs = 25_000;

const isApiError = (expected: Fault['expected']): expected is Record<string, unknown> =>
  typeof expected === 'object' && 'code' in expected;

/** The ways to make the call, and what each is expected to do with the result of a row. */
const ways = {
  'users.create': {
    call: (p100: P100Client) => p100.users.create(johnDoe()),
    expects: (expected: Fault['expected']) =>
      expected === 'created' ? { resolved: createdUser() } : { rejected: expected },
  },
  'users.ensure': {
    call: (p100: P100Client) => p100.users.ensure(johnDoe()),
    expects: (expected: Fault['expected']) => {
      if (expected === 'created') return { resolved: { created: true, user: createdUser() } };
      if (expected['code'] !== 'P411') return { rejected: expected };
      const { possiblyCreatedByThisCall } = expected;
      return { resolved: { created: false, possiblyCreatedByThisCall } };
    },
  },
  raw: {
    call: async (p100: P100Client) => {
      const { data, error, response } = await p100.raw.POST(createUserPath, { body: johnDoe() });
      return { data, status: response.status, code: (error as { errorCode?: string } | undefined)?.errorCode };
    },
    expects: (expected: Fault['expected']) => {
      if (expected === 'created') return { resolved: { data: createdUser() } };
      // A 401 without a body has nothing to return as `error`.
      return isApiError(expected) && expected['reason'] !== 'unknown'
        ? { resolved: { status: expected['status'], code: expected['code'] } }
        : { rejected: expected };
    },
  },
};

describe.concurrent.each(Object.entries(ways))('%s', (_, { call, expects }) => {
  it.for(faults)('$name', async ({ respond, expected, requests, stalls }, context) => {
    const server = await startFaultServer(respond, context);
    const limits = stalls ? { timeoutMs: stallLimitMs } : {};
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: server.url, ...limits });
    const begun = performance.now();
    const ending = await call(p100).then(
      (resolved) => ({ resolved }),
      (rejected) => ({ rejected }),
    );
    context.expect(ending).toMatchObject(expects(expected));
    if ('rejected' in ending) context.expect(isP100Error(ending.rejected)).toBe(true);
    context.expect(server.requests).toHaveLength(requests);
    context.expect(performance.now() - begun).toBeLessThan(settledWithinMs);
  });
});
