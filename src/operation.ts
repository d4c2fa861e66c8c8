import type { QuerySerializerOptions } from 'openapi-fetch';

/** What may follow an attempt whose outcome is unknown; see `mayRepeat`. */
export type RetryPolicy = 'idempotent' | 'unique-key' | 'never-twice';

/** What the client has to know about one operation. These objects are generated from the description. */
export interface Operation {
  /** Id of the operation in the description, such as `createUser`. */
  readonly id: string;
  /** Name of the method, such as `users.create`. Messages and events use it. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Whether the call carries the key. */
  readonly authenticated: boolean;
  readonly retry: {
    readonly policy: RetryPolicy;
    /** Field of the JSON body that makes a repeated `unique-key` call safe. */
    readonly key?: string;
    /** Error codes that leave the outcome unknown, and how often such a call is repeated. */
    readonly transient: Readonly<Record<string, 'once' | 'repeatedly'>>;
  };
  /** Where each parameter is sent. */
  readonly parameters: Readonly<Record<string, 'path' | 'query' | 'header'>>;
  /** How arrays are written into the query, if not as repeated parameters. */
  readonly querySerializer?: QuerySerializerOptions;
  readonly requestBody?: 'json' | 'multipart';
  /** Documented limits of the file fields of a multipart body. */
  readonly files?: Readonly<Record<string, FileLimits>>;
  /** What the body of each described 2xx status holds; a key is a status or `2XX`. */
  readonly responses: Readonly<Record<string, BodyKind>>;
  /** Documented error codes, and the HTTP status that each comes with. */
  readonly codes: Readonly<Record<string, number>>;
  /** Names of the described request fields and parameters. */
  readonly fields: readonly string[];
}

/** Documented limits of one file field. */
export interface FileLimits {
  readonly maxItems?: number;
  readonly maxBytes?: number;
  readonly contentTypes?: readonly string[];
}

/** What a response body holds. `any`: no document says. */
export type BodyKind = 'object' | 'array' | 'any' | 'none';

/** What a method was called with, besides its options. */
export interface Arguments {
  /** Path, query and header parameters by name. */
  readonly parameters?: unknown;
  readonly body?: unknown;
}

/** A variant of a method that treats "it exists already" as a result. */
export interface EnsureVariant<Name extends string = string> {
  readonly name: string;
  /** The error code that means "it exists already". */
  readonly existsCode: string;
  /** Name of the created entity in the result. */
  readonly resultName: Name;
}

/** What the generated methods call. */
export interface Caller {
  call<Value>(operation: Operation, args: Arguments, options: CallOptions | undefined): Promise<Value>;
  ensure<Name extends string, Value>(
    operation: Operation,
    variant: EnsureVariant<Name>,
    args: Arguments,
    options: CallOptions | undefined,
  ): Promise<EnsureOutcome<Name, Value>>;
  url(operation: Operation, args: Arguments): string;
}

/** Settings of one call. */
export interface CallOptions<Body = unknown> {
  /** Ends the call at once, also while it waits for a retry. The call rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Limit of one attempt, including the response body.
   * @unit milliseconds
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Limit of the whole call: all attempts and the waits between them.
   * @unit milliseconds
   * @default the client's `deadlineMs`
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How many times a failed attempt may be repeated.
   * @default the client's `maxRetries`
   */
  readonly maxRetries?: number | undefined;
  /** Added to the client's headers for this call. They cannot replace `x-api-key`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Fields that the description does not have, merged into the request body. This is how an account on a later revision
   * of the API works today. A described field is a type error here, except `undefined`, which removes that field.
   */
  readonly extraBody?: (Readonly<Record<string, unknown>> & { readonly [Field in keyof Body]?: undefined }) | undefined;
  /** Receives the status and the headers of the last response of this call. Errors that it throws are ignored. */
  readonly onResponse?: ((response: ResponseMetadata) => void) | undefined;
}

/** Status and headers of a response. */
export interface ResponseMetadata {
  /** HTTP status. */
  readonly status: number;
  /** All headers of the response. `get` takes a name in any case. */
  readonly headers: { get(name: string): string | null };
}

/** Result of an `ensure` method: the new entity, or that it exists already. */
export type EnsureOutcome<Name extends string, Value> =
  | ({
      /** This call created it. */
      readonly created: true;
    } & { readonly [Key in Name]: Value })
  | {
      /** It exists already. */
      readonly created: false;
      /** Whether an earlier attempt of this same call got no clear response and so may have created it. */
      readonly possiblyCreatedByThisCall: boolean;
    };
