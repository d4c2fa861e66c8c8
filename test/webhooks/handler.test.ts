import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { P100ConfigError } from '../../src/index.ts';
import { createWebhookHandler, type WebhookDelivery, type WebhookOptions } from '../../src/webhooks.ts';
import { createReceiver, token, userActive, userPath } from './receiver.ts';

const on = { userStatus: () => {} };
const body = JSON.stringify(userActive);

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const request = (path: string, init: RequestInit = {}) =>
  new Request(`https://example.com${path}`, { method: 'POST', headers: { authorization: token }, body, ...init });

describe('an event', () => {
  it('arrives with its name, path, id and time', async () => {
    const { handler, received } = createReceiver();
    const before = Date.now();
    const response = await handler(request(`/p100${userPath}?a=1`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const path = `/p100${userPath}`;
    const id = createHash('sha256').update(`${path}\n${body}`).digest('hex');
    expect(received).toEqual([[userActive, { event: 'userStatus', path, id, receivedAt: expect.any(Date) }]]);
    const [[, delivery]] = received as [[unknown, WebhookDelivery]];
    expect(+delivery.receivedAt).toBeGreaterThanOrEqual(before);
  });

  it('has the same id when it is delivered again, and another one with another body or path', async () => {
    const { handler, received } = createReceiver();
    for (const init of [{}, {}, { body: JSON.stringify({ ...userActive, status: 'CLOSED' }) }]) {
      await handler(request(userPath, init));
    }
    await handler(request(`/p100${userPath}`));
    const ids = received.map(([, delivery]) => (delivery as WebhookDelivery).id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it('is unwrapped if it comes in the envelope of the FAQ', async () => {
    const { handler, received } = createReceiver();
    const bodies = [
      { event_type: 'USER_STATUS', data: userActive },
      { event_type: 'USER_STATUS', data: userActive, id: 1 },
      // Not envelopes.
      { event_type: 'USER_STATUS' },
      { event_type: 1, data: {} },
      { event_type: 'USER_STATUS', data: [] },
      { event_type: 'USER_STATUS', data: null },
    ];
    for (const each of bodies) await handler(request(userPath, { body: JSON.stringify(each) }));
    expect(received.map(([event]) => event)).toEqual([userActive, userActive, ...bodies.slice(2)]);
  });

  it('may have unknown fields and statuses, and lack known ones', async () => {
    const { handler, received } = createReceiver();
    for (const each of [{}, { status: 'BRAND_NEW', level: 2 }]) {
      expect((await handler(request(userPath, { body: JSON.stringify(each) }))).status).toBe(200);
    }
    expect(received).toHaveLength(2);
  });

  it('is acknowledged only after the function has finished', async () => {
    let finish = (_: unknown) => {};
    const { handler } = createReceiver({ on: { userStatus: () => new Promise((resolve) => (finish = resolve)) } });
    const answered = vi.fn();
    const answer = handler(request(userPath)).then(answered);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).not.toHaveBeenCalled();
    finish(undefined);
    await answer;
    expect(answered).toHaveBeenCalledOnce();
  });
});

describe('a path', () => {
  it('may be given for an event that has none, and instead of a documented one', async () => {
    const events: unknown[] = [];
    const note = (_: unknown, { event }: WebhookDelivery) => events.push(event);
    const handler = createWebhookHandler({
      token,
      on: { userStatus: note, kycVerification: note, cryptoDeposit: note },
      paths: { userStatus: '/status', cryptoDeposit: '/deposit', kycVerification: '/webhook/kyc/status' },
    });
    const statuses = [];
    for (const path of ['/deposit', '/a/webhook/kyc/status', '/b/status', userPath, '/nodeposit']) {
      statuses.push((await handler(request(path))).status);
    }
    // The longest matching end wins: the path of kycVerification ends with /status too.
    expect(events).toEqual(['cryptoDeposit', 'kycVerification', 'userStatus', 'userStatus']);
    expect(statuses).toEqual([200, 200, 200, 200, 404]);
  });

  it('that no function takes goes to `unknown`, with the whole body', async () => {
    const unknown = vi.fn();
    const handler = createWebhookHandler({ token, unknown });
    const wrapped = { event_type: 'CARD', data: userActive };
    await handler(request('/webhook/card', { body: JSON.stringify(wrapped) }));
    await handler(request('/transfer-webhook'));
    expect((await handler(request('/a%2fb'))).status).toBe(404);
    expect(unknown.mock.calls).toMatchObject([
      [wrapped, { event: undefined, path: '/webhook/card' }],
      [userActive, { event: 'p2pTransfer', path: '/transfer-webhook' }],
    ]);
  });

  it('for health checks needs no token, and tells nothing', async () => {
    const { handler, lines } = createReceiver();
    for (const init of [{}, { headers: {} }, { method: 'GET', headers: {}, body: null }]) {
      const response = await handler(request('/p100/webhook/health', init));
      expect([response.status, await response.text()]).toEqual([200, '{}']);
    }
    expect((await handler(request('/webhook/health', { method: 'DELETE', headers: {} }))).status).toBe(401);
    expect(lines).toHaveLength(1);
  });
});

describe('the token', () => {
  const statusWith = async (options: Partial<WebhookOptions>, authorization = token) => {
    const handler = createWebhookHandler({ on, ...options });
    return (await handler(request(userPath, { headers: { authorization } }))).status;
  };

  it('comes from the variable', async () => {
    vi.stubEnv('P100_WEBHOOK_TOKEN', token);
    expect(await statusWith({})).toBe(200);
    expect(await statusWith({}, 'wrong')).toBe(401);
    expect(await statusWith({ token: 'another' })).toBe(401);
  });

  it('may be one of several, and given with Bearer', async () => {
    for (const tokens of [[token, 'new'], ['new', token], [`Bearer ${token}`]]) {
      expect(await statusWith({ token: tokens })).toBe(200);
    }
    expect(await statusWith({ token: ['new', 'newer'] })).toBe(401);
    expect(await statusWith({ token: ['new', 'newer'] }, 'new, newer')).toBe(401);
    expect(await statusWith({ token: ['a b', 'new'] }, 'Bearer a b')).toBe(200);
  });

  it('cannot be changed through the array that was passed', async () => {
    const tokens = [token];
    const handler = createWebhookHandler({ on, token: tokens });
    tokens[0] = 'another';
    expect((await handler(request(userPath))).status).toBe(200);
  });

  it('may come from a function, sync or async, for each delivery', async () => {
    const tokens = [['old', token], token];
    const handler = createWebhookHandler({ on, token: async () => tokens.shift() ?? 'new' });
    const statuses = [];
    for (let index = 0; index < 3; index++) statuses.push((await handler(request(userPath))).status);
    expect(statuses).toEqual([200, 200, 401]);
    expect(await statusWith({ token: () => token })).toBe(200);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('the vault is closed');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the vault is closed'))],
    ['returns nothing', () => undefined],
    ['returns an empty one', () => ''],
    ['returns an empty list', () => []],
    ['returns an empty one in a list', () => [token, '']],
    ['returns a number', () => 1],
    ['hangs', () => new Promise(() => {})],
  ])('leads to 500 and onError if its function %s', async (_, give) => {
    const errors = vi.fn();
    expect(await statusWith({ token: give as () => string, onError: errors, timeoutMs: 100 })).toBe(500);
    expect(errors).toHaveBeenCalledExactlyOnceWith(expect.any(Error), undefined);
  });

  it('is not asked for if none was sent', async () => {
    const give = vi.fn(() => token);
    expect(await statusWith({ token: give }, '')).toBe(401);
    expect(give).not.toHaveBeenCalled();
  });

  it('is compared by hash, so that its length does not show', async () => {
    const digest = vi.spyOn(crypto.subtle, 'digest');
    await statusWith({ token: ['one', 'two', 'three'] }, 'x');
    await statusWith({ token: ['one', 'two', 'three'] }, 'one');
    const compared = digest.mock.calls.map(([, data]) => new TextDecoder().decode(data as Uint8Array));
    expect(compared).toEqual(['x', 'one', 'two', 'three', 'one', 'one', 'two', 'three', `${userPath}\n${body}`]);
  });
});

describe('a wrong option is refused when the handler is created', () => {
  const wrong: [string, unknown, RegExp][] = [
    ['no token', { on }, /token.*P100_WEBHOOK_TOKEN/],
    ['an empty token', { on, token: '' }, /token/],
    ['an empty list', { on, token: [] }, /token/],
    ['a list with an empty token', { on, token: [token, ''] }, /token/],
    ['a token with a line break', { on, token: `${token}\n` }, /token.*line break/],
    ['a token with a space in front', { on, token: ` ${token}` }, /token/],
    ['a token that is not a string', { on, token: 42 }, /token/],
    ['nothing to call', { token }, /Pass `on`, `unknown` or both/],
    ['an empty `on`', { token, on: {} }, /Pass `on`, `unknown` or both/],
    ['an event without a path', { token, on: { cryptoDeposit() {} } }, /cryptoDeposit.*paths\.cryptoDeposit/],
    ['a misspelt event', { token, on: { userstatus() {} } }, /userstatus is not an event; did you mean userStatus/],
    ['a string instead of a function', { token, on: { userStatus: 'yes' } }, /userStatus.*function/],
    [
      'a path for a misspelt event',
      { token, on, paths: { userstatus: '/a' } },
      /userstatus is not an event; did you mean userStatus/,
    ],
    ['a path without a slash', { token, on, paths: { userStatus: 'user' } }, /paths\.userStatus/],
    ['a path with a slash too late', { token, on, paths: { userStatus: 'user/status' } }, /paths\.userStatus/],
    ['a path with a query', { token, on, paths: { userStatus: '/user?a' } }, /paths\.userStatus/],
    ['a path that is not a string', { token, on, paths: { userStatus: 42 } }, /userStatus.*string/],
    [
      'a path of another event',
      { token, on, paths: { userStatus: '/transfer-webhook' } },
      /paths of p2pTransfer and userStatus/,
    ],
    ['a misspelt option', { token, on, tokn: 1 }, /did you mean token/],
    ['no options', undefined, /token/],
    ['a null', { token, on: null }, /on must be an object/],
    ['a string instead of an observer', { token, on, onEvent: 'log' }, /onEvent/],
    ['an object instead of the unknown handler', { token, unknown: {} }, /unknown/],
    ['a limit of 0', { token, on, timeoutMs: 0 }, /timeoutMs/],
    ['a limit that is not a number', { token, on, timeoutMs: '5s' }, /timeoutMs/],
    ['a limit that is too large for a timer', { token, on, timeoutMs: 2 ** 31 }, /timeoutMs/],
  ];

  it.each(wrong)('%s', (_, options, message) => {
    const make = () => createWebhookHandler(options as WebhookOptions);
    expect(make).toThrow(P100ConfigError);
    expect(make).toThrow(message);
    expect(make).not.toThrow(token);
  });

  it('but undefined is accepted', () => {
    vi.stubEnv('P100_WEBHOOK_TOKEN', token);
    const names = ['token', 'paths', 'unknown', 'onEvent', 'onError', 'timeoutMs'];
    const options = Object.fromEntries(names.map((name) => [name, undefined]));
    const some = { on: { ...on, cryptoDeposit: undefined }, paths: { cryptoDeposit: undefined } };
    expect(() => createWebhookHandler({ ...options, ...some })).not.toThrow();
  });
});
