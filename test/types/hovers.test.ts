import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capitalize } from '../../scripts/generator/model.ts';
import { sentCalls } from '../contract/table.ts';
import { definitionsAt, hoverAt, problemsIn } from '../support/compiler.ts';

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

  it('a result by the name of its type, even if nested', () => {
    const source = `${client} const user = await p100.users.create(body);`;
    expect(hoverAt(source.replace('const user', 'const |user')).type).toBe('const user: CreatedUser');
    expect(hoverAt(`${source} user.|balances;`).type).toBe('(property) CreatedUser.balances: Balances');
    expect(hoverAt(`${source} user.balances.|fiatBalances;`).type).toContain('FiatBalance[]');
  });

  it('a resource by the name of its interface, with the description of its tag', () => {
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

describe('the hover of every method', () => {
  it.each(sentCalls.map((call) => [call.name, call] as const))('names the types of %s', (name, { operation }) => {
    const [resource, method] = name.split('.');
    const { type: hover } = hoverAt(`${client} p100.${resource}.|${method}`);
    const { parameters, body, id } = operation;
    if (parameters.length > 0) expect(hover).toContain(`parameters: ${capitalize(id)}Parameters`);
    if (body) expect(hover).toContain(`body: ${body.type}, options?: CallOptions<${body.type}>`);
    const types = [...new Set(operation.responses.filter(({ status }) => /^2/.test(status)).map(({ type }) => type))];
    expect(hover).toContain(`Promise<${types.join(' | ')}>`);
    expect(hover).not.toContain('[');
  });

  it.each(sentCalls.map((call) => [call.name] as const))('names the type of what %s returns', (name) => {
    const { type: hover } = hoverAt(`${client} const |value = await p100.${name}({} as never, {} as never);`);
    expect(hover).toMatch(/^const value: [A-Z]\w+$|^const value: unknown$/);
  });

  it('says what is missing by the name of the type', () => {
    const problems = problemsIn(`${client} await p100.users.create({ externalUserId: 'an-id' });`);
    expect(problems).toEqual([expect.stringContaining("parameter of type 'CreateUserRequest'")]);
  });
});

describe('the examples in the documentation of the methods', () => {
  const source = readFileSync('src/generated/resources.ts', 'utf8');
  const examples = [...source.matchAll(/\* @example\n([\s\S]*?) *\*\//g)].map(([, text = '']) =>
    text.replace(/^ *\* ?/gm, '').trim(),
  );

  it('are there for every method', () => {
    expect(examples.length).toBeGreaterThanOrEqual(sentCalls.length);
  });

  it.each(examples)('compile: %s', (example) => {
    const imports = `import { openAsBlob } from 'node:fs'; import type { P100Client } from 'p100-partner-sdk';`;
    expect(problemsIn(`${imports} declare const p100: P100Client; declare const body: never;\n${example}`)).toEqual([]);
  });
});
