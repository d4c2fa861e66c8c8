import ts from 'typescript';

const { factory } = ts;

/**
 * Rewrites openapi-typescript's output: each schema becomes an interface or a type of its own, and references to it say
 * its name, so that editors and compiler messages show `Balances` and not `components["schemas"]["Balances"]`.
 *
 * @param helpers - Schemas that are declared but are not part of `components`.
 */
export function nameTypes(nodes: ts.Node[], helpers: ReadonlySet<string>): ts.Node[] {
  const declared: ts.Statement[] = [];
  const transformed = ts.transform(nodes, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.Node => {
        const name = referencedSchema(node);
        if (name) return factory.createTypeReferenceNode(name);
        const visited = ts.visitEachChild(node, visit, context);
        if (!isSchemas(visited)) return visited;
        const members = visited.type.members.filter(isNamedMember);
        declared.push(...members.map(declare));
        const kept = members.filter((member) => !helpers.has(member.name.text));
        return factory.updatePropertySignature(visited, visited.modifiers, visited.name, undefined, alias(kept));
      };
      return ts.visitNode(root, visit);
    },
  ]).transformed;
  return [...declared, ...transformed];
}

/** `components["schemas"]["Balances"]` → `Balances`. */
function referencedSchema(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType: components, indexType: schemas } = node.objectType;
  if (!ts.isTypeReferenceNode(components) || textOf(components.typeName) !== 'components') return undefined;
  return literalOf(schemas) === 'schemas' ? literalOf(node.indexType) : undefined;
}

type NamedMember = ts.PropertySignature & { name: ts.Identifier | ts.StringLiteral; type: ts.TypeNode };

const isNamedMember = (member: ts.Node): member is NamedMember =>
  ts.isPropertySignature(member) &&
  member.type !== undefined &&
  (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name));

/** The member `schemas` of `components`. No other object in openapi-typescript's output has a member of that name. */
function isSchemas(node: ts.Node): node is ts.PropertySignature & { type: ts.TypeLiteralNode } {
  return (
    ts.isPropertySignature(node) &&
    textOf(node.name) === 'schemas' &&
    node.type !== undefined &&
    ts.isTypeLiteralNode(node.type)
  );
}

function declare(member: NamedMember): ts.Statement {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const { text } = member.name;
  const declaration = ts.isTypeLiteralNode(member.type)
    ? factory.createInterfaceDeclaration(exported, text, undefined, undefined, member.type.members)
    : factory.createTypeAliasDeclaration(exported, text, undefined, member.type);
  return ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member));
}

const alias = (members: NamedMember[]): ts.TypeLiteralNode =>
  factory.createTypeLiteralNode(
    members.map(({ name }) =>
      factory.createPropertySignature(undefined, name.text, undefined, factory.createTypeReferenceNode(name.text)),
    ),
  );

const textOf = (name: ts.Node): string | undefined =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined;

const literalOf = (type: ts.TypeNode): string | undefined =>
  ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
