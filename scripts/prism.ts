import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec } from '@stoplight/prism-http';
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
}

/** Starts Prism on loopback as a mock that answers with the description's examples. */
export async function startPrismMock({ description, port = 0 }: PrismOptions = {}): Promise<RunningServer> {
  const operations = await getHttpOperationsFromSpec(description ?? 'src/generated/openapi.json');
  const server = createServer(operations, {
    cors: false,
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: false,
      upstreamProxy: undefined,
      mock: { dynamic: false },
    },
    // Prism logs whole requests, key and personal data included.
    components: { logger: createLogger('prism', { level: 'silent' }) },
  });
  const url = await server.listen(port, '127.0.0.1');
  return { url, close: () => server.close() };
}
