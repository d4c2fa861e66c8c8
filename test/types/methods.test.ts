import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { capitalize } from '../../scripts/generator/model.ts';
import { sentCalls } from '../contract/table.ts';
import { hoverAt, problemsIn } from '../support/compiler.ts';

const client = `import { createP100Client } from '../../src/index.ts'; const p100 = createP100Client();`;

describe('what an editor shows', () => {
  it.each(sentCalls.map((call) => [call.name, call] as const))(
    'says the types of %s by name',
    (name, { operation }) => {
      const [resource, method] = name.split('.');
      const hover = hoverAt(`${client} p100.${resource}.|${method}`);
      const { parameters, body, id } = operation;
      if (parameters.length > 0) expect(hover).toContain(`parameters: ${capitalize(id)}Parameters`);
      if (body) expect(hover).toContain(`body: ${body.type}, options?: CallOptions<${body.type}>`);
      const types = [...new Set(operation.responses.filter(({ status }) => /^2/.test(status)).map(({ type }) => type))];
      expect(hover).toContain(`Promise<${types.join(' | ')}>`);
      expect(hover).not.toContain('[');
    },
  );

  it.each(sentCalls.map((call) => [call.name] as const))('names the type of what %s returns', (name) => {
    const hover = hoverAt(`${client} const |value = await p100.${name}({} as never, {} as never);`);
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
    const imports = `import { openAsBlob } from 'node:fs'; import type { P100Client } from '../../src/index.ts';`;
    expect(problemsIn(`${imports} declare const p100: P100Client; declare const body: never;\n${example}`)).toEqual([]);
  });
});
