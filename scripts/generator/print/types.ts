import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript';
import ts from 'typescript';
import type { Document, Schema } from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';
import { isBinary, knownValues } from '../../description/schemas.ts';
import { type Model, parametersType } from '../model.ts';
import { banner } from '../text.ts';
import { nameTypes } from './named-types.ts';
import { prepareForTypes } from './prepare.ts';

/** Prints the types of the description with openapi-typescript, each schema as its own interface or type. */
export async function printTypes(root: Document, model: Model): Promise<string> {
  const prepared = prepareForTypes(root);
  const ast = await openapiTS(prepared as unknown as OpenAPI3, {
    transform: (schema) => printFile(root, schema) ?? printOpenSet(root, schema),
    silent: true,
  });
  const parameterTypes = model.operations.map(parametersType);
  return `${banner}${describeInText(astToString(nameTypes(ast, new Set(parameterTypes))))}`;
}

/** Turns the tag `@description` into plain text, because few editors and documentation tools know the tag. */
function describeInText(source: string): string {
  return source
    .replace(/(\/\*\*(?:\n\s*\*)?) @description /g, '$1 ')
    .replace(/^(\s*\*) @description /gm, '$1\n$1 ')
    .replace(/^(\s*\*) {5}(?=\S)/gm, '$1 ');
}

/** A file is a `Blob`, or a `File`, which is a `Blob` with a name. */
function printFile(root: Document, schema: SchemaObject): ts.TypeNode | undefined {
  return isBinary(root, schema as object) ? ts.factory.createTypeReferenceNode('Blob') : undefined;
}

/** `anyOf: [known values, any string]` would print as `string`; `(string & {})` keeps the known ones for completion. */
function printOpenSet(root: Document, schema: SchemaObject): ts.TypeNode | undefined {
  const { anyOf = [] } = schema as Schema;
  const isOpen = anyOf.some((reference) => {
    const part = resolve(root, reference);
    return part.type === 'string' && !part.enum;
  });
  const known = isOpen ? knownValues(root, { anyOf }) : [];
  if (known.length === 0) return undefined;
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
