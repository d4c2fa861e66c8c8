import { afterEach, describe, expect, it, vi } from 'vitest';
import { version } from '../../src/generated/version.ts';
import { type ClientOptions, createP100Client, type P100ConfigError } from '../../src/index.ts';
import { optionKinds } from '../../src/options.ts';
import { createdUser, description, johnDoe } from '../support/description.ts';

afterEach(() => vi.unstubAllEnvs());

/** A fetch that returns P100's example user and keeps the requests. */
function recordRequests() {
  const requests: { url: string; headers: Record<string, string>; body: unknown }[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = async (url, { headers, body }) => {
    requests.push({ url, headers, body: JSON.parse(String(body ?? 'null')) });
    return Response.json(createdUser(), { status: 201 });
  };
  return { fetch, requests };
}

function refusal(options: object): P100ConfigError {
  try {
    createP100Client(options as ClientOptions);
  } catch (error) {
    return error as P100ConfigError;
  }
  throw new Error('The options were accepted.');
}

const key = 'a-secret-key';

describe('a wrong option is refused at construction', () => {
  const httpsOnly = 'baseUrl must use https. http is allowed only on a loopback address, or with allowInsecureHttp.';
  const wrong: [options: object, named: string][] = [
    [{}, 'there is no key. Pass apiKey or set the environment variable P100_API_KEY.'],
    [{ apiKey: '' }, 'there is no key'],
    [{ apiKey: ' ' }, 'there is no key'],
    [{ apiKey: 42 }, 'apiKey must be a string or a function.'],
    [{ apiKey: `${key}\n` }, 'the key contains a space, a line break'],
    [{ apiKey: `${key}\r\nx-more: yes` }, 'the key contains a space, a line break'],
    [{ apiKey: `${key} ` }, 'the key contains a space'],
    [{ apiKey: `${key}…` }, 'the key contains a space, a line break'],
    [{ apiKey: key, environment: 'prod' }, "environment must be 'staging' or 'production'."],
    [{ apiKey: key, environment: 'constructor' }, 'environment must be'],
    [{ apiKey: key, environment: '' }, 'environment must be'],
    [
      { apiKey: key, environment: 'staging', baseUrl: 'https://example.com' },
      'environment and baseUrl cannot be combined',
    ],
    [{ apiKey: key, baseUrl: '' }, 'baseUrl must be an absolute URL, such as https://example.com.'],
    [{ apiKey: key, baseUrl: 'partner-api.p100.io' }, 'baseUrl must be an absolute URL'],
    [{ apiKey: key, baseUrl: 42 }, 'baseUrl must be a string.'],
    [{ apiKey: key, baseUrl: 'http://partner-api.p100.io' }, httpsOnly],
    [{ apiKey: key, baseUrl: 'http://127.0.0.1.example.com' }, httpsOnly],
    [{ apiKey: key, baseUrl: 'ftp://127.0.0.1' }, 'baseUrl must begin with https://.'],
    [{ apiKey: key, baseUrl: 'https://john:secret@example.com' }, 'baseUrl must not contain credentials.'],
    [{ apiKey: key, baseUrl: 'https://john@example.com' }, 'baseUrl must not contain credentials.'],
    [{ apiKey: key, baseUrl: 'https://:secret@example.com' }, 'baseUrl must not contain credentials.'],
    [{ apiKey: key, baseUrl: 'http://127.0.0.1@example.com' }, httpsOnly],
    [{ apiKey: key, baseUrl: 'http://localhost:1@example.com' }, httpsOnly],
    [{ apiKey: key, baseUrl: 'https://@/' }, 'baseUrl must be an absolute URL'],
    [{ apiKey: key, baseUrl: 'https://example.com?a=b' }, 'baseUrl must not have a query.'],
    [{ apiKey: key, baseUrl: 'https://example.com#a' }, 'baseUrl must not have a fragment.'],
    [{ apiKey: key, timeoutMs: -1 }, 'timeoutMs must be a number of milliseconds greater than 0 and less than 2^31.'],
    [{ apiKey: key, timeoutMs: Number.NaN }, 'timeoutMs must be a number of milliseconds'],
    [{ apiKey: key, timeoutMs: 0 }, 'timeoutMs must be a number of milliseconds'],
    [{ apiKey: key, timeoutMs: '30' }, 'timeoutMs must be a number.'],
    [{ apiKey: key, timeoutMs: 2 ** 31 }, 'timeoutMs must be a number of milliseconds'],
    [{ apiKey: key, deadlineMs: Number.POSITIVE_INFINITY }, 'deadlineMs must be a number of milliseconds'],
    [{ apiKey: key, maxRetries: -1 }, 'maxRetries must be 0 or a positive whole number.'],
    [{ apiKey: key, maxRetries: 1.5 }, 'maxRetries must be 0 or a positive whole number.'],
    [{ apiKey: key, headers: { 'X-API-KEY': 'other' } }, 'headers cannot replace x-api-key. Pass the key as apiKey.'],
    [
      { apiKey: key, headers: { 'x-a': 'line\nbreak' } },
      'the value of the header x-a must be a string of visible Latin-1 characters.',
    ],
    [{ apiKey: key, headers: { 'x-a': 'bell\x07' } }, 'the value of the header x-a must be a string'],
    [{ apiKey: key, headers: { 'x-a': 'Łódź' } }, 'the value of the header x-a must be a string'],
    [
      { apiKey: key, headers: { 'a name': 'x' } },
      'headers has a name that HTTP does not allow. Use letters, digits and hyphens.',
    ],
    ...[
      'Connection',
      'keep-alive',
      'Expect',
      'host',
      'content-length',
      'Transfer-Encoding',
      'te',
      'upgrade',
      'trailer',
    ].map((name): [object, string] => [
      { apiKey: key, headers: { [name]: 'x' } },
      `headers cannot contain ${name.toLowerCase()}. The HTTP client sets it.`,
    ]),
    [{ apiKey: key, fetch: 'fetch' }, 'fetch must be a function.'],
    [{ apiKey: key, timeout: 5 }, 'timeout is not an option; did you mean timeoutMs?'],
    [{ apikey: key }, 'apikey is not an option; did you mean apiKey?'],
    [{ apiKey: key, colour: 'red' }, 'colour is not an option.'],
  ];

  it.each(wrong)('%j', (options, named) => {
    const error = refusal(options);
    expect(error).toMatchObject({
      name: 'P100ConfigError',
      operation: 'createP100Client',
      attempts: 0,
      retryable: false,
      mayHaveTakenEffect: false,
    });
    expect(error.message).toContain(named);
    expect(error.message).not.toContain(key);
  });

  it('if no options are passed', () => {
    expect(() => createP100Client(null as unknown as ClientOptions)).toThrow('there is no key');
  });

  it('if a string is passed instead of the options', () => {
    const message = 'createP100Client: pass the options as an object, such as { apiKey }.';
    expect(() => createP100Client('sk_a_key' as unknown as ClientOptions)).toThrow(message);
  });

  it('and every option may be undefined', () => {
    const none = Object.fromEntries(Object.keys(optionKinds.client).map((name) => [name, undefined]));
    expect(() => createP100Client({ ...none, apiKey: key })).not.toThrow();
  });

  it('but the longest time that a timer can wait is accepted', () => {
    expect(() => createP100Client({ apiKey: key, timeoutMs: 2 ** 31 - 1 })).not.toThrow();
  });

  it('in a browser', () => {
    vi.stubGlobal('document', {});
    expect(refusal({ apiKey: key }).message).toMatch(
      /in a browser, everyone could read the key.*Call P100 from your server, or set dangerouslyAllowBrowser\.$/,
    );
    expect(() => createP100Client({ apiKey: key, dangerouslyAllowBrowser: true })).not.toThrow();
    vi.unstubAllGlobals();
  });

  it.each([
    { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0', refused: true },
    { userAgent: 'Cloudflare-Workers', refused: false },
    { userAgent: 'Deno/2.5', refused: false },
    { userAgent: 'Bun/1.4 (like Mozilla/5.0)', refused: false },
    { userAgent: undefined, refused: false },
  ])('in a worker of a browser ($userAgent)', ({ userAgent, refused }) => {
    vi.stubGlobal('WorkerGlobalScope', class {});
    vi.stubGlobal('navigator', { userAgent });
    const make = () => createP100Client({ apiKey: key });
    if (refused) expect(make).toThrow('in a browser, everyone could read the key');
    else expect(make).not.toThrow();
    vi.unstubAllGlobals();
  });
});

describe('a wrong option of a call rejects', () => {
  const wrong: [options: object, named: string][] = [
    [{ timeoutMs: -1 }, 'users.create: timeoutMs must be a number of milliseconds'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs must be'],
    [{ maxRetries: 0.5 }, 'maxRetries must be'],
    [{ timeout: 5 }, 'timeout is not an option; did you mean timeoutMs?'],
    [{ headers: { 'x-a': '\x00' } }, 'the value of the header x-a must be'],
    [{ signal: { aborted: false } }, 'signal must be an AbortSignal.'],
    [{ extraBody: 'text' }, 'extraBody must be an object.'],
    [{ headers: new Headers({ 'x-a': 'b' }) }, 'headers must be a plain object.'],
    [{ headers: new Map([['x-a', 'b']]) }, 'headers must be a plain object.'],
    [{ headers: null }, 'headers must be a plain object.'],
    [{ headers: { 'x-api-key': 'other' } }, 'headers cannot replace x-api-key'],
  ];

  it.each(wrong)('%j', async (options, named) => {
    const { fetch, requests } = recordRequests();
    const call = createP100Client({ apiKey: key, fetch }).users.create(johnDoe(), options);
    await expect(call).rejects.toMatchObject({ name: 'P100ConfigError', operation: 'createUser' });
    await expect(call).rejects.toThrow(named);
    expect(requests).toEqual([]);
  });

  it('a body that cannot be written as JSON', async () => {
    const { fetch, requests } = recordRequests();
    const call = createP100Client({ apiKey: key, fetch }).users.create(johnDoe(), { extraBody: { size: 1n } });
    await expect(call).rejects.toMatchObject({ name: 'P100ConfigError', operation: 'createUser' });
    expect(requests).toEqual([]);
  });
});

describe('the address', () => {
  const path = '/v1/user/balances/crypto-and-fiat';
  const [staging, production] = description.servers.map(({ url }: { url: string }) => url);
  const sent = async (options: ClientOptions = {}) => {
    const { fetch, requests } = recordRequests();
    await createP100Client({ apiKey: key, fetch, ...options }).users.create(johnDoe());
    return requests[0]?.url;
  };

  it('is staging unless told otherwise', async () => {
    expect(await sent()).toBe(`${staging}${path}`);
    expect(await sent({ environment: 'production' })).toBe(`${production}${path}`);
  });

  it('comes from the variables if the code names none', async () => {
    vi.stubEnv('P100_ENVIRONMENT', 'production');
    expect(await sent()).toBe(`${production}${path}`);
    expect(await sent({ environment: 'staging' })).toBe(`${staging}${path}`);
    vi.stubEnv('P100_ENVIRONMENT', '');
    vi.stubEnv('P100_BASE_URL', 'https://gateway.example.com/p100');
    expect(await sent()).toBe(`https://gateway.example.com/p100${path}`);
    expect(await sent({ environment: 'staging' })).toBe(`${staging}${path}`);
    expect(await sent({ baseUrl: 'https://other.example.com' })).toBe(`https://other.example.com${path}`);
  });

  it('cannot come from two variables', () => {
    vi.stubEnv('P100_ENVIRONMENT', 'production');
    vi.stubEnv('P100_BASE_URL', 'https://gateway.example.com');
    expect(refusal({ apiKey: key }).message).toContain('P100_ENVIRONMENT and P100_BASE_URL cannot be combined');
  });

  it('can be read from the client', () => {
    expect(createP100Client({ apiKey: key }).baseUrl).toBe(staging);
    expect(createP100Client({ apiKey: key, baseUrl: 'https://example.com/p100/v1/' }).baseUrl).toBe(
      'https://example.com/p100',
    );
  });

  it('may be http elsewhere with allowInsecureHttp', async () => {
    const options = { baseUrl: 'http://sandbox:4020', allowInsecureHttp: true };
    expect(await sent(options)).toBe(`http://sandbox:4020${path}`);
  });

  it.each(['/'.repeat(30_000), `${'/'.repeat(30_000)}x`, '/v1'.repeat(10_000)])('is checked in linear time', (end) => {
    const begun = performance.now();
    createP100Client({ apiKey: key, baseUrl: `https://example.com${end}` });
    expect(performance.now() - begun).toBeLessThan(200);
  });

  it('refuses an unknown environment in the variable', () => {
    vi.stubEnv('P100_ENVIRONMENT', 'prod');
    expect(refusal({ apiKey: key }).message).toContain("P100_ENVIRONMENT must be 'staging' or 'production'.");
  });

  it.each([
    'https://example.com/',
    'https://example.com//',
    'https://EXAMPLE.com',
    'https://example.com/v1',
    'https://example.com/V1/',
    'https://example.com/v12',
  ])('%s gets neither a second slash nor a second version', async (baseUrl) => {
    expect(await sent({ baseUrl })).toBe(`https://example.com${path}`);
  });

  it.each(['@scope/p100', 'v1beta', 'env1', 'v'])('may have the path %s', async (end) => {
    expect(await sent({ baseUrl: `https://example.com/${end}/` })).toBe(`https://example.com/${end}${path}`);
  });

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://127.10.20.30:4010', 'http://[::1]:4010'])(
    '%s may be http',
    async (baseUrl) => {
      expect(await sent({ baseUrl })).toBe(`${baseUrl}${path}`);
    },
  );
});

describe('the key', () => {
  it('comes from the variable', async () => {
    vi.stubEnv('P100_API_KEY', 'from-the-variable');
    const { fetch, requests } = recordRequests();
    await createP100Client({ fetch }).users.create(johnDoe());
    expect(requests[0]?.headers).toMatchObject({ 'x-api-key': 'from-the-variable' });
  });

  it('is called before each call if it is a function', async () => {
    const { fetch, requests } = recordRequests();
    const keys = ['first', 'second'];
    const p100 = createP100Client({ fetch, apiKey: async () => keys.shift() ?? '' });
    await p100.users.create(johnDoe());
    await p100.users.create(johnDoe());
    expect(requests.map(({ headers }) => headers['x-api-key'])).toEqual(['first', 'second']);
    await expect(p100.users.create(johnDoe())).rejects.toThrow('the apiKey function returned no key');
    expect(requests).toHaveLength(2);
  });

  it('that the function does not return is a P100ConfigError', async () => {
    const apiKey = () => Promise.reject(new Error('the vault is sealed'));
    await expect(createP100Client({ apiKey }).users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConfigError',
      message: 'users.create: the apiKey function failed. Log its error inside the function to see why.',
    });
  });
});

describe('headers and bodies', () => {
  it('of the client and of the call are combined', async () => {
    const { fetch, requests } = recordRequests();
    const p100 = createP100Client({ apiKey: key, fetch, headers: { 'X-Team': 'onboarding', 'x-trace': 'none' } });
    await p100.users.create(johnDoe(), { headers: { 'X-Trace': 'abc' } });
    expect(requests[0]?.headers).toEqual({
      'content-type': 'application/json',
      'user-agent': `p100-partner-sdk/${version}`,
      'x-api-key': key,
      'x-team': 'onboarding',
      'x-trace': 'abc',
    });
    expect(requests[0]?.body).toEqual(johnDoe());
  });

  it('may replace the user-agent', async () => {
    const { fetch, requests } = recordRequests();
    await createP100Client({ apiKey: key, fetch, headers: { 'User-Agent': 'shop/1' } }).users.create(johnDoe());
    expect(requests[0]?.headers).toMatchObject({ 'user-agent': 'shop/1' });
  });

  it('of a model with toJSON get the extra fields too', async () => {
    const { fetch, requests } = recordRequests();
    const model = Object.assign(Object.create({ toJSON: johnDoe }), johnDoe());
    await createP100Client({ apiKey: key, fetch }).users.create(model, { extraBody: { birthDate: '1990-01-01' } });
    expect(requests[0]?.body).toEqual({ ...johnDoe(), birthDate: '1990-01-01' });
  });

  it('get the extra fields, and lose those that are undefined there', async () => {
    const { fetch, requests } = recordRequests();
    const p100 = createP100Client({ apiKey: key, fetch });
    await p100.users.create(johnDoe(), { extraBody: { birthDate: '1990-01-01', address: undefined } });
    const { address: _, ...rest } = johnDoe();
    expect(requests[0]?.body).toEqual({ ...rest, birthDate: '1990-01-01' });
  });

  it('are sent with the fetch that is global at the time of the call', async () => {
    const p100 = createP100Client({ apiKey: key });
    const { fetch, requests } = recordRequests();
    vi.stubGlobal('fetch', fetch);
    await p100.users.create(johnDoe());
    vi.unstubAllGlobals();
    expect(requests).toHaveLength(1);
  });
});
