import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ClientOptions, createP100Client, type P100ConfigError } from '../../src/index.ts';
import { createdUser, description, johnDoe } from '../support/description.ts';

afterEach(() => vi.unstubAllEnvs());

/** A fetch that answers with the page's user and keeps what it was asked. */
function recordRequests() {
  const requests: { url: string; headers: Record<string, string>; body: unknown }[] = [];
  const fetch: NonNullable<ClientOptions['fetch']> = async (url, { headers, body }) => {
    requests.push({ url, headers, body: JSON.parse(body ?? 'null') });
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

describe('an option that cannot work is refused at construction', () => {
  const wrong: [options: object, named: string][] = [
    [{}, 'P100_API_KEY is empty: pass apiKey or set the variable'],
    [{ apiKey: '' }, 'P100_API_KEY is empty'],
    [{ apiKey: ' ' }, 'P100_API_KEY is empty'],
    [{ apiKey: 42 }, 'P100_API_KEY is empty'],
    [{ apiKey: `${key}\n` }, 'apiKey holds a space, a line break or the like'],
    [{ apiKey: `${key}\r\nx-more: yes` }, 'apiKey holds a space, a line break or the like'],
    [{ apiKey: `${key} ` }, 'apiKey holds a space'],
    [{ apiKey: `${key}…` }, 'apiKey holds a space, a line break or the like'],
    [{ apiKey: key, environment: 'live' }, "environment is 'live': pass staging or production"],
    [{ apiKey: key, environment: 'constructor' }, "environment is 'constructor'"],
    [{ apiKey: key, environment: '' }, "environment is '': pass"],
    [{ apiKey: key, baseUrl: '' }, 'baseUrl'],
    [{ apiKey: key, baseUrl: 'partner-api.p100.io' }, 'baseUrl has to be https (http only on loopback)'],
    [{ apiKey: key, baseUrl: 'http://partner-api.p100.io' }, 'baseUrl has to be https (http only on loopback)'],
    [{ apiKey: key, baseUrl: 'http://127.0.0.1.example.com' }, 'baseUrl has to be https (http only on loopback)'],
    [{ apiKey: key, baseUrl: 'ftp://127.0.0.1' }, 'baseUrl has to be https (http only on loopback)'],
    [{ apiKey: key, baseUrl: 'https://john:secret@example.com' }, 'without credentials, query and fragment'],
    [{ apiKey: key, baseUrl: 'http://127.0.0.1@example.com' }, 'has to be https'],
    [{ apiKey: key, baseUrl: 'http://localhost:1@example.com' }, 'has to be https'],
    [{ apiKey: key, baseUrl: 'https://@/' }, 'has to be https'],
    [{ apiKey: key, baseUrl: 'https://example.com?a=b' }, 'without credentials, query and fragment'],
    [{ apiKey: key, baseUrl: 'https://example.com#a' }, 'without credentials, query and fragment'],
    [{ apiKey: key, timeoutMs: -1 }, 'timeoutMs is -1'],
    [{ apiKey: key, timeoutMs: Number.NaN }, 'timeoutMs is NaN'],
    [{ apiKey: key, timeoutMs: 0 }, 'timeoutMs is 0'],
    [{ apiKey: key, timeoutMs: '30' }, "timeoutMs is '30': pass milliseconds"],
    [{ apiKey: key, timeoutMs: 2 ** 31 }, 'timeoutMs is 2147483648'],
    [{ apiKey: key, deadlineMs: Number.POSITIVE_INFINITY }, 'deadlineMs is Infinity'],
    [{ apiKey: key, maxRetries: -1 }, 'maxRetries is -1'],
    [{ apiKey: key, maxRetries: 1.5 }, 'maxRetries is 1.5'],
    [{ apiKey: key, headers: { 'X-API-KEY': 'other' } }, 'headers cannot replace x-api-key'],
    [{ apiKey: key, headers: { 'x-a': 'line\nbreak' } }, 'headers holds what HTTP does not allow'],
    [{ apiKey: key, fetch: 'fetch' }, 'fetch is not a function'],
  ];

  it.each(wrong)('%j', (options, named) => {
    const error = refusal(options);
    expect(error).toMatchObject({
      name: 'P100ConfigError',
      operation: 'createP100Client',
      attempts: 0,
      retryable: false,
    });
    expect(error.message).toContain(named);
    expect(error.message).not.toContain(key);
  });

  it('where there is none at all', () => {
    expect(() => createP100Client(null as unknown as ClientOptions)).toThrow('P100_API_KEY is empty');
  });

  it('in a browser', () => {
    vi.stubGlobal('document', {});
    expect(refusal({ apiKey: key }).message).toContain('in a browser everybody can read the key');
    expect(() => createP100Client({ apiKey: key, dangerouslyAllowBrowser: true })).not.toThrow();
    vi.unstubAllGlobals();
  });
});

describe('an option of a call that cannot work rejects', () => {
  const wrong: [options: object, named: string][] = [
    [{ timeoutMs: -1 }, 'timeoutMs is -1'],
    [{ deadlineMs: Number.NaN }, 'deadlineMs is NaN'],
    [{ maxRetries: 0.5 }, 'maxRetries is 0.5'],
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

  it('comes from the variables', async () => {
    vi.stubEnv('P100_ENVIRONMENT', 'production');
    expect(await sent()).toBe(`${production}${path}`);
    expect(await sent({ environment: 'staging' })).toBe(`${staging}${path}`);
    vi.stubEnv('P100_BASE_URL', 'https://gateway.example.com/p100');
    expect(await sent()).toBe(`https://gateway.example.com/p100${path}`);
  });

  it('refuses an unknown environment in the variable', () => {
    vi.stubEnv('P100_ENVIRONMENT', 'prod');
    expect(refusal({ apiKey: key }).message).toContain("environment is 'prod': pass staging or production");
  });

  it.each([
    'https://example.com/',
    'https://example.com//',
    'https://EXAMPLE.com',
    'https://example.com/v1',
    'https://example.com/V1/',
  ])('%s gets neither a second slash nor a second version', async (baseUrl) => {
    expect(await sent({ baseUrl })).toBe(`https://example.com${path}`);
  });

  it('may have a path, also with an @', async () => {
    expect(await sent({ baseUrl: 'https://example.com/@scope/p100/' })).toBe(`https://example.com/@scope/p100${path}`);
  });

  it.each(['http://localhost:4010', 'http://127.0.0.1:4010', 'http://[::1]:4010'])(
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

  it('is asked for before each call where it is a function', async () => {
    const { fetch, requests } = recordRequests();
    const keys = ['first', 'second'];
    const p100 = createP100Client({ fetch, apiKey: async () => keys.shift() ?? '' });
    await p100.users.create(johnDoe());
    await p100.users.create(johnDoe());
    expect(requests.map(({ headers }) => headers['x-api-key'])).toEqual(['first', 'second']);
    await expect(p100.users.create(johnDoe())).rejects.toThrow('the apiKey function gave no key');
    expect(requests).toHaveLength(2);
  });

  it('that cannot be had is a P100ConfigError', async () => {
    const apiKey = () => Promise.reject(new Error('the vault is sealed'));
    await expect(createP100Client({ apiKey }).users.create(johnDoe())).rejects.toMatchObject({
      name: 'P100ConfigError',
      cause: expect.objectContaining({ message: 'the vault is sealed' }),
    });
  });
});

describe('headers and bodies', () => {
  it('are sent as the client and the call say', async () => {
    const { fetch, requests } = recordRequests();
    const p100 = createP100Client({ apiKey: key, fetch, headers: { 'X-Team': 'onboarding', 'x-trace': 'none' } });
    await p100.users.create(johnDoe(), { headers: { 'X-Trace': 'abc' } });
    expect(requests[0]?.headers).toEqual({
      'content-type': 'application/json',
      'x-api-key': key,
      'x-team': 'onboarding',
      'x-trace': 'abc',
    });
    expect(requests[0]?.body).toEqual(johnDoe());
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
