import { describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client, type P100Event, type RequestOptions } from '../../src/index.ts';

/** A client whose requests are kept. */
function connect(respond: () => Response = () => Response.json({ done: true })) {
  const requests: { url: string; method: string; headers: Record<string, string>; body: unknown }[] = [];
  const events: P100Event[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = async (url, { method, headers, body }) => {
    requests.push({ url, method, headers, body });
    return respond();
  };
  const onEvent = (event: P100Event) => events.push(event);
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: 'https://example.com', fetch, onEvent });
  return { p100, requests, events };
}

describe('request', () => {
  it('sends method, path, query and body, and returns the parsed body', async () => {
    const { p100, requests } = connect();
    const body = { cardId: 'a-card', pin: '1234' };
    const query = { page: 2, tags: ['a b', 'c'], none: undefined };
    const answer = await p100.request<{ done: boolean }>('PATCH', '/v1/card/pin', { body, query });
    expect(answer).toEqual({ done: true });
    expect(requests).toMatchObject([
      {
        url: 'https://example.com/v1/card/pin?page=2&tags=a%20b&tags=c',
        method: 'PATCH',
        headers: { 'x-api-key': 'a-key', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    ]);
  });

  it('returns text that is not JSON, and undefined for an empty body', async () => {
    expect(await connect(() => new Response('done')).p100.request('GET', '/v1/a')).toBe('done');
    expect(await connect(() => new Response(null, { status: 204 })).p100.request('DELETE', '/v1/a')).toBeUndefined();
    expect(await connect(() => new Response(null)).p100.request('HEAD', '/v1/a')).toBeUndefined();
  });

  it('sends a form as is', async () => {
    const { p100, requests } = connect();
    const body = new FormData();
    body.append('files', new Blob(['x']));
    await p100.request('POST', '/v1/user/kyc-files/a-user', { body });
    expect(requests[0]?.body).toBeInstanceOf(FormData);
    expect(requests[0]?.headers).not.toHaveProperty('content-type');
  });

  it.each([
    ['GET', undefined, 3],
    ['HEAD', undefined, 3],
    ['POST', undefined, 1],
    ['PATCH', undefined, 1],
    ['DELETE', undefined, 1],
    ['POST', 'idempotent', 3],
    ['GET', 'never-twice', 1],
  ] as const)('%s with retry %s makes %i attempts if the outcome is unknown', async (method, retry, attempts) => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { p100, requests } = connect(() => Response.json({}, { status: 502 }));
    const options: RequestOptions = retry ? { retry } : {};
    await expect(p100.request(method, '/v1/a', options)).rejects.toMatchObject({ status: 502, attempts });
    expect(requests).toHaveLength(attempts);
  });

  it('decodes errors and reports events like every other call', async () => {
    const { p100, events } = connect(() => Response.json({ errorCode: 'P434' }, { status: 400 }));
    await expect(p100.request('GET', '/v1/card/limits/a/b')).rejects.toMatchObject({
      name: 'P100ApiError',
      code: 'P434',
      operation: 'request',
      message: 'request was refused with P434.',
    });
    expect(events.map(({ type }) => type)).toEqual(['call-start', 'attempt-start', 'attempt-end', 'call-end']);
  });

  const wrong: [method: unknown, path: unknown, options: object, message: string | RegExp][] = [
    ['post', 'card/pin', {}, 'The method must be one of GET, HEAD, POST, PUT, PATCH, DELETE, in upper case.'],
    ['post', 'card/pin', {}, "The path must begin with a slash. Example: '/v1/card/pin'."],
    ['TRACE', '/v1/a', {}, 'The method must be one of'],
    ['GET', undefined, {}, 'The path must begin with a slash'],
    ['GET', '//evil.example/a', {}, 'The path must be percent-encoded'],
    ['GET', 'https://evil.example/a', {}, 'The path must begin with a slash'],
    ['GET', '/v1/a?b=c', {}, 'without host and fragment. Pass a query as the option query.'],
    ['GET', '/v1/a#b', {}, 'without host and fragment. Pass a query as the option query.'],
    ['GET', '/v1/a b', {}, 'percent-encoded'],
    ['GET', '/v1\\..\\a', {}, 'percent-encoded'],
    ['GET', '/v1/{cardId}', {}, 'percent-encoded'],
    ['GET', '/v1/../a', {}, 'The path must not contain the segments . or ..'],
    ['GET', '/v1/%2E%2e/a', {}, 'The path must not contain the segments . or ..'],
    ['GET', '/v1/a/..', {}, 'The path must not contain the segments . or ..'],
    ['GET', '/v1/..%2Fa', {}, 'The path must not contain the segments . or ..'],
    ['GET', '/v1/a', { body: {} }, 'GET takes no body. Remove the option body.'],
    [
      'GET',
      '/v1/a',
      { query: { a: { b: { c: [{}] } } } },
      'a parameter has a value that cannot be sent, such as a nested object',
    ],
    ['GET', '/v1/a', { retry: 'always' }, "retry must be 'idempotent' or 'never-twice'."],
    ['POST', '/v1/a', { boddy: {} }, 'boddy is not an option; did you mean body?'],
    ['POST', '/v1/a', { extraBody: {} }, 'extraBody is not an option'],
    ['POST', '/v1/a', { body: 'text' }, 'body must be an object or a list.'],
    ['GET', '/v1/a', { query: new URLSearchParams({ a: '1' }) }, 'query must be a plain object.'],
  ];

  it.each(wrong)('refuses %j %j %j', async (method, path, options, message) => {
    const { p100, requests } = connect();
    const call = p100.request(method as 'GET', path as string, options);
    await expect(call).rejects.toMatchObject({ name: 'P100ConfigError', operation: 'request' });
    await expect(call).rejects.toThrow(message);
    expect(requests).toEqual([]);
  });
});
