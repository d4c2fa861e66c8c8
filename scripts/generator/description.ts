// Reads out of a bundled description what the operation table needs, and says clearly what is missing.

export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  examples?: unknown[];
  'x-personal-data'?: boolean;
}

interface Reference {
  $ref?: string;
}

interface Body extends Reference {
  required?: boolean;
  description?: string;
  content?: Record<string, { schema?: Schema; examples?: Record<string, Reference & { value?: unknown }> }>;
}

interface Parameter extends Reference {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
}

interface OperationObject {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: Body;
  responses: Record<string, Body>;
  'x-sdk': { resource: string; method: string; ensure?: { method: string; existsCode: string; resultName: string } };
  'x-retry': { policy: string; key?: string };
}

export interface Description {
  servers: { url: string; 'x-environment': string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas?: Record<string, Schema>; securitySchemes?: Record<string, { in: string; name: string }> };
}

/** What an answer's body holds, as far as the client checks it. */
type BodyKind = 'object' | 'array' | 'any' | 'none';

export interface DescribedOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  resource: string;
  name: string;
  ensure?: { method: string; existsCode: string; resultName: string } | undefined;
  policy: string;
  /** Field of the body that makes an entity unique. */
  key: string | undefined;
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; description: string }[];
  body?: DescribedBody | undefined;
  answers: Record<string, BodyKind>;
  /** The types of the answers that mean yes: named schemas, else where the described types have them. */
  answerTypes: string[];
  errors: { code: string; title: string; description: string }[];
  /** Values of the named examples by status. */
  examples: Record<string, Record<string, unknown>>;
}

interface DescribedBody {
  type: string;
  required: boolean;
  loggable: string[];
  description: string;
  requiredFields: string[];
  /** JSON types that each field may have. */
  types: Record<string, string[]>;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const parameterPlaces = ['path', 'query', 'header'];

export function readOperations(root: Description): DescribedOperation[] {
  return Object.entries(root.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const shared = (item['parameters'] ?? []) as Parameter[];
        return readOperation(root, path, method, item[method] as OperationObject, shared);
      }),
  );
}

/** The addresses by environment, as the client's `environment` option names them. */
export function readServers(root: Description): { servers: Record<string, string>; keyHeader: string } {
  const key = Object.values(root.components.securitySchemes ?? {}).find((scheme) => scheme.in === 'header');
  if (!key) throw new Error('The description has no security scheme that sends a key in a header.');
  return {
    servers: Object.fromEntries(root.servers.map((server) => [server['x-environment'], server.url])),
    keyHeader: key.name,
  };
}

function readOperation(
  root: Description,
  path: string,
  method: string,
  operation: OperationObject,
  shared: Parameter[],
): DescribedOperation {
  const where = `${method.toUpperCase()} ${path}`;
  const sdk = operation['x-sdk'];
  const policy = operation['x-retry']?.policy;
  if (!sdk?.resource || !sdk.method) throw new Error(`${where} needs x-sdk: { resource, method }.`);
  if (!policy) throw new Error(`${where} needs x-retry: { policy }.`);
  const unclear = Object.keys(operation.responses).find((status) => !/^\d{3}$/.test(status));
  if (unclear) throw new Error(`${where}: the response ${unclear} is not supported: name each status.`);
  const answers = Object.entries(operation.responses).map(([status, body]) => [status, resolve(root, body)] as const);
  const successes = answers.filter(([status]) => status.startsWith('2'));
  const errors = answers.flatMap(([, body]) => readErrors(root, body));
  if (sdk.ensure && !errors.some(({ code }) => code === sdk.ensure?.existsCode)) {
    throw new Error(`${where}: no example answers ${sdk.ensure.existsCode}, which x-sdk.ensure names.`);
  }
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    resource: sdk.resource,
    name: sdk.method,
    ensure: sdk.ensure,
    policy,
    key: operation['x-retry'].key,
    // What the client has no way to send or to tell apart is refused here and not at its users.
    parameters: readParameters(root, where, [...shared, ...(operation.parameters ?? [])]),
    body: operation.requestBody && readRequestBody(root, operation.operationId, resolve(root, operation.requestBody)),
    answers: Object.fromEntries(answers.map(([status, body]) => [status, bodyKind(root, body)])),
    answerTypes: successes.map(([status, success]) => {
      const place = `described['${operation.operationId}']['responses'][${status}]`;
      return success.content ? typeOf(success, place) : 'void';
    }),
    errors,
    examples: Object.fromEntries(answers.map(([status, body]) => [status, readExamples(root, body)])),
  };
}

function readParameters(root: Description, where: string, parameters: Parameter[]): DescribedOperation['parameters'] {
  const resolved = parameters.map((reference) => resolve(root, reference));
  // Those of the operation come last and replace those of its path.
  const unique = [...new Map(resolved.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values()];
  const names = unique.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`${where}: the parameter name ${twice} stands in two places.`);
  return unique.map((parameter) => {
    if (!parameterPlaces.includes(parameter.in)) {
      throw new Error(`${where}: a parameter in ${parameter.in} is not supported (${parameter.name}).`);
    }
    return {
      name: parameter.name,
      in: parameter.in as 'path' | 'query' | 'header',
      required: parameter.required ?? false,
      description: parameter.description ?? '',
    };
  });
}

function readRequestBody(root: Description, operationId: string, body: Body): DescribedOperation['body'] {
  const schema = jsonSchema(body);
  if (!schema) throw new Error(`${operationId}: a body that is not application/json is not supported.`);
  const parts = schemaParts(root, schema);
  const properties = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  return {
    type: typeOf(body, `NonNullable<described['${operationId}']['requestBody']>`),
    required: body.required ?? false,
    description: body.description ?? '',
    loggable: properties.filter(([, property]) => !property['x-personal-data']).map(([name]) => name),
    requiredFields: parts.flatMap((part) => part.required ?? []),
    types: Object.fromEntries(properties.map(([name, property]) => [name, jsonTypes(root, property)])),
  };
}

/** A schema and what it is put together from with `allOf`. */
function schemaParts(root: Description, schema: Schema): Schema[] {
  const resolved = resolve(root, schema);
  return [resolved, ...(resolved.allOf ?? []).flatMap((part) => schemaParts(root, part))];
}

/** The JSON types that a schema allows, as far as it names them. */
function jsonTypes(root: Description, schema: Schema): string[] {
  const { type = [], anyOf = [], oneOf = [] } = resolve(root, schema);
  return [...new Set([type, [...anyOf, ...oneOf].flatMap((part) => jsonTypes(root, part))].flat())];
}

function readExamples(root: Description, body: Body): Record<string, unknown> {
  const examples = Object.values(body.content ?? {}).flatMap((media) => Object.entries(media.examples ?? {}));
  return Object.fromEntries(examples.map(([name, reference]) => [name, resolve(root, reference).value]));
}

function bodyKind(root: Description, body: Body): BodyKind {
  if (!body.content) return 'none';
  const schema = jsonSchema(body);
  const { type } = schema ? resolve(root, schema) : {};
  return type === 'object' || type === 'array' ? type : 'any';
}

/** The error codes of an answer are those of its named examples; their words stand at the code's definition. */
function readErrors(root: Description, body: Body): DescribedOperation['errors'] {
  const schema = jsonSchema(body);
  const code = schema && resolve(root, schema).properties?.['errorCode'];
  if (!code) return [];
  const known = resolve(root, code).anyOf?.flatMap((part) => part.oneOf ?? []) ?? [];
  return Object.values(body.content?.['application/json']?.examples ?? {}).map((reference) => {
    const { errorCode } = (resolve(root, reference).value ?? {}) as { errorCode?: string };
    const entry = known.find((candidate) => candidate.const === errorCode);
    if (!errorCode || !entry)
      throw new Error(`An example has the error code ${errorCode}, which ErrorCode does not list.`);
    return { code: errorCode, title: entry.title ?? '', description: entry.description ?? '' };
  });
}

const jsonSchema = (body: Body): Schema | undefined => body.content?.['application/json']?.schema;

/** The name of a body's schema, or its place among the described types where it has none. */
function typeOf(body: Body, place: string): string {
  const [mediaType] = body.content?.['application/json'] ? ['application/json'] : Object.keys(body.content ?? {});
  return jsonSchema(body)?.$ref?.split('/').at(-1) ?? `${place}['content']['${mediaType}']`;
}

const unescapePointer = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** Follows a reference inside the bundle; words beside the reference win. */
function resolve<T extends Reference>(root: Description, node: T): T {
  if (!node.$ref) return node;
  const steps = node.$ref.replace('#/', '').split('/').map(unescapePointer);
  const target = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], root) as T;
  const { $ref: _, ...beside } = node;
  return { ...resolve(root, target), ...beside };
}
