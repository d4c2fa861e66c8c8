import { createLogger, type IPrismDiagnostic } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec, type IHttpConfig, type PrismHttpComponents } from '@stoplight/prism-http';
import prismMocker from '@stoplight/prism-http/dist/mocker/index.js';
import { createServer } from '@stoplight/prism-http-server';

export interface RunningServer {
  /** Address without a trailing slash, such as `http://127.0.0.1:4010`. */
  readonly url: string;
  close(): Promise<void>;
}

export interface PrismOptions {
  /** Bundled description. Default: the generated one. */
  readonly description?: string;
  /** Default: a free port. */
  readonly port?: number;
  /** Default: loopback. */
  readonly host?: string;
  /** Make validation errors name the wrong fields. Default: the description's example error. */
  readonly explain?: boolean;
}

export interface PrismProxyOptions extends PrismOptions {
  /** Address of the server to which requests are forwarded. */
  readonly upstream: string;
  /** Respond with Prism's problem report if a response violates the description. Default: only a header reports it. */
  readonly errors?: boolean;
  /** Forward even requests that violate the description. Default: Prism refuses them. */
  readonly anyRequest?: boolean;
}

const checks = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/** Starts Prism on loopback as a mock that responds with the description's examples. */
export function startPrismMock(options: PrismOptions = {}): Promise<RunningServer> {
  return start(options, { ...checks, isProxy: false, errors: false });
}

/** Starts Prism on loopback as a proxy that compares each request and each response with the description. */
export function startPrismProxy(options: PrismProxyOptions): Promise<RunningServer> {
  const { upstream, errors = false, anyRequest = false } = options;
  return start(options, {
    ...checks,
    isProxy: true,
    upstream: new URL(upstream),
    errors,
    ...(anyRequest && { checkSecurity: false, validateRequest: false }),
  });
}

async function start(options: PrismOptions, config: IHttpConfig): Promise<RunningServer> {
  const { description, port = 0, host = '127.0.0.1', explain = false } = options;
  const operations = await getHttpOperationsFromSpec(description ?? 'src/generated/openapi.json');
  readRepeatedFormFields(operations);
  // Silent, because Prism logs whole requests, including the key and personal data.
  const components = { logger: createLogger('prism', { level: 'silent' }), ...(explain && { mock: explainingMock }) };
  const server = createServer(operations, { cors: false, config, components });
  const listening = await server.listen(port, host);
  // Prism returns IPv6 addresses without brackets.
  const url = listening.replace(/^http:\/\/([^[]*:.*)(:\d+)$/, 'http://[$1]$2');
  return { url, close: () => server.close() };
}

type HttpOperations = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>;
type FormContent = NonNullable<NonNullable<NonNullable<HttpOperations[number]['request']>['body']>['contents']>[number];
type FormStyle = NonNullable<FormContent['encodings']>[number]['style'];

/** Prism reads a repeated field of a form as an array only if it has a style, which fields with files do not have. */
function readRepeatedFormFields(operations: HttpOperations): void {
  const contents = operations.flatMap(({ request }) => request?.body?.contents ?? []);
  for (const content of contents.filter(({ mediaType }) => mediaType === 'multipart/form-data')) {
    const properties = Object.entries(content.schema?.properties ?? {});
    const arrays = properties.filter(([, schema]) => typeof schema === 'object' && schema.type === 'array');
    content.encodings = arrays.map(([property]) => ({ property, style: 'form' as FormStyle, explode: true }));
  }
}

/** Prism's mock, with validation errors that name the wrong fields. */
const explainingMock: PrismHttpComponents['mock'] = (args) => (logger) => {
  const result = prismMocker.default(args)(logger);
  const { validations } = args.input;
  if (result._tag === 'Left' || validations.length === 0) return result;
  const { body } = result.right;
  if (typeof body !== 'object' || !body || !('errorCode' in body)) return result;
  return { ...result, right: { ...result.right, body: { ...body, errorMessage: describeViolations(validations) } } };
};

/** One sentence per field, without its value. */
function describeViolations(violations: readonly IPrismDiagnostic[]): string {
  const sentences = new Map<string, string>();
  for (const { path = [], code, message } of violations) {
    const required = /must have required property '(.+)'/.exec(message)?.[1];
    const field = [...path.slice(1), ...(required ? [required] : [])].join('.');
    // A value of the wrong type violates every alternative of an open set; report only the type.
    if (sentences.has(field) && code !== 'type') continue;
    const problem = required ? 'is required' : /^Request body (?:property \S+ )?(.+)/.exec(message)?.[1];
    sentences.set(field, problem ? `${field || 'the body'} ${problem}.` : `${message}.`);
  }
  return [...sentences.values()].join(' ');
}
