import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, vi } from 'vitest';
import { createWebhookHandler, toNodeListener, type WebhookOptions } from '../../src/webhooks.ts';

export const token = 'a-secret-token-of-32-characters!';
export const userActive = { externalUserId: 'bca65c48-df49-4831-a7b2-de7903321581', status: 'ACTIVE' };
export const userPath = '/webhook/user/status';

/** What a test can see of a delivery. `lines` is what a user would log: every event, and every console line. */
export interface Receiver {
  readonly handler: (request: Request) => Promise<Response>;
  readonly received: unknown[][];
  readonly lines: string[];
}

/** Makes a handler that keeps what it receives. */
export function createReceiver(options: Partial<WebhookOptions> = {}): Receiver {
  const received: unknown[][] = [];
  const lines: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...values) => void lines.push(values.map(String).join(' ')));
  }
  const handler = createWebhookHandler({
    token,
    on: { userStatus: (event, delivery) => void received.push([event, delivery]) },
    onEvent: (event) => lines.push(JSON.stringify(event)),
    ...options,
  });
  return { handler, received, lines };
}

/** Returns a function that serves a listener on loopback until the end of the test and returns its address. */
export function useHttp(): (listener: RequestListener) => Promise<string> {
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const close of closing.splice(0)) close();
    vi.restoreAllMocks();
  });
  return async (listener) => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2_048, resolve));
    closing.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
}

/** A delivery as P100 sends it, with changes. */
export function deliver(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: token, 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(userActive), ...init });
}

/** Sends bytes that no HTTP client would send, and returns the response, up to where it matches. */
export function sendRaw(url: string, text: string, { halfClose = false, until = /\r\n\r\n/ } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      if (halfClose) socket.end(text);
      else socket.write(text);
    });
    let answer = '';
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
      if (until.test(answer)) socket.destroy();
    });
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}

export const listen = (receiver: Receiver): RequestListener => toNodeListener(receiver.handler);
