import type { CreateUserRequest } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';

/** A customer from a country. The kit server refuses `XX`. */
export const customerIn = (country: string): CreateUserRequest => ({
  ...johnDoe(),
  externalUserId: `in-${country}`,
  country,
});

/** A customer whose data P100 refuses with P403. */
export const invalidCustomer = { ...johnDoe(), externalUserId: 'invalid', email: 42 } as unknown as CreateUserRequest;

export const customers = (count: number): CreateUserRequest[] =>
  Array.from({ length: count }, (_, index) => ({ ...johnDoe(), externalUserId: `customer-${index}` }));

/** The request that a sign-up form sends to your own server. */
export const post = (body: unknown): Request =>
  new Request('http://localhost/', { method: 'POST', body: JSON.stringify(body) });
