import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import { banner } from './text.ts';

/** Prints the types of the description with openapi-typescript; open sets keep their completion. */
export async function printTypes(description: OpenAPI3): Promise<string> {
  const ast = await openapiTS(description, { transform: printOpenSet, silent: true });
  return `${banner}${describeInText(astToString(ast))}`;
}

/** Editors and documentation tools show the text of a comment, but few know the tag `@description`. */
function describeInText(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n\s*\*)?) @description /g, '$1 ')
    .replace(/^(\s*\*) @description /gm, '$1\n$1 ')
    .replace(/^(\s*\*) {5}(?=\S)/gm, '$1 ');
}

/** `anyOf: [known values, any string]` would print as `string`; `(string & {})` keeps the known ones apart. */
function printOpenSet(schema: SchemaObject): ts.TypeNode | undefined {
  const parts = (schema as { anyOf?: OpenSetPart[] }).anyOf;
  const known = parts?.flatMap((part) => part.enum ?? part.oneOf?.map((value) => value.const) ?? []);
  if (!known?.length || !parts?.some((part) => part.type === 'string' && !part.enum)) return undefined;
  return ts.factory.createUnionTypeNode([
    ...known.map((value) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(String(value)))),
    ts.factory.createParenthesizedType(
      ts.factory.createIntersectionTypeNode([
        ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
        ts.factory.createTypeLiteralNode([]),
      ]),
    ),
  ]);
}

interface OpenSetPart {
  type?: string;
  enum?: unknown[];
  oneOf?: { const: unknown }[];
}
