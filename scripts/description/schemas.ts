import type { Schema } from './document.ts';
import { resolve } from './reference.ts';

/** The JSON type of a value, as JSON Schema names it. */
export function jsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The JSON types that a schema allows. Empty if it names none, so that anything is allowed. */
export function allowedTypes(root: object, schema: Schema): string[] {
  const { type = [], anyOf = [], oneOf = [], allOf = [], enum: values, const: value } = resolve(root, schema);
  const own = [type].flat();
  if (own.length > 0) return own;
  if (values) return unique(values.map(jsonType));
  if (value !== undefined) return [jsonType(value)];
  const choices = [...anyOf, ...oneOf].map((part) => allowedTypes(root, part));
  // A choice that allows anything makes the whole schema allow anything.
  if (choices.length > 0) return choices.some((types) => types.length === 0) ? [] : unique(choices.flat());
  return unique(allOf.flatMap((part) => allowedTypes(root, part)));
}

/** The values that a schema lists. */
export function knownValues(root: object, schema: Schema): unknown[] {
  const { enum: values = [], const: value, anyOf = [], oneOf = [] } = resolve(root, schema);
  return [
    ...values,
    ...(value === undefined ? [] : [value]),
    ...[...anyOf, ...oneOf].flatMap((part) => knownValues(root, part)),
  ];
}

/** A schema and all its parts in `allOf`. */
function composition(root: object, schema: Schema): Schema[] {
  const resolved = resolve(root, schema);
  return [resolved, ...(resolved.allOf ?? []).flatMap((part) => composition(root, part))];
}

/** The properties of an object, including those from `allOf`. */
export function propertiesOf(root: object, schema: Schema): Record<string, Schema> {
  return Object.assign({}, ...composition(root, schema).map((part) => part.properties ?? {}));
}

export function requiredOf(root: object, schema: Schema): string[] {
  return unique(composition(root, schema).flatMap((part) => part.required ?? []));
}

/** Whether a value is a file rather than JSON. */
export function isBinary(root: object, schema: Schema): boolean {
  const { format, contentMediaType } = resolve(root, schema);
  return format === 'binary' || contentMediaType !== undefined;
}

const unique = <Item>(items: Item[]): Item[] => [...new Set(items)];
