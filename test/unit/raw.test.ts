import { describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client } from '../../src/index.ts';
import { createdUser, createUserPath, johnDoe } from '../support/description.ts';

type Fetch = NonNullable<ClientOptions['fetch']>;

const created: Fetch = async () =>
  Response.json(createdUser(), { status: 201, headers: { 'x-request-id': 'abc', 'content-encoding': 'identity' } });

const connect = (fetch: Fetch = created) => createP100Client({ apiKey: 'a-key', fetch, maxRetries: 0 });

describe('the response of raw', () => {
  it('is a real Response', async () => {
    const { data, response } = await connect().raw.POST(createUserPath, { body: johnDoe() });
    expect(response).toBeInstanceOf(Response);
    expect(response.ok).toBe(true);
    expect(response.status).toBe(201);
    const names: string[] = [];
    response.headers.forEach((_, name) => void names.push(name));
    expect(names).toEqual(['content-length', 'content-type', 'x-request-id']);
    expect(await response.clone().json()).toEqual(createdUser());
    expect(JSON.parse(await response.text())).toEqual(createdUser());
    expect(data).toEqual(createdUser());
  });

  it('comes with the error body, also for a 401', async () => {
    const denied = connect(async () => new Response('Access Denied. xo1', { status: 401 }));
    const { data, error, response } = await denied.raw.POST(createUserPath, { body: johnDoe() });
    expect({ data, error, status: response.status }).toEqual({
      data: undefined,
      error: 'Access Denied. xo1',
      status: 401,
    });
  });

  it.each(['', 'null', '""'])('throws for a 401 whose body %j could be taken for a success', async (body) => {
    const denied = connect(async () => new Response(body, { status: 401 }));
    await expect(denied.raw.POST(createUserPath, { body: johnDoe() })).rejects.toMatchObject({
      name: 'AuthenticationError',
      status: 401,
    });
  });
});

describe('raw', () => {
  it('refuses a path that is not described, and points to request', async () => {
    const call = connect().raw.POST('/v1/card/pin' as never, {} as never);
    await expect(call).rejects.toThrow(
      'raw.POST: this path is not described. Write its parameters as {name}, or call p100.request(method, path).',
    );
  });

  it('refuses options that do not exist and parameters that are not described', async () => {
    const init = { body: johnDoe(), timeout: 5 };
    await expect(connect().raw.POST(createUserPath, init as never)).rejects.toThrow('did you mean timeoutMs?');
    const get = connect().raw.GET('/v1/user/balances/{externalUserId}', { params: { path: { userId: '1' } } } as never);
    await expect(get).rejects.toThrow('raw.GET: userId is not a parameter');
    const none = connect().raw.GET('/v1/user/balances/{externalUserId}', {} as never);
    await expect(none).rejects.toThrow('the path parameter externalUserId must be a non-empty string');
  });
});

describe('middleware', () => {
  const ways: [string, (p100: ReturnType<typeof connect>) => Promise<unknown>][] = [
    ['users.create', (p100) => p100.users.create(johnDoe())],
    ['users.ensure', (p100) => p100.users.ensure(johnDoe())],
    ['raw', (p100) => p100.raw.POST(createUserPath, { body: johnDoe() })],
    ['request', (p100) => p100.request('POST', createUserPath, { body: johnDoe() })],
  ];

  it.each(ways)('sees a call of %s once, with a real Response', async (_, call) => {
    const onRequest = vi.fn();
    const onResponse = vi.fn();
    const p100 = connect();
    p100.raw.use({ onRequest, onResponse });
    await call(p100);
    expect(onRequest).toHaveBeenCalledOnce();
    expect(onResponse).toHaveBeenCalledOnce();
    expect(onRequest.mock.calls[0]?.[0].schemaPath).toBe(createUserPath);
    expect(onRequest.mock.calls[0]?.[0].request.headers.has('x-api-key')).toBe(false);
    expect(onResponse.mock.calls[0]?.[0].response).toBeInstanceOf(Response);
  });

  it('sees a call once, however often it is repeated', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const fetch = vi.fn(async () => Response.json({}, { status: 502 }));
    const onRequest = vi.fn();
    const p100 = createP100Client({ apiKey: 'a-key', fetch });
    p100.raw.use({ onRequest });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ status: 502 });
    expect(onRequest).toHaveBeenCalledOnce();
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('gets a real Request, which it can clone and copy', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    const bodies: unknown[] = [];
    p100.raw.use({
      onRequest: async ({ request }) => {
        bodies.push(await request.clone().json());
        return new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-copy': 'yes' } });
      },
    });
    await p100.users.create(johnDoe());
    expect(bodies).toEqual([johnDoe()]);
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ headers: { 'x-copy': 'yes' }, body: JSON.stringify(johnDoe()) });
  });

  it('that reads the body without a clone is told so, before anything is sent', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    p100.raw.use({ onRequest: async ({ request }) => void (await request.text()) });
    await expect(p100.users.create(johnDoe())).rejects.toThrow(
      'users.create: middleware must read only a clone of the request, and must not send a body other than text or a form.',
    );
    expect(fetch).not.toHaveBeenCalled();
  });

  it('gets a real Response, even if it was registered twice or is removed during the call', async () => {
    const statuses: number[] = [];
    const onResponse = async ({ response }: { response: Response }) => {
      await response.clone().text();
      statuses.push(response.status);
    };
    const twice = connect();
    twice.raw.use({ onResponse });
    const middleware = { onResponse };
    twice.raw.use(middleware, middleware);
    twice.raw.eject(middleware);
    await twice.users.create(johnDoe());
    const removed: ReturnType<typeof connect> = connect(async (...sent) => {
      removed.raw.eject(middleware);
      return created(...sent);
    });
    removed.raw.use(middleware);
    await removed.users.create(johnDoe());
    expect(statuses).toEqual([201, 201, 201]);
  });

  it('can copy a response that is not JSON', async () => {
    const p100 = connect(async () => new Response('John Doe', { status: 200 }));
    p100.raw.use({ onResponse: ({ response }) => new Response(response.body, response) });
    expect(await p100.request('GET', '/v1/a')).toBe('John Doe');
  });

  it('can respond itself, with what is not JSON', async () => {
    const p100 = connect();
    p100.raw.use({ onRequest: () => new Response('<p>John Doe</p>') });
    const failure = await p100.users.create(johnDoe()).catch((error) => error);
    expect(failure).toMatchObject({ name: 'P100ResponseError', reason: 'not-json' });
  });

  it('cannot send a body that is neither text nor a form', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    const body = new Uint8Array([0x1f, 0x8b, 0xff]);
    p100.raw.use({ onRequest: ({ request }) => new Request(request.url, { method: 'POST', body }) });
    await expect(p100.users.create(johnDoe())).rejects.toThrow('must not send a body other than text or a form.');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('can change headers, and return a Request of its own', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    p100.raw.use({ onRequest: ({ request }) => request.headers.set('x-trace', 'abc') });
    p100.raw.use({
      onRequest: async ({ request }) =>
        new Request(request.url, { method: request.method, headers: request.headers, body: await request.text() }),
    });
    await p100.users.create(johnDoe());
    const [, init] = fetch.mock.calls[0] ?? [];
    expect(init).toMatchObject({
      headers: { 'x-trace': 'abc', 'x-api-key': 'a-key' },
      body: JSON.stringify(johnDoe()),
    });
  });

  it('can read a form as the text that is sent, and return a Request with one', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    const texts: string[] = [];
    p100.raw.use({
      onRequest: async ({ request }) => {
        texts.push(await request.clone().text());
        const body = new FormData();
        body.append('files', new Blob(['another'], { type: 'image/png' }), 'another.png');
        request.headers.delete('content-type');
        return new Request(request.url, { method: 'POST', headers: request.headers, body });
      },
    });
    const files = [new Blob(['a proof'], { type: 'image/jpeg' })];
    await p100.users.addProofOfAddress({ externalUserId: 'a-user' }, { files });
    expect(texts).toEqual([expect.stringContaining('a proof')]);
    const [, init] = fetch.mock.calls[0] ?? [];
    expect(init?.headers).not.toHaveProperty('content-type');
    expect(init?.body.get('files')).toMatchObject({ name: 'another.png', size: 'another'.length });
  });

  it('can return a Request without a body', async () => {
    const fetch = vi.fn<Fetch>(async () => Response.json({ fiatBalances: {}, cryptoBalances: {} }));
    const p100 = connect(fetch);
    p100.raw.use({ onRequest: ({ request }) => new Request(request.url) });
    await p100.partner.getBalances();
    expect(fetch.mock.calls[0]?.[1]).not.toHaveProperty('body');
  });

  it('cannot send a header that harms other calls', async () => {
    const p100 = connect();
    p100.raw.use({ onRequest: ({ request }) => request.headers.set('keep-alive', 'x') });
    await expect(p100.users.create(johnDoe())).rejects.toThrow('users.create: headers cannot contain keep-alive.');
  });

  it('can respond itself and replace responses', async () => {
    const fetch = vi.fn(created);
    const p100 = connect(fetch);
    const cached = { onRequest: () => Response.json({ userId: 'cached' }, { status: 201 }) };
    p100.raw.use(cached);
    expect(await p100.users.create(johnDoe())).toEqual({ userId: 'cached' });
    expect(fetch).not.toHaveBeenCalled();
    p100.raw.eject(cached);
    p100.raw.use({ onResponse: () => Response.json({ errorCode: 'P431' }, { status: 400 }) });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ name: 'ForbiddenCountryError' });
  });
});
