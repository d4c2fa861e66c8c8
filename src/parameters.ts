import { P100ConfigError } from './errors.js';
import { addParameters } from './openapi-fetch.js';
import type { Operation } from './operation.js';
import type { LightRequest, PlacedParameters } from './request.js';

/** How parameters get into a request. The table of operations names it only where one of them has parameters. */
export const parameterRules = { place: placeParameters, apply: applyParameters };

export type ParameterRules = typeof parameterRules;

/** Takes a method's parameters off its arguments and sorts them by where they are sent; undefined where it has none. */
function placeParameters({ id, parameters }: Operation, args: unknown[]): PlacedParameters | undefined {
  if (!parameters) return undefined;
  const params: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(args.shift() ?? {})) {
    const place = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (!place) throw new P100ConfigError(`there is no parameter ${name}`, id);
    params[place] = { ...params[place], [name]: value };
  }
  return params;
}

function applyParameters(request: LightRequest, operation: Operation, params?: PlacedParameters): LightRequest {
  checkPath(operation, params?.['path']);
  try {
    return params ? addParameters(request, params) : request;
  } catch {
    // Without its cause, which may quote the value.
    throw new P100ConfigError('a parameter has a value that cannot be sent', operation.id);
  }
}

/** Refuses path parameters that are missing, or that would lead to another path. */
function checkPath({ id, path }: Operation, values: Readonly<Record<string, unknown>> = {}): void {
  for (const placeholder of path.match(/\{[^{}]+\}/g) ?? []) {
    const name = placeholder.slice(1, -1);
    const value = values[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '' || text === '.' || text === '..') {
      throw new P100ConfigError(`the path parameter ${name} is missing, empty or a dot segment: pass an id`, id);
    }
  }
}
