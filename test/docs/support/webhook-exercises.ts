import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, vi } from 'vitest';
import { createP100Client } from '../../../src/index.ts';
import { toNodeListener, type WebhookHandler } from '../../../src/webhooks.ts';
import { description, johnDoe } from '../../support/description.ts';
import type { Exercise } from './exercises.ts';

export const webhookToken = 'the-token-of-the-guide';

type Send = (path: string, init?: RequestInit) => Promise<number>;

/** Serves a listener on loopback, and passes on a function that delivers events to it as P100 does. */
async function onServer(listener: RequestListener, work: (send: Send) => Promise<void>): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(sendTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/p100`));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const sendTo =
  (url: string): Send =>
  async (path, init) => {
    const { body = exampleAt(path), ...rest } = init ?? {};
    const headers = { authorization: webhookToken, 'content-type': 'application/json' };
    return (await fetch(url + path, { method: 'POST', headers, body, ...rest })).status;
  };

const onHandler = (handler: WebhookHandler, work: (send: Send) => Promise<void>) =>
  onServer(toNodeListener(handler), work);

/** The described example of an event, as JSON. */
function example(event: string): string {
  const media = description.webhooks[event].post.requestBody.content['application/json'];
  const [first] = Object.values(media.examples as Record<string, { value: unknown }>);
  return JSON.stringify(first?.value);
}

const userPath = '/webhook/user/status';
const userId = JSON.parse(example('userStatus')).externalUserId;
const exampleAt = (path: string) => example(path.includes('deposit') ? 'cryptoDeposit' : 'userStatus');

/** The exercises of the blocks with a webhook handler. */
export const webhookExercises: Record<string, Exercise> = {
  'docs/quick-start.md#createHandler': async ({ createHandler }, server) => {
    const storeIban = vi.fn();
    await createP100Client().users.create({ ...johnDoe(), externalUserId: userId });
    await onHandler(createHandler(storeIban), async (send) => {
      expect(await send(userPath)).toBe(200);
      expect(storeIban).not.toHaveBeenCalled();
      await server.activateUser(userId);
      expect(await send(userPath)).toBe(200);
    });
    expect(storeIban.mock.calls).toEqual([[userId, expect.stringMatching(/^LT\d{18}$/)]]);
  },
  'docs/onboarding-existing-customers.md#createActivationHandler': async ({ createActivationHandler }) => {
    const setActive = vi.fn().mockResolvedValueOnce(false).mockResolvedValue(true);
    await onHandler(createActivationHandler({ setActive }), async (send) => {
      expect([await send(userPath), await send(userPath)]).toEqual([500, 200]);
      expect(await send(userPath, { body: example('userStatus').replace('ACTIVE', 'CLOSED') })).toBe(200);
    });
    expect(setActive.mock.calls).toEqual([[userId], [userId]]);
  },
  'docs/webhooks.md#POST': async ({ POST, GET }) => {
    await onHandler(POST, async (send) => {
      expect(await send(userPath)).toBe(200);
      expect(await send(userPath, { headers: { authorization: 'wrong' } })).toBe(401);
      expect(await send('/webhook/health')).toBe(200);
    });
    expect((await GET(new Request('https://example.com/p100/webhook/health'))).status).toBe(200);
  },
  'docs/webhooks.md#createApp': async ({ createApp }) => {
    const onActive = vi.fn();
    await onServer(createApp(onActive), async (send) => {
      expect(await send(userPath)).toBe(200);
      expect(await send(userPath, { headers: {} })).toBe(401);
    });
    expect(onActive.mock.calls).toEqual([[userId]]);
  },
  'docs/webhooks.md#createServer': async ({ createServer }) => {
    const onActive = vi.fn();
    const app = createServer(onActive);
    const send = sendTo(`${await app.listen({ port: 0, host: '127.0.0.1' })}/p100`);
    expect(await send(userPath)).toBe(200);
    expect(await send(userPath, { headers: {} })).toBe(401);
    expect(onActive.mock.calls).toEqual([[userId]]);
    app.server.closeAllConnections();
    await app.close();
  },
  'docs/webhooks.md#default': async (worker) => {
    const put = vi.fn();
    const environment = { P100_WEBHOOK_TOKEN: webhookToken, ACTIVE_USERS: { put } };
    await onHandler(
      (request) => worker.default.fetch(request, environment),
      async (send) => expect(await send(userPath)).toBe(200),
    );
    expect(put.mock.calls).toEqual([[userId, expect.stringMatching(/^\d{4}-/)]]);
  },
  'docs/webhooks.md#createHonoApp': async ({ createHonoApp }) => {
    const userStatus = vi.fn();
    const app = createHonoApp({ on: { userStatus } });
    await onHandler(
      async (request) => app.fetch(request),
      async (send) => expect(await send(userPath)).toBe(200),
    );
    expect(userStatus).toHaveBeenCalledOnce();
  },
  'docs/webhooks.md#createLoggingHandler': async ({ createLoggingHandler }) => {
    const lines: string[] = [];
    const log = (line: string) => {
      if (line.startsWith('Deposit')) throw new TypeError('the disk is full');
      lines.push(line);
    };
    await onHandler(createLoggingHandler(log), async (send) => {
      expect(await send(userPath)).toBe(200);
      expect(await send('/webhook/crypto-deposit')).toBe(500);
      expect(await send('/webhook/card')).toBe(200);
    });
    expect(lines).toEqual([
      `User ${userId}: ACTIVE`,
      expect.stringMatching(/^userStatus: 200 after \d+ ms$/),
      expect.stringMatching(/^[0-9a-f]{64} failed: TypeError$/),
      expect.stringMatching(/^cryptoDeposit: 500 after/),
      'No function for /p100/webhook/card',
      expect.stringMatching(/^undefined: 200 after/),
    ]);
  },
  'docs/webhooks.md#createQueueingHandler': async ({ createQueueingHandler }) => {
    const jobs = new Map<string, unknown>();
    let failures = 1;
    const add = async (id: string, job: unknown) => {
      if (failures-- > 0) throw new Error('the queue is away');
      jobs.set(id, job);
    };
    await onHandler(createQueueingHandler({ add }), async (send) => {
      expect([await send(userPath), await send(userPath), await send(userPath)]).toEqual([500, 200, 200]);
    });
    expect([...jobs.values()]).toMatchObject([{ event: { externalUserId: userId, status: 'ACTIVE' } }]);
  },
  'docs/webhooks.md#createOnceHandler': async ({ createOnceHandler }) => {
    const stored = new Set<string>();
    const activate = vi.fn().mockRejectedValueOnce(new Error('the database is away'));
    const transaction = async (work: (tx: unknown) => Promise<void>) => {
      const before = new Set(stored);
      const storeDelivery = async (id: string) => stored.size < stored.add(id).size;
      try {
        await work({ storeDelivery, activate });
      } catch (error) {
        stored.clear();
        for (const id of before) stored.add(id);
        throw error;
      }
    };
    await onHandler(createOnceHandler(transaction), async (send) => {
      expect([await send(userPath), await send(userPath), await send(userPath)]).toEqual([500, 200, 200]);
    });
    expect(activate.mock.calls).toEqual([[userId], [userId]]);
  },
  'docs/webhooks.md#createRotatingHandler': async ({ createRotatingHandler }) => {
    const activate = vi.fn();
    const tokens = [['the-new-token', webhookToken], ['the-new-token']];
    const handler = createRotatingHandler(async () => tokens.shift() ?? [], activate);
    await onHandler(handler, async (send) => {
      expect([await send(userPath), await send(userPath), await send(userPath)]).toEqual([200, 401, 500]);
    });
    expect(activate).toHaveBeenCalledOnce();
  },
};
