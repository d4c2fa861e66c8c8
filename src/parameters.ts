import { P100ConfigError } from './errors.js';
import type { RequestParts } from './openapi-fetch.js';
import type { Operation } from './operation.js';

/** Sorts a method's parameters by where the description sends them: path, query or header. */
export function placeParameters({ id, parameters }: Operation, values: unknown): NonNullable<RequestParts['params']> {
  const params: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(values ?? {})) {
    const place = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!place) throw new P100ConfigError(`there is no parameter ${name}`, id);
    params[place] = { ...params[place], [name]: value };
  }
  return params;
}

/** Refuses path parameters that are missing, or that would lead to another path. */
export function checkPath({ id, path }: Operation, values: Readonly<Record<string, unknown>> = {}): void {
  for (const placeholder of path.match(/\{\w+\}/g) ?? []) {
    const name = placeholder.slice(1, -1);
    const value = values[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '' || text === '.' || text === '..') {
      throw new P100ConfigError(`the path parameter ${name} is missing, empty or a dot segment: pass an id`, id);
    }
  }
}
