import { fixtures } from '../generated/fixtures.js';
import type { CreatedUser, CreateUserRequest } from '../generated/schemas.js';
import { type Answer, jsonAnswer } from './faults.js';

/** A user that the fake has stored. */
export interface FakeUser {
  /** What the user was created with. */
  readonly request: Readonly<CreateUserRequest>;
  /** What the call was answered. */
  readonly user: Readonly<CreatedUser>;
}

/** What the fake accepts and how it answers. */
export interface FakeP100Options {
  /** The keys that are accepted; every other one is answered 401 with `xo2`. Default: every key. */
  readonly apiKeys?: readonly string[];
  /** The countries that are refused with P431, as `country` spells them. P100's list is not documented. Default: none. */
  readonly forbiddenCountries?: readonly string[];
  /** The countries whose users are answered `poaRequired: true`. P100's list is not documented. Default: none. */
  readonly poaRequiredCountries?: readonly string[];
}

const { createUser } = fixtures;
const denials = createUser.examples[401];
const refusals = createUser.examples[400];
const createdUser: CreatedUser = createUser.examples[201]['user-created'];

/** Answers a call that creates a user, and stores the user where the answer is a yes. */
export function serveCreateUser(
  users: Map<string, FakeUser>,
  options: FakeP100Options,
  key: string | null,
  text: string,
): Answer {
  if (!key) return denial(denials['missing-key']);
  if (options.apiKeys && !options.apiKeys.includes(key)) return denial(denials['wrong-key']);
  const body = parseObject(text);
  const issues = findIssues(body);
  if (issues.length > 0) {
    return jsonAnswer(400, { ...refusals['validation-error'], errorMessage: `${issues.join('. ')}.` });
  }
  const request = body as unknown as CreateUserRequest;
  if (options.forbiddenCountries?.includes(request.country)) return jsonAnswer(400, refusals['forbidden-country']);
  if (users.has(request.externalUserId)) return jsonAnswer(400, refusals['user-exists']);
  const user = provision(options.poaRequiredCountries?.includes(request.country) ?? false);
  users.set(request.externalUserId, { request, user });
  return jsonAnswer(201, user);
}

/** The body that P100's own transient errors have. */
export function transientErrorBody(code: 'P500' | 'P501'): unknown {
  return code === 'P500' ? refusals['unknown-exception'] : refusals['service-temporarily-unavailable'];
}

function denial(text: string): Answer {
  return { status: 401, headers: { 'content-type': 'text/plain' }, text };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const body = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a body, one sentence each. P100's own wording is not documented. */
function findIssues(body: Record<string, unknown> | undefined): string[] {
  if (!body) return ['body must be a JSON object'];
  const missing = createUser.required.filter((field) => body[field] === undefined);
  const wrong = Object.entries<readonly string[]>(createUser.types).filter(
    ([field, types]) => body[field] !== undefined && types.length > 0 && !types.includes(jsonType(body[field])),
  );
  return [
    ...missing.map((field) => `${field} is missing`),
    ...wrong.map(([field, types]) => `${field} must be of type ${types.join(' or ')}`),
  ];
}

function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The page's own answer with ids of its own. */
function provision(poaRequired: boolean): CreatedUser {
  const { balances } = createdUser;
  const withFreshId = <Balance extends object>(balance: Balance) => ({ ...balance, id: crypto.randomUUID() });
  return {
    userId: crypto.randomUUID(),
    poaRequired,
    balances: {
      fiatBalances: balances.fiatBalances.map(withFreshId),
      cryptoBalances: balances.cryptoBalances.map(withFreshId),
    },
  };
}
