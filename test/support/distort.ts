import type { FakeP100 } from '../../src/testing.ts';

/** Which part of a response is changed, and how. */
export interface Distortion {
  readonly text?: (text: string) => string;
  readonly status?: (status: number) => number;
  readonly headers?: Record<string, string>;
}

/** A fake P100 whose responses deviate from the description. */
export function distort(fake: FakeP100, { text, status, headers }: Distortion): Pick<FakeP100, 'fetch'> {
  return {
    fetch: async (...args) => {
      const response = await fake.fetch(...args);
      const body = await response.text();
      const type = response.headers.get('content-type') ?? '';
      return new Response(text ? text(body) : body, {
        status: status ? status(response.status) : response.status,
        headers: { 'content-type': type, ...headers },
      });
    },
  };
}
