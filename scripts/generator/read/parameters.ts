import type { Document, Parameter } from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';
import { allowedTypes } from '../../description/schemas.ts';
import type { DescribedParameter, ParameterPlace, QuerySerializer } from '../model.ts';

const places: readonly string[] = ['path', 'query', 'header'];
// The styles, in OpenAPI's terms, that openapi-fetch uses by default.
const defaultStyles: Record<string, string> = { path: 'simple', query: 'form', header: 'simple' };
const arrayStyles = ['form', 'spaceDelimited', 'pipeDelimited'];
// OpenAPI ignores parameters of these names.
const reservedHeaders = ['accept', 'content-type', 'authorization'];

/** The parameters of an operation and of its path. Those of the operation replace those of the path. */
export function resolveParameters(root: Document, shared: Parameter[] = [], own: Parameter[] = []): Parameter[] {
  const resolved = [...shared, ...own].map((reference) => resolve(root, reference));
  return [...new Map(resolved.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
}

export function readParameters(root: Document, where: string, parameters: Parameter[]): DescribedParameter[] {
  const names = parameters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice)
    throw new Error(
      `${where}: the parameter ${twice} is described in two places, but the SDK has one argument for it.`,
    );
  return parameters.map((parameter) => readParameter(root, where, parameter));
}

function readParameter(root: Document, where: string, parameter: Parameter): DescribedParameter {
  const { name, in: place, required = false, description = '', schema = {} } = parameter;
  refuseUnsupported(root, where, parameter);
  const { enum: values } = resolve(root, schema);
  return {
    name,
    in: place as ParameterPlace,
    required,
    description,
    types: allowedTypes(root, schema),
    values,
    example: exampleOf(root, parameter),
  };
}

function refuseUnsupported(root: Document, where: string, parameter: Parameter): void {
  const { name, in: place, style = defaultStyles[place], schema = {}, content, allowReserved } = parameter;
  const refuse = (what: string): never => {
    throw new Error(`${where}: the parameter ${name} ${what}, which the SDK does not support.`);
  };
  if (!places.includes(place)) refuse(`is in ${place}`);
  if (content) refuse('has a media type');
  if (allowReserved) refuse('has allowReserved');
  if (place === 'header' && reservedHeaders.includes(name.toLowerCase())) refuse('has a reserved name');
  const types = allowedTypes(root, schema);
  if (types.includes('object')) refuse('is an object');
  const isQueryArray = place === 'query' && types.includes('array');
  if (types.includes('array') && !isQueryArray) refuse(`is an array in ${place}`);
  const supported = isQueryArray ? arrayStyles : [defaultStyles[place]];
  if (!supported.includes(style)) refuse(`has the style ${style}`);
}

/** How arrays are serialised in the query. openapi-fetch has one setting for all arrays of a call. */
export function readQuerySerializer(
  root: Document,
  where: string,
  parameters: Parameter[],
): QuerySerializer | undefined {
  const arrays = parameters.filter(({ schema = {} }) => allowedTypes(root, schema).includes('array'));
  const settings = arrays.map(({ style = 'form', explode = style === 'form' }) => ({ style, explode }));
  const [first] = settings;
  if (!first) return undefined;
  if (settings.some(({ style, explode }) => style !== first.style || explode !== first.explode)) {
    throw new Error(`${where}: its query arrays have different styles, but the SDK supports only one style per call.`);
  }
  return first.style === 'form' && first.explode ? undefined : { array: first };
}

function exampleOf(root: Document, { example, examples, schema }: Parameter): unknown {
  if (example !== undefined) return example;
  const [named] = Object.values(examples ?? {});
  return named ? resolve(root, named).value : schema && resolve(root, schema).examples?.[0];
}
