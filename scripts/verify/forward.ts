import type { FakeP100 } from '../../src/testing.ts';

/** What a server answered, before anybody else read it. */
export interface Recorded {
  readonly status: number;
  readonly text: string;
}

export interface Forwarder {
  readonly fetch: FakeP100['fetch'];
  readonly recorded: readonly Recorded[];
  /** Why the last connection failed. */
  readonly failure: () => string | undefined;
}

const ownHeaders = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent'];

/**
 * Passes requests on to a server and keeps the answers. Prism does not call the server itself: it would follow
 * redirects, which carry the key along.
 */
export function createForwarder(baseUrl: string): Forwarder {
  const recorded: Recorded[] = [];
  let failure: string | undefined;
  const forward: FakeP100['fetch'] = async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const name of ownHeaders) headers.delete(name);
    const url = baseUrl.replace(/\/+$/, '') + new URL(String(input)).pathname;
    try {
      const response = await fetch(url, { ...init, headers, redirect: 'manual' });
      const text = await response.text();
      recorded.push({ status: response.status, text });
      const type = response.headers.get('content-type') ?? 'text/plain';
      return new Response(text || null, { status: response.status, headers: { 'content-type': type } });
    } catch (error) {
      const { message, code } = ((error as Error).cause ?? error) as Error & { code?: string };
      failure = message || code;
      throw error;
    }
  };
  return { fetch: forward, recorded, failure: () => failure };
}
