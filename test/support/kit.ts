import type { FakeP100Options } from '../../src/testing.ts';
import type { Call } from '../contract/table.ts';

/** Ids of the users that the example of a call names, except one that it creates. */
export function namedUsers({ operation, parameters, body }: Call): string[] {
  if (operation.retry.key) return [];
  const values = Object.entries({ ...parameters, ...body });
  return values.flatMap(([name, value]) => (/externalUserId$/i.test(name) && value ? [String(value)] : []));
}

/** Options of a kit that has these users. */
export const withUsers = (call: Call): FakeP100Options => ({
  users: namedUsers(call).map((externalUserId) => ({ externalUserId })),
});
