import { P100ConfigError } from '../errors.js';
import type { Balances, CreatedUser, CreatedUserWithoutKyc, CreateUserRequest } from '../generated/schemas.js';
import { activate } from './activate.js';
import { type Described, described, success } from './described.js';
import type { FakeP100Options, FakeUser, FakeUserSeed } from './options.js';

/** The field and parameter that names a user. */
export const userKey = 'externalUserId' satisfies keyof CreateUserRequest;

/** The operations that create users, the one that requires the most fields first. */
const creators = described.filter(({ key }) => key === userKey).sort((a, b) => b.required.length - a.required.length);

/** The users of one fake. */
export interface UserStore {
  readonly users: ReadonlyMap<string, FakeUser>;
  create(operation: Described, request: FakeUser['request']): FakeUser;
  activate(id: string): FakeUser;
  /** Removes all users except those who exist from the start. */
  reset(): void;
}

export function createUserStore({ users: seeds = [], poaRequiredCountries = [] }: FakeP100Options): UserStore {
  const users = new Map<string, FakeUser>();

  const create: UserStore['create'] = (operation, request) => {
    const user = withFreshIds(success(operation).body) as CreatedUser | CreatedUserWithoutKyc;
    if ('poaRequired' in user) user.poaRequired = poaRequiredCountries.includes(request.country ?? '');
    const stored = { request, user, balances: balancesOf(user), active: false };
    users.set(request[userKey], stored);
    return stored;
  };

  const activateUser = (id: string) => {
    const user = users.get(id);
    if (!user)
      throw new P100ConfigError(
        'there is no user with this externalUserId. Create the user first.',
        'fake.activateUser',
      );
    const active = user.active ? user : { ...user, balances: activate(user.balances), active: true };
    users.set(id, active);
    return active;
  };

  const seed = ({ active, ...request }: FakeUserSeed) => {
    const [operation] = creators as [Described];
    const [example] = Object.values(operation.requests);
    create(operation, { ...(example as CreateUserRequest), ...request });
    if (active) activateUser(request.externalUserId);
  };

  const reset = () => {
    users.clear();
    for (const each of seeds) seed(each);
  };
  reset();
  return { users, create, activate: activateUser, reset };
}

/** The balances of a user without KYC come as one list. */
function balancesOf({ balances }: CreatedUser | CreatedUserWithoutKyc): Balances {
  if (!Array.isArray(balances)) return balances;
  const cryptoBalances = balances.flatMap(({ networkConfig, ...balance }) =>
    networkConfig ? [{ ...balance, networkConfig }] : [],
  );
  return { fiatBalances: [], cryptoBalances };
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A copy of an example with new UUIDs. */
function withFreshIds(value: unknown): unknown {
  if (typeof value === 'string') return uuid.test(value) ? crypto.randomUUID() : value;
  if (Array.isArray(value)) return value.map(withFreshIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withFreshIds(each)]));
}
