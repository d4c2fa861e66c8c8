import { createServer, type Socket } from 'node:net';
import { onTestFinished, type TestContext } from 'vitest';

/** Responds to the n-th request (from 1) by writing any bytes to the socket. */
export type Respond = (socket: Socket, count: number) => void;

export interface FaultServer {
  readonly url: string;
  /** The complete requests that arrived, as text. */
  readonly requests: string[];
  /** Sockets that are still open. */
  readonly sockets: ReadonlySet<Socket>;
}

/** Starts a server on loopback that speaks raw bytes, so that it can break every rule of HTTP. Ends with the test. Concurrent tests pass their context. */
export async function startFaultServer(
  respond: Respond,
  context: Pick<TestContext, 'onTestFinished'> = { onTestFinished },
): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    onRequest(socket, (request) => respond(socket, requests.push(request)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, requests, sockets };
}

/** Calls back once for each complete request on a connection. */
function onRequest(socket: Socket, callback: (request: string) => void): void {
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk;
    for (let length = requestLength(text); length !== undefined; length = requestLength(text)) {
      const request = text.slice(0, length);
      text = text.slice(length);
      callback(request);
    }
  });
}

function requestLength(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const body = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1] ?? 0);
  const length = head + 4 + body;
  return text.length >= length ? length : undefined;
}

type Headers = Readonly<Record<string, string | number>>;

/** The bytes of a response's head. */
export function head(status: number, headers: Headers = {}): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Answer\r\n${lines.join('')}\r\n`;
}

/** Responds with a complete text. */
export function reply(socket: Socket, status: number, body: string | Buffer, headers: Headers = {}): void {
  const bytes = Buffer.from(body as string);
  socket.write(head(status, { 'content-type': 'application/json', 'content-length': bytes.length, ...headers }));
  socket.write(bytes);
}

/** Responds with JSON. */
export function replyJson(socket: Socket, status: number, value: unknown, headers: Headers = {}): void {
  reply(socket, status, JSON.stringify(value), headers);
}
