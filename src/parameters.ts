import { createFinalURL, createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { P100ConfigError } from './errors.js';
import { checkHeaders } from './headers.js';
import { nearest } from './nearest.js';
import type { Operation } from './operation.js';
import type { Where } from './options.js';

/** Parameters by where they are sent, as openapi-fetch takes them. */
export interface PlacedParameters {
  readonly path: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, string>>;
}

/** Sorts the parameters of a method by where they are sent. */
export function placeParameters({ parameters: places }: Operation, values: unknown, where: Where): PlacedParameters {
  const names = Object.keys(places);
  const placed = { path: {}, query: {}, header: {} } as Record<string, Record<string, unknown>>;
  if (names.length > 0 && values !== undefined && (typeof values !== 'object' || values === null)) {
    refuse(`pass the parameters as an object, such as { ${names[0]} }.`, where);
  }
  for (const [name, value] of Object.entries(values ?? {})) {
    const place = Object.hasOwn(places, name) ? places[name] : undefined;
    if (!place) refuseUnknown(name, names, where);
    if (value !== undefined) placed[place] = { ...placed[place], [name]: value };
  }
  return withCheckedHeaders(placed, where);
}

/** Refuses parameters of `raw` that the description does not have there. */
export function checkParams({ parameters }: Operation, params: RawParams, where: Where): PlacedParameters {
  for (const [place, values] of Object.entries(params)) {
    const names = Object.keys(parameters).filter((name) => parameters[name] === place);
    const unknown = Object.keys(values ?? {}).find((name) => !names.includes(name));
    if (unknown !== undefined) refuseUnknown(unknown, names, where);
  }
  return withCheckedHeaders(params, where);
}

type RawParams = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function withCheckedHeaders({ path = {}, query = {}, header = {} }: RawParams, where: Where): PlacedParameters {
  const texts = Object.entries(header).map(([name, value]) => [name, String(value)]);
  return { path, query, header: checkHeaders(Object.fromEntries(texts), where) };
}

function refuseUnknown(name: string, known: readonly string[], where: Where): never {
  const near = nearest(name, known);
  refuse(`${name} is not a parameter${near ? `; did you mean ${near}?` : '.'}`, where);
}

/** openapi-fetch's own serialisers, with what they let through refused. */
export function createSerializers(where: Where) {
  return {
    pathSerializer: (path: string, values: Readonly<Record<string, unknown>>) => {
      checkPath(path, values, where);
      return serialize(() => defaultPathSerializer(path, values), where);
    },
    querySerializer: (query: Readonly<Record<string, unknown>>) => serialize(() => querySerializer(query), where),
  };
}

const querySerializer = createQuerySerializer();

/** The address of an operation that is opened in a browser and not called. */
export function buildUrl(baseUrl: string, { path }: Operation, params: PlacedParameters, where: Where): string {
  return createFinalURL(path, { baseUrl, params, ...createSerializers(where) });
}

/** Refuses path parameters that are missing, or that would lead to another path. */
function checkPath(path: string, values: Readonly<Record<string, unknown>>, where: Where): void {
  for (const [, name = ''] of path.matchAll(/\{([^{}]+)\}/g)) {
    const value = values[name];
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string' || text === '' || text === '.' || text === '..') {
      refuse(`the path parameter ${name} must be a non-empty string, and neither . nor ..`, where);
    }
  }
}

function serialize(write: () => string, where: Where): string {
  try {
    return write();
  } catch {
    // Without its cause, which may quote the value.
    refuse('a parameter has a value that cannot be sent.', where);
  }
}

function refuse(message: string, { id, name }: Where): never {
  throw new P100ConfigError(message, id, name);
}
