import { fixtures } from '../../src/generated/fixtures.ts';
import { keyHeader } from '../../src/generated/operations.ts';
import { type CreateUserRequest, createP100Client, P100ApiError, type P100Client } from '../../src/index.ts';

/** One request and what has to come of it. */
export interface Check {
  readonly title: string;
  /** Such as `created`, `P411` or `wrong-key`. */
  readonly expected: string;
  readonly run: () => Promise<string>;
}

export interface Setup {
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly fetch: typeof fetch;
  /** A request that the server accepts, with an unused `externalUserId`. */
  readonly body: CreateUserRequest;
}

/** The first check; the others repeat its id, so that none of them can create a second user. */
export function creationCheck({ body, ...options }: Setup): Check {
  const p100 = createP100Client(options);
  return { title: 'a new user', expected: 'created', run: () => outcomeOf(p100, body) };
}

/** What can be asked of a user that exists. */
export function userChecks({ body, ...options }: Setup): Check[] {
  const p100 = createP100Client(options);
  const { key } = fixtures.createUser;
  const fields = Object.keys(body).filter((field) => field !== key);
  const refuse = (title: string, wrong: object): Check => ({
    title,
    expected: 'P403',
    run: () => outcomeOf(p100, wrong as CreateUserRequest),
  });
  return [
    { title: `the same ${key} again`, expected: 'P411', run: () => outcomeOf(p100, body) },
    refuse('a body without any field', {}),
    ...fields.map((field) => refuse(`a body without ${field}`, { ...body, [field]: undefined })),
    ...fields.map((field) => refuse(`a body whose ${field} is a number`, { ...body, [field]: 42 })),
  ];
}

/** What a key that is missing or wrong is answered. */
export function keyChecks({ body, ...options }: Setup): Check[] {
  const withoutKey: typeof fetch = (url, init) => {
    const { [keyHeader]: _, ...headers } = (init?.headers ?? {}) as Record<string, string>;
    return options.fetch(url, { ...init, headers });
  };
  const keyless = createP100Client({ ...options, fetch: withoutKey });
  const stranger = createP100Client({ ...options, apiKey: 'not-a-key' });
  return [
    { title: 'no key', expected: 'missing-key', run: () => outcomeOf(keyless, body) },
    { title: 'a wrong key', expected: 'wrong-key', run: () => outcomeOf(stranger, body) },
  ];
}

async function outcomeOf(p100: P100Client, body: CreateUserRequest): Promise<string> {
  try {
    await p100.users.create(body);
    return 'created';
  } catch (error) {
    const { reason, status } = error as { reason?: string; status?: number };
    if (error instanceof P100ApiError) return error.code ?? reason ?? String(status);
    return reason ? `${status} (${reason})` : (error as Error).name;
  }
}
