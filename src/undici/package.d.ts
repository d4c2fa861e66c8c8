// The part of undici that is used here. Its own types would bring those of Node into every module of this package.
declare module 'undici' {
  interface PoolOptions {
    readonly connections: number;
    readonly pipelining: number;
    readonly allowH2: boolean;
    readonly headersTimeout: number;
    readonly bodyTimeout: number;
  }

  interface DispatchOptions {
    readonly path: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | undefined;
  }

  interface DispatchController {
    abort(reason: unknown): void;
    pause(): void;
    resume(): void;
  }

  type DispatchHeaders = Readonly<Record<string, string | string[] | undefined>>;

  interface DispatchHandler {
    onRequestStart(controller: DispatchController): void;
    onResponseStart(controller: DispatchController, status: number, headers: DispatchHeaders): void;
    onResponseData(controller: DispatchController, chunk: Uint8Array): void;
    onResponseEnd(): void;
    onResponseError(controller: DispatchController | null, error: unknown): void;
  }

  const cacheStores: object | undefined;

  class Pool {
    constructor(origin: string, options: PoolOptions);
    dispatch(options: DispatchOptions, handler: DispatchHandler): boolean;
    close(): Promise<void>;
  }
}
