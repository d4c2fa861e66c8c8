import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);

/** The result of parsing a source text. */
export interface Parsed {
  /** The text around each syntax error. */
  readonly errors: string[];
  /** In Swift, string constants by the name of the type that holds them. */
  readonly constants: Record<string, Record<string, string>>;
}

/** Parses a language for which there is no compiler here, with its tree-sitter grammar. */
export async function parseSource(language: 'swift' | 'c_sharp', source: string): Promise<Parsed> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(
    await Language.load(require.resolve(`@repomix/tree-sitter-wasms/out/tree-sitter-${language}.wasm`)),
  );
  const root = parser.parse(source)?.rootNode;
  if (!root) throw new Error(`The grammar of ${language} returned no tree.`);
  return {
    errors: findErrors(root).map((node) => `${node.startPosition.row + 1}: ${node.text}`),
    constants: readConstants(root),
  };
}

function readConstants(root: Node): Parsed['constants'] {
  const types = root.descendantsOfType('class_declaration');
  return Object.fromEntries(types.flatMap((type) => (type ? [[fieldText(type, 'name'), typeConstants(type)]] : [])));
}

function typeConstants(type: Node): Record<string, string> {
  const properties = type.descendantsOfType('property_declaration');
  return Object.fromEntries(
    properties.flatMap((property) => {
      const value = property?.childForFieldName('value');
      if (!property || value?.type !== 'line_string_literal') return [];
      return [[fieldText(property, 'name'), fieldText(value, 'text')]];
    }),
  );
}

const fieldText = (node: Node, field: string): string => node.childForFieldName(field)?.text ?? '';

const findErrors = (node: Node): Node[] =>
  node.isError || node.isMissing ? [node] : node.children.flatMap((child) => (child ? findErrors(child) : []));
