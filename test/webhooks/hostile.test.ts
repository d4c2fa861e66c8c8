import { EventEmitter, once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { createReceiver, deliver, listen, sendRaw, token, useHttp, userActive, userPath } from './receiver.ts';

const serve = useHttp();
const secret = 'what the handler knows';
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const withToken = (more: Record<string, string>) => ({ headers: { authorization: token, ...more } });
const headers = (authorization: string) => ({ headers: { authorization } });

/** What no log and no response may repeat: the token, and parts of bodies and paths. */
const secrets = /secret-token|ACTIVE|bca65c48|aaaa|evil/;

/** Path, init and status. Each is sent to a real server and given to the handler. */
const deliveries: Record<string, [number, RequestInit?, string?]> = {
  'no token': [401, { headers: {} }],
  'an empty token': [401, headers('')],
  'a wrong token of the same length': [401, headers(token.replace('a', 'b'))],
  'a token that begins right': [401, headers(token.slice(0, -1))],
  'a token that goes on': [401, headers(`${token}a`)],
  'a token in another header': [401, { headers: { 'x-api-key': token, 'proxy-authorization': token } }],
  'the word Bearer alone': [401, headers('Bearer ')],
  'another scheme': [401, headers(`Basic ${token}`)],
  'a right token': [200],
  'a token after Bearer': [200, headers(`Bearer ${token}`)],
  'a token after bearer': [200, headers(`bearer  ${token}`)],
  'a body of 10 MB': [413, { body: 'x'.repeat(10_000_000) }],
  'a body just above the limit': [413, { body: JSON.stringify({ a: 'x'.repeat(256 * 1024) }) }],
  'a body just below the limit': [200, { body: JSON.stringify({ a: 'x'.repeat(256 * 1024 - 8) }) }],
  'a gzipped body': [415, { ...withToken({ 'content-encoding': 'gzip' }), body: gzipSync('{}') }],
  'a body that is gzipped in secret': [400, { body: gzipSync('{}') }],
  'no body': [400, { body: '' }],
  'no JSON': [400, { body: 'status=ACTIVE' }],
  'half a JSON text': [400, { body: '{"status":' }],
  'bytes that are not UTF-8': [400, { body: new Uint8Array([0x7b, 0xff, 0x7d]) }],
  'an array': [400, { body: JSON.stringify([userActive]) }],
  null: [400, { body: 'null' }],
  'a string': [400, { body: '"ACTIVE"' }],
  'fields that are called __proto__ and constructor': [
    200,
    { body: '{"__proto__":{"status":"ACTIVE","polluted":1},"constructor":{"prototype":{"polluted":1}}}' },
  ],
  'an envelope whose data is __proto__': [200, { body: '{"event_type":"x","data":{"__proto__":{"polluted":1}}}' }],
  'a nesting of 10 000': [200, { body: nested(10_000) }],
  'arrays in arrays': [400, { body: '['.repeat(100_000) }],
  'an unknown event': [404, {}, '/webhook/card/status'],
  'an event without a function': [404, {}, '/transfer-webhook'],
  'the root': [404, {}, '/'],
  'a path that goes on': [404, {}, `${userPath}/more`],
  'a path with a slash at its end': [404, {}, `${userPath}/`],
  'a path in capitals': [404, {}, userPath.toUpperCase()],
  'a path that only looks alike': [404, {}, `/x${userPath.slice(1)}`],
  'an encoded slash': [404, {}, '/webhook/user%2Fstatus'],
  'an encoded slash in the prefix': [404, {}, `/a%2f..%2fb${userPath}`],
  'an encoded backslash': [404, {}, `/a%5C${userPath}`],
  'a path of 12 000 characters': [404, {}, `/${'a'.repeat(12_000)}`],
  'a prefix and a query': [200, {}, `/behind/a/proxy${userPath}?from=p100&to=/../`],
  ...Object.fromEntries(
    ['PUT', 'PATCH', 'DELETE', 'OPTIONS'].map((method) => [`the method ${method}`, [405, { method }]] as const),
  ),
  'the method GET': [405, { method: 'GET', body: null }],
  'a wrong method without a token': [401, { method: 'PUT', headers: {} }],
  'an unknown path without a token': [401, { headers: {} }, '/'],
};

const cases = Object.entries(deliveries).map(([name, [status, init, path]]) => ({ name, status, init, path }));

describe('a delivery with', () => {
  it.each(cases)('$name is $status over HTTP', async ({ status, init, path = userPath }) => {
    const receiver = createReceiver();
    const url = await serve(listen(receiver));
    const response = await deliver(url + path, init);
    await expectQuiet(receiver, response, status);
    // The server has survived it.
    expect((await deliver(url + userPath)).status).toBe(200);
  });

  it.each(cases)('$name is $status as a Request', async ({ status, init, path = userPath }) => {
    const receiver = createReceiver();
    const request = { method: 'POST', ...withToken({}), body: JSON.stringify(userActive), ...init };
    const response = await receiver.handler(new Request(`https://example.com${path}`, request));
    await expectQuiet(receiver, response, status);
  });
});

async function expectQuiet({ received, lines }: ReturnType<typeof createReceiver>, response: Response, status: number) {
  expect(response.status).toBe(status);
  expect(await response.text()).toBe('{}');
  expect(received).toHaveLength(status === 200 ? 1 : 0);
  expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null);
  const [{ durationMs, ...event }, ...others] = lines.map((line) => JSON.parse(line));
  expect([event, ...others]).toMatchObject([{ type: 'delivery', status }]);
  expect(durationMs).toBeLessThan(60_000);
  expect(lines.join()).not.toMatch(secrets);
  expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
}

const raw = (path: string, more = '', body = JSON.stringify(userActive)) =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${more}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const authorization = `authorization: ${token}\r\n`;

describe('bytes on the wire', () => {
  it.each([
    ['several Authorization headers', userPath, authorization + authorization, 401],
    ['a right and a wrong token', userPath, `${authorization}authorization: wrong\r\n`, 401],
    ['one Authorization header', userPath, authorization, 200],
    ['dot segments', `/webhook/card/../user/status`, authorization, 404],
    ['encoded dot segments', `/webhook/card/%2E%2e/user/status`, authorization, 404],
    ['a single dot', `/.${userPath}`, authorization, 404],
    ['a backslash', `/webhook\\user\\status`, authorization, 404],
    ['two slashes', `/${userPath}`, authorization, 200],
    ['a host in the path', `//evil.example${userPath}`, authorization, 200],
    ['an absolute URL', `http://evil.example${userPath}`, authorization, 404],
    ['a path without a slash', '*', authorization, 404],
    ['gzip in a transfer encoding', userPath, `${authorization}content-encoding: gzip\r\n`, 415],
  ])('%s', async (_, path, more, status) => {
    const receiver = createReceiver();
    const answer = await sendRaw(await serve(listen(receiver)), raw(path, more));
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(receiver.received).toHaveLength(status === 200 ? 1 : 0);
    expect(answer + receiver.lines.join()).not.toMatch(secrets);
  });

  it('refuses TRACE like any other method', async () => {
    const url = await serve(listen(createReceiver()));
    const text = raw(userPath, authorization, '').replace('POST', 'TRACE');
    expect(await sendRaw(url, text)).toMatch(/^HTTP\/1.1 405 [\s\S]*\r\nallow: POST\r\n/i);
  });

  it('does not call the handler with half a body', async () => {
    const { handler, received, lines } = createReceiver();
    const ended: number[] = [];
    const url = await serve(listen({ handler: (request) => handler(request).then(note), received, lines }));
    function note(response: Response) {
      ended.push(response.status);
      return response;
    }
    const text = raw(userPath, authorization);
    await sendRaw(url, text.slice(0, -10), { halfClose: true });
    await expect.poll(() => ended).toEqual([400]);
    expect(received).toEqual([]);
  });

  it('gives up on a body that never arrives', async () => {
    const receiver = createReceiver({ timeoutMs: 100 });
    const url = await serve(listen(receiver));
    const begun = performance.now();
    const answer = await sendRaw(url, raw(userPath, authorization).slice(0, -10));
    expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*\r\nconnection: close\r\n/i);
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(receiver.received).toEqual([]);
  });

  it('gives up on a body that arrives too slowly', async () => {
    const receiver = createReceiver({ timeoutMs: 200 });
    const slow = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(new TextEncoder().encode(' '));
      },
    });
    const response = await deliver((await serve(listen(receiver))) + userPath, {
      body: slow,
      duplex: 'half',
    } as object);
    expect(response.status).toBe(408);
  });

  it('counts a body that does not say how long it is', async () => {
    const receiver = createReceiver();
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536));
        if (sent > 2_000_000) controller.close();
      },
    });
    const url = await serve(listen(receiver));
    const response = await deliver(url + userPath, { body: endless, duplex: 'half' } as object);
    expect(response.status).toBe(413);
  });

  it.each([
    ['413', authorization],
    ['401', ''],
  ])('reads past a body that was refused with %s, so that the connection stays usable', async (status, header) => {
    const url = await serve(listen(createReceiver()));
    const part = `10000\r\n${'x'.repeat(65_536)}\r\n`;
    const head = `POST ${userPath} HTTP/1.1\r\nhost: localhost\r\n${header}transfer-encoding: chunked\r\n\r\n`;
    const large = `${head}${part.repeat(20)}0\r\n\r\n`;
    const answers = await sendRaw(url, large + raw(userPath, authorization), { until: /HTTP\/1.1 200/ });
    expect(answers).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  });

  it('refuses a wrong token before the body has arrived', async () => {
    const url = await serve(listen(createReceiver()));
    const text = raw(userPath, 'authorization: wrong\r\n', 'x'.repeat(1_000));
    expect(await sendRaw(url, text.slice(0, -1_000))).toMatch(/^HTTP\/1.1 401 /);
  });
});

describe('a Request', () => {
  const request = (body: BodyInit | null) =>
    new Request(`https://example.com${userPath}`, { method: 'POST', ...withToken({}), body, duplex: 'half' } as object);

  it('with a wrong token keeps its body unread', async () => {
    const wrong = new Request(`https://example.com${userPath}`, { method: 'POST', body: '{}', ...headers('wrong') });
    expect((await createReceiver().handler(wrong)).status).toBe(401);
    expect(wrong.bodyUsed).toBe(false);
  });

  it('whose body was already read leads to 500 and onError', async () => {
    const used = request(JSON.stringify(userActive));
    await used.text();
    const onError = vi.fn();
    expect((await createReceiver({ onError }).handler(used)).status).toBe(500);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError), undefined);
  });

  it('whose body fails is 400', async () => {
    const failing = new ReadableStream({ pull: (controller) => controller.error(new Error(secret)) });
    expect((await createReceiver().handler(request(failing))).status).toBe(400);
  });

  it('whose body has empty chunks without an end is refused', async () => {
    const empty = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array()) });
    const { handler } = createReceiver({ timeoutMs: 1_000 });
    expect([408, 413]).toContain((await handler(request(empty))).status);
  });

  it('whose body arrives in single bytes is read', async () => {
    const bytes = [...new TextEncoder().encode(JSON.stringify({ ...userActive, name: 'Łukasz' }))];
    const single = new ReadableStream({
      pull: (controller) => {
        const byte = bytes.shift();
        if (byte === undefined) controller.close();
        else controller.enqueue(new Uint8Array([byte]));
      },
    });
    const { handler, received } = createReceiver();
    expect((await handler(request(single))).status).toBe(200);
    expect(received).toMatchObject([[{ name: 'Łukasz' }, {}]]);
  });
});

describe('a function that', () => {
  const failures = {
    throws: () => {
      throw new Error(secret);
    },
    rejects: () => Promise.reject(new Error(secret)),
    'rejects with nothing': () => Promise.reject(),
    hangs: () => new Promise(() => {}),
  };

  it.each(Object.entries(failures))('%s is 500, without details', async (name, userStatus) => {
    const errors: unknown[] = [];
    const options = { on: { userStatus }, timeoutMs: 200, onError: (error: unknown) => errors.push(error) };
    const receiver = createReceiver(options);
    const response = await deliver((await serve(listen(receiver))) + userPath);
    expect([response.status, await response.text()]).toEqual([500, '{}']);
    expect(receiver.lines.join()).not.toContain(secret);
    expect(receiver.lines.map((line) => JSON.parse(line))).toMatchObject([{ status: 500, event: 'userStatus' }]);
    expect(errors).toHaveLength(1);
    expect(String(errors[0])).toMatch(
      name === 'hangs' ? /exceeded 200 ms/ : name === 'rejects with nothing' ? /undefined/ : secret,
    );
  });

  it('fails after its limit does not crash the process', async () => {
    const userStatus = () => new Promise((_, reject) => setTimeout(reject, 50, new Error(secret)));
    const receiver = createReceiver({ on: { userStatus }, timeoutMs: 10 });
    const url = await serve(listen(receiver));
    expect((await deliver(url + userPath)).status).toBe(500);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await deliver(url + userPath)).status).toBe(500);
  });

  it('ends after something else has responded does not crash the process', async () => {
    const later = new EventEmitter();
    let respond = () => {};
    const userStatus = () => {
      respond();
      return once(later, 'end');
    };
    let handled: unknown;
    const url = await serve((request, response) => {
      respond = () => response.writeHead(503).end();
      handled = listen(createReceiver({ on: { userStatus } }))(request, response);
    });
    expect((await deliver(url + userPath)).status).toBe(503);
    later.emit('end');
    await expect(handled).resolves.toBeUndefined();
  });

  it('fails as an observer changes nothing', async () => {
    const fail = () => Promise.reject(new Error(secret));
    const throwing = createReceiver({ onEvent: failures.throws, onError: fail, on: { userStatus: fail } });
    expect((await deliver((await serve(listen(throwing))) + userPath)).status).toBe(500);
  });
});

it('takes 1 000 deliveries at once', async () => {
  // A busy machine may need longer than usual to read them all.
  const receiver = createReceiver({ timeoutMs: 60_000 });
  const url = await serve(listen(receiver));
  const deliveries = Array.from({ length: 1_000 }, (_, index) =>
    deliver(url + userPath, { body: JSON.stringify({ ...userActive, externalUserId: `user-${index}` }) }),
  );
  const statuses = (await Promise.all(deliveries)).map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([200]));
  const ids = new Set(receiver.received.map(([event]) => (event as typeof userActive).externalUserId));
  expect(ids.size).toBe(1_000);
});
