import type { CreateUserRequest } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';

/** A customer of a country; the kit server refuses `XX`. */
export const customerIn = (country: string): CreateUserRequest => ({
  ...johnDoe(),
  externalUserId: `in-${country}`,
  country,
});

/** A customer whose data P100 refuses with P403. */
export const invalidCustomer = { ...johnDoe(), externalUserId: 'invalid', email: 42 } as unknown as CreateUserRequest;

export const customers = (count: number): CreateUserRequest[] =>
  Array.from({ length: count }, (_, index) => ({ ...johnDoe(), externalUserId: `customer-${index}` }));

/** The request that a sign-up form sends to one's own server. */
export const post = (body: unknown): Request =>
  new Request('http://localhost/', { method: 'POST', body: JSON.stringify(body) });
