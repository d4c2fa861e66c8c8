import { existsSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createProgram } from '../support/compiler.ts';
import { description } from '../support/description.ts';

const entryPoints = ['src/index.ts', 'src/testing.ts', 'src/undici.ts', 'src/webhooks.ts'].filter((file) =>
  existsSync(file),
);
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

/** The fields of a generated type, including nested ones. */
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
  it('documents each export and each member', () => {
    const undocumented = exportsOf(file).flatMap((symbol) => [
      ...(commentOf(symbol) ? [] : [symbol.name]),
      ...membersOf(symbol)
        .filter((member) => !commentOf(member))
        .map((member) => `${symbol.name}.${member.name}`),
    ]);
    expect(undocumented).toEqual([]);
  });
});

const typeNamed = (name: string): ts.Type => {
  const symbol = exportsOf('src/index.ts').find((candidate) => candidate.name === name);
  if (!symbol) throw new Error(`There is no type ${name}.`);
  return checker.getDeclaredTypeOfSymbol(symbol);
};

describe('the generated types', () => {
  type Properties = Record<string, { description?: string }>;
  const schemas = Object.entries<{ properties?: Properties }>(description.components.schemas)
    .map(([name, { properties = {} }]) => [name, properties] as const)
    .filter(([, properties]) => Object.keys(properties).length > 0);

  it.each(schemas)('carry the description of each field of %s', (name, properties) => {
    const fields = fieldsOf(typeNamed(name), name);
    expect(fields.filter(([, field]) => !commentOf(field)).map(([path]) => path)).toEqual([]);
    const comments = new Map(fields.map(([path, field]) => [path, commentOf(field)]));
    for (const [property, { description: words = '' }] of Object.entries(properties)) {
      // Only the API page explains the labels of sources.
      const spelledOut = words.replaceAll('(docs)', "(source: P100's docs)");
      expect(comments.get(`${name}.${property}`)).toContain(spelledOut);
    }
  });
});

describe('the resources', () => {
  const resources = checker.getPropertiesOfType(typeNamed('Resources'));

  it.each(resources.map((resource) => [resource.name, resource] as const))(
    'document each method of %s',
    (_, resource) => {
      expect(commentOf(resource)).not.toBe('');
      const methods = checker.getPropertiesOfType(checker.getTypeOfSymbol(resource));
      expect(methods.length).toBeGreaterThan(0);
      for (const method of methods) {
        expect(commentOf(method), method.name).not.toBe('');
        expect(method.getJsDocTags(checker).map(({ name }) => name)).toEqual(
          expect.arrayContaining(['example', 'throws']),
        );
      }
    },
  );
});
