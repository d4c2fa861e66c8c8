import { describe, expect, it } from 'vitest';
import { definitionsAt, hoverAt } from '../support/compiler.ts';

const client = `
  import { createP100Client, type CreateUserRequest, type GetUserBalancesParameters } from 'p100-partner-sdk';
  const p100 = createP100Client();
  declare const body: CreateUserRequest;`;

describe('an editor shows', () => {
  it('a method with the names of its types', () => {
    const { type, text } = hoverAt(`${client} p100.users.|create(body);`);
    expect(type).toContain(
      '(body: CreateUserRequest, options?: CallOptions<CreateUserRequest>) => Promise<CreatedUser>',
    );
    expect(text).toContain('Create a user account');
  });

  it('parameters with their name', () => {
    const { type } = hoverAt(`${client} p100.users.|getBalances({ externalUserId: '1' });`);
    expect(type).toContain('(parameters: GetUserBalancesParameters, options?: CallOptions');
  });

  it.each([
    ['CreateUserRequest', 'interface CreateUserRequest'],
    ['GetUserBalancesParameters', 'interface GetUserBalancesParameters'],
  ])('the type %s as itself', (name, expected) => {
    expect(hoverAt(`${client} type Mine = |${name};`).type).toContain(expected);
  });

  it('a result as the name of its type, also deep inside', () => {
    const source = `${client} const user = await p100.users.create(body);`;
    expect(hoverAt(source.replace('const user', 'const |user')).type).toBe('const user: CreatedUser');
    expect(hoverAt(`${source} user.|balances;`).type).toBe('(property) CreatedUser.balances: Balances');
    expect(hoverAt(`${source} user.balances.|fiatBalances;`).type).toContain('FiatBalance[]');
  });

  it('a resource as the name of its interface, with the words of its tag', () => {
    const { type, text } = hoverAt(`${client} p100.|transfers;`);
    expect(type).toContain('transfers: TransfersResource');
    expect(text).not.toBe('');
  });

  it('a message of the compiler without the contents of a type', () => {
    const { type } = hoverAt(`${client} const |create = p100.users.create;`);
    expect(type).not.toContain('components[');
    expect(type).not.toContain('externalUserId: string');
  });
});

describe('go to definition', () => {
  it.each(['create', 'ensure', 'getBalances'])('on users.%s leads to its implementation', (method) => {
    expect(definitionsAt(`${client} p100.users.|${method};`)).toEqual([`src/generated/resources.ts: ${method}`]);
  });
});
