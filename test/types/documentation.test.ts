import { existsSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../support/compiler.ts';
import { description } from '../support/description.ts';

const entryPoints = ['src/index.ts', 'src/testing.ts', 'src/undici.ts'].filter((file) => existsSync(file));
const program = createProgram(entryPoints);
const checker = program.getTypeChecker();

/** The exports of an entry point, followed to where they are declared. */
function exportsOf(file: string): ts.Symbol[] {
  const source = program.getSourceFiles().find(({ fileName }) => fileName.endsWith(`/${file}`));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} exports nothing.`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol));
}

/** The members that a class or an interface itself declares, without what is private or inherited from a base. */
function membersOf(symbol: ts.Symbol): ts.Symbol[] {
  const [declaration] = symbol.declarations ?? [];
  if (!declaration || !(ts.isInterfaceDeclaration(declaration) || ts.isClassDeclaration(declaration))) return [];
  return declaration.members
    .filter((member) => !ts.isConstructorDeclaration(member) && member.name && ts.isIdentifier(member.name))
    .filter((member) => !(ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Override)))
    .filter((member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Ambient))
    .map((member) => checker.getSymbolAtLocation(member.name as ts.Identifier) as ts.Symbol);
}

const commentOf = (symbol: ts.Symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker));

/** The fields of a generated type, with those of what they lead to. */
function fieldsOf(type: ts.Type, path: string): [string, ts.Symbol][] {
  return checker.getPropertiesOfType(type).flatMap((field) => {
    const at = `${path}.${field.name}`;
    const fieldType = checker.getNonNullableType(checker.getTypeOfSymbol(field));
    const inner = checker.isArrayType(fieldType)
      ? checker.getTypeArguments(fieldType as ts.TypeReference)[0]
      : fieldType;
    const leads = inner && inner.flags & ts.TypeFlags.Object ? fieldsOf(inner, at) : [];
    return [[at, field], ...leads];
  });
}

describe.each(entryPoints)('%s', (file) => {
  it('says of each export and each member what it is for', () => {
    const undocumented = exportsOf(file).flatMap((symbol) => [
      ...(commentOf(symbol) ? [] : [symbol.name]),
      ...membersOf(symbol)
        .filter((member) => !commentOf(member))
        .map((member) => `${symbol.name}.${member.name}`),
    ]);
    expect(undocumented).toEqual([]);
  });
});

describe('the generated types', () => {
  it.each(['CreateUserRequest', 'CreatedUser', 'ErrorBody'])('carry the description of each field of %s', (name) => {
    const symbol = exportsOf('src/index.ts').find((candidate) => candidate.name === name);
    if (!symbol) throw new Error(`There is no type ${name}.`);
    const fields = fieldsOf(checker.getDeclaredTypeOfSymbol(symbol), name);
    expect(fields.length).toBeGreaterThan(2);
    expect(fields.filter(([, field]) => !commentOf(field)).map(([path]) => path)).toEqual([]);
  });

  it('take their words from the description', () => {
    const { properties } = description.components.schemas.CreateUserRequest;
    const symbol = exportsOf('src/index.ts').find(({ name }) => name === 'CreateUserRequest') as ts.Symbol;
    const fields = fieldsOf(checker.getDeclaredTypeOfSymbol(symbol), '');
    const comments = Object.fromEntries(fields.map(([path, field]) => [path.slice(1), commentOf(field)]));
    for (const [name, { description: words }] of Object.entries<{ description: string }>(properties)) {
      expect(comments[name]).toContain(words);
    }
  });
});
