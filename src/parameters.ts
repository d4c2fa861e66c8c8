import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import type { Operation } from './operation.js';
import { refuse, suggestion, type Where } from './options.js';

type Values = Readonly<Record<string, unknown>>;

/** Parameters by the place where they are sent, as openapi-fetch expects them. */
export type PlacedParameters = Readonly<Record<'path' | 'query' | 'header', Values>>;

/** Sorts parameters by where they are sent. Refuses those that the description does not have. */
export function placeParameters({ parameters: places }: Operation, values: unknown, where: Where): PlacedParameters {
  const names = Object.keys(places);
  const placed: Record<'path' | 'query' | 'header', Record<string, unknown>> = { path: {}, query: {}, header: {} };
  if (names.length > 0 && values !== undefined && (typeof values !== 'object' || values === null)) {
    refuse(`pass the parameters as an object, such as { ${names[0]} }.`, where);
  }
  for (const [name, value] of Object.entries(values ?? {})) {
    const place = Object.hasOwn(places, name) ? places[name] : undefined;
    if (!place) refuse(`${name} is not a parameter${suggestion(name, names)}`, where);
    if (value !== undefined) placed[place][name] = place === 'header' ? String(value) : value;
  }
  return placed;
}

/** The serialisers of openapi-fetch, with checks for what they let through. */
export function createSerializers({ parameters, querySerializer }: Operation, where: Where) {
  return {
    pathSerializer: (path: string, values: Values) => {
      checkPath(parameters, values, where);
      return serialize(() => defaultPathSerializer(path, values), where);
    },
    querySerializer: (query: Values) => serialize(() => createQuerySerializer(querySerializer)(query), where),
  };
}

/** The URL of an operation that a browser opens. The client does not call it. */
export function buildUrl(baseUrl: string, operation: Operation, params: PlacedParameters, where: Where): string {
  return createFinalURL(operation.path, { baseUrl, params, ...createSerializers(operation, where) });
}

/** Refuses path parameters that are missing, or that would lead to another path. */
function checkPath(places: Operation['parameters'], values: Values, where: Where): void {
  for (const [name, place] of Object.entries(places)) {
    if (place !== 'path') continue;
    const value = values[name];
    const fits = typeof value === 'number' || (typeof value === 'string' && !['', '.', '..'].includes(value));
    if (!fits) refuse(`the path parameter ${name} must be a non-empty string, but not . or ..`, where);
  }
}

function serialize(write: () => string, where: Where): string {
  try {
    return write();
  } catch {
    // Without a cause, which may quote the value.
    refuse('a parameter has a value that cannot be sent, such as a nested object or invalid Unicode.', where);
  }
}
