// The part of undici that is used here. Its own types would bring those of Node into every module of this package.
declare module 'undici' {
  interface PoolOptions {
    readonly connections: number;
    readonly pipelining: number;
    readonly headersTimeout: number;
    readonly bodyTimeout: number;
  }

  interface PoolRequest {
    readonly path: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
    readonly signal: AbortSignal;
  }

  interface PoolAnswer {
    readonly statusCode: number;
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: { readonly body: ReadableStream<Uint8Array>; arrayBuffer(): Promise<ArrayBuffer> };
  }

  class Pool {
    constructor(origin: string, options: PoolOptions);
    request(request: PoolRequest): Promise<PoolAnswer>;
    close(): Promise<void>;
  }
}
