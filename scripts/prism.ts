import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec, type IHttpConfig } from '@stoplight/prism-http';
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
}

export interface PrismProxyOptions extends PrismOptions {
  /** Address of the server to which requests are passed on. */
  readonly upstream: string;
  /** Answer with Prism's own problem report where an answer violates the description. Default: only a header says so. */
  readonly errors?: boolean;
  /** Pass on also requests that violate the description. Default: they are answered by Prism. */
  readonly anyRequest?: boolean;
}

const checks = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/** Starts Prism on loopback as a mock that answers with the description's examples. */
export function startPrismMock(options: PrismOptions = {}): Promise<RunningServer> {
  return start(options, { ...checks, isProxy: false, errors: false });
}

/** Starts Prism on loopback as a proxy that compares each request and each answer with the description. */
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

async function start(
  { description, port = 0, host = '127.0.0.1' }: PrismOptions,
  config: IHttpConfig,
): Promise<RunningServer> {
  const operations = await getHttpOperationsFromSpec(description ?? 'src/generated/openapi.json');
  readRepeatedFormFields(operations);
  // Prism logs whole requests, key and personal data included.
  const components = { logger: createLogger('prism', { level: 'silent' }) };
  const server = createServer(operations, { cors: false, config, components });
  const listening = await server.listen(port, host);
  // Prism writes an IPv6 address without its brackets.
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
