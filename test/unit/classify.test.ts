import { expect, it } from 'vitest';
import { classifyError, createP100Client, type ErrorClass, type P100Client, P100ConfigError } from '../../src/index.ts';
import { johnDoe } from '../support/description.ts';

const refusal = (errorCode: string) => Response.json({ errorCode, errorName: 'a-name' }, { status: 400 });
const page = (status: number, headers = {}) => new Response('<html></html>', { status, headers });
const disconnected = () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) });
};

/** The error of a call whose request ends like this. */
async function errorOf(
  end: () => Response | Promise<Response>,
  call: (p100: P100Client) => Promise<unknown> = (p100) => p100.users.create(johnDoe()),
): Promise<unknown> {
  const p100 = createP100Client({ apiKey: 'a-key', maxRetries: 0, timeoutMs: 20, fetch: async () => end() });
  return call(p100).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );
}

const cases: [string, ErrorClass, () => Response | Promise<Response>][] = [
  ['no connection', 'retry', disconnected],
  ['a time-out', 'retry', () => new Promise(() => {})],
  ['429', 'retry', () => page(429)],
  ['408', 'retry', () => page(408)],
  ['502', 'retry', () => page(502)],
  ['503', 'retry', () => page(503)],
  ['a truncated body', 'retry', () => new Response('{"userId":', { status: 201 })],
  ['P500', 'retry', () => refusal('P500')],
  ['P501', 'retry', () => refusal('P501')],
  ['P403', 'refuse', () => refusal('P403')],
  ['P411', 'refuse', () => refusal('P411')],
  ['P431', 'refuse', () => refusal('P431')],
  ['an unknown code', 'refuse', () => refusal('P999')],
  ['a gateway that finds the request too large', 'refuse', () => page(413)],
  ['a malformed request', 'refuse', () => page(400)],
  ['401', 'stop', () => new Response('xo2', { status: 401 })],
  ['a redirect', 'stop', () => page(302, { location: 'https://example.com' })],
  ['a web page', 'stop', () => page(200)],
  ['404 with a web page', 'stop', () => page(404)],
  ['404 of another API', 'stop', () => Response.json({ message: 'no such route' }, { status: 404 })],
  ['403 of a gateway', 'stop', () => page(403)],
];

it.each(cases)('%s: %s', async (_, expected, end) => {
  expect(classifyError(await errorOf(end))).toBe(expected);
});

const transfer = (p100: P100Client) => p100.request('POST', '/v1/transfer', { body: {}, retry: 'never-twice' });

it.each<[string, ErrorClass, () => Response]>([
  ['502', 'refuse', () => page(502)],
  ['P500', 'refuse', () => refusal('P500')],
  ['429', 'retry', () => page(429)],
  ['no connection', 'retry', disconnected],
])('%s: %s, for a call that must not be repeated', async (_, expected, end) => {
  expect(classifyError(await errorOf(end, transfer))).toBe(expected);
});

it('stops at wrong options, and at errors that are not from this package', async () => {
  const reason = new Error('enough');
  const abort = (p100: P100Client) => p100.users.create(johnDoe(), { signal: AbortSignal.abort(reason) });
  expect(classifyError(await errorOf(() => page(200), abort))).toBe('stop');
  for (const error of [new TypeError(), undefined, null, 'text']) expect(classifyError(error)).toBe('stop');
  const wrongOption = Promise.resolve().then(() => createP100Client({ apiKey: '' }));
  const error = await wrongOption.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(P100ConfigError);
  expect(classifyError(error)).toBe('stop');
});
