import { isObject } from '../is-object.js';
import type { Described, DescribedFiles, DescribedParameter } from './described.js';

type Fields = Readonly<Record<string, unknown>>;

/** The problems of a request, one sentence each. P100's own wording is not documented. */
export function findIssues(operation: Described, parameters: Fields, body: unknown): string[] {
  const inParameters = Object.entries(operation.parameters).flatMap(([name, described]) =>
    checkValue(name, parameters[name], described),
  );
  return [...inParameters, ...(operation.body ? findBodyIssues(operation, body) : [])];
}

/** The problems of a body, one sentence each. */
export function findBodyIssues({ required, types, files = {} }: Described, body: unknown): string[] {
  if (!isObject(body)) return ['body must be a JSON object'];
  const missing = required.filter((name) => body[name] === undefined).map((name) => `${name} is missing`);
  // A form contains the files of a field as a list, even if the description has a single file.
  const wrong = Object.entries(types).flatMap(([name, allowed]) =>
    checkValue(name, body[name], { types: files[name] ? ['array'] : allowed, required: false }),
  );
  const tooMany = Object.entries(files).flatMap(([name, { maxItems = Number.POSITIVE_INFINITY }]) =>
    filesOf(body, name).length > maxItems ? [`${name} has more than ${maxItems} files`] : [],
  );
  return [...missing, ...wrong, ...tooMany];
}

function checkValue(
  name: string,
  value: unknown,
  { required, types, values }: Omit<DescribedParameter, 'in'>,
): string[] {
  if (value === undefined) return required ? [`${name} is missing`] : [];
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return [`${name} must be of type ${types.join(' or ')}`];
  }
  return values && !values.includes(value) ? [`${name} must be one of ${values.join(', ')}`] : [];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  return type === 'object' ? isObject(value) : typeof value === type;
}

/** Whether a file is larger than the description allows, or of another type. */
export function findFileProblem({ files = {} }: Described, body: unknown): 'file-type' | 'file-size' | undefined {
  for (const [name, rules] of Object.entries(files)) {
    for (const file of filesOf(body, name)) {
      const problem = checkFile(file, rules);
      if (problem) return problem;
    }
  }
  return undefined;
}

function checkFile({ type, size }: Blob, { contentTypes, maxBytes = Number.POSITIVE_INFINITY }: DescribedFiles) {
  if (contentTypes && !contentTypes.includes(type)) return 'file-type';
  return size > maxBytes ? 'file-size' : undefined;
}

function filesOf(body: unknown, name: string): Blob[] {
  const values = isObject(body) ? [body[name]].flat() : [];
  return values.filter((value) => value instanceof Blob);
}
