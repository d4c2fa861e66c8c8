import { readFileSync } from 'node:fs';
import type { CreatedUser, CreateUserRequest } from '../../src/index.ts';

interface Example<Value> {
  readonly value: Value;
}

/** The bundled description, for tests that compare the client with it. */
export const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));

const { examples } = description.components as { examples: Record<string, Example<unknown>> };

/** The value of a named example. */
export function example<Value>(name: string): Value {
  const found = examples[name];
  if (!found) throw new Error(`The description has no example ${name}.`);
  return structuredClone(found.value) as Value;
}

/** P100's example request. */
export const johnDoe = (): CreateUserRequest => example('john-doe');

/** P100's example response. */
export const createdUser = (): CreatedUser => example('user-created');

export const createUserPath = '/v1/user/balances/crypto-and-fiat';
