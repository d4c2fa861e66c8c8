import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RunningServer } from '../../../scripts/prism.ts';

/** A request of a program, and the violations that Prism found in it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly violations: string | null;
}

export interface RecordingProxy extends RunningServer {
  readonly requests: RecordedRequest[];
  /** The `Prefer` header to add to the next requests, which selects Prism's response. */
  prefer?: string | undefined;
}

/** A proxy in front of Prism, for programs that cannot select a response themselves. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '' } = request;
    const headers = { ...request.headers } as Record<string, string>;
    const body = await readText(request);
    const answer = await fetch(`${target}${path}`, {
      method,
      headers: {
        ...pick(headers, ['content-type', 'x-api-key', 'accept']),
        ...(proxy.prefer && { prefer: proxy.prefer }),
      },
      ...(body && { body }),
    });
    proxy.requests.push({ method, path, headers, body, violations: answer.headers.get('sl-violations') });
    const type = answer.headers.get('content-type') ?? 'text/plain';
    response.writeHead(answer.status, { 'content-type': type }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: RecordingProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const pick = (headers: Record<string, string>, names: string[]) =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
