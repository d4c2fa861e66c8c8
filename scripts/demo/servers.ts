import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type RunningServer, serve } from '../../src/testing/sandbox/server.ts';
import { createFakeP100, type FakeP100 } from '../../src/testing.ts';
import { createWebhookHandler, toNodeListener, type WebhookEvents } from '../../src/webhooks.ts';

/** Two servers on loopback: a fake P100, and your server that receives its webhooks. */
export interface Servers {
  readonly fake: FakeP100;
  readonly p100Url: string;
  readonly webhookUrl: string;
  /** Resolves with the next `userStatus` event. */
  readonly activated: Promise<WebhookEvents['userStatus']>;
  close(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const token = 'webhook-token';
  const { promise: activated, resolve } = defer<WebhookEvents['userStatus']>();
  const receiver = await listen(toNodeListener(createWebhookHandler({ token, on: { userStatus: resolve } })));
  const fake = createFakeP100({ webhook: { url: receiver.url, token } });
  const sandbox = await serve(fake);
  const close = async () => {
    await sandbox.close();
    await receiver.close();
  };
  return { fake, p100Url: sandbox.url, webhookUrl: receiver.url, activated, close };
}

async function listen(listener: ReturnType<typeof toNodeListener>): Promise<RunningServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

function defer<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
