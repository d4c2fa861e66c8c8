import type { QuerySerializerOptions } from 'openapi-fetch';

/** Whether a call may be repeated if its outcome is unknown. */
export type RetryPolicy = 'idempotent' | 'unique-key' | 'never-twice';

/** What the client needs to know about one operation. Generated from the description. */
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
  /** The kind of body of each described success, by status or `2XX`. */
  readonly responses: Readonly<Record<string, BodyKind>>;
  /** Documented error codes, and the HTTP status of each. */
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

/** What a response body contains. `any`: not documented. */
export type BodyKind = 'object' | 'array' | 'any' | 'none';

/** The arguments of a method, besides its options. */
export interface Arguments {
  /** Path, query and header parameters by name. */
  readonly parameters?: unknown;
  readonly body?: unknown;
}

/** A variant of a method that treats "it already exists" as a result. */
export interface EnsureVariant<Name extends string = string> {
  readonly name: string;
  /** The error code that means "it already exists". */
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
  /**
   * Aborts the call at once, even while it waits for a retry, but not while your middleware works. The call rejects
   * with the signal's own reason.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Time limit of one attempt, including the response body.
   * @unit milliseconds
   * @default the client's `timeoutMs`
   */
  readonly timeoutMs?: number | undefined;
  /**
   * Time limit of the whole call: all attempts and the waits between them.
   * @unit milliseconds
   * @default the client's `deadlineMs`
   */
  readonly deadlineMs?: number | undefined;
  /**
   * How many times a failed attempt may be repeated.
   * @default the client's `maxRetries`
   */
  readonly maxRetries?: number | undefined;
  /** Headers to add to this call. They replace the client's headers of the same name, but not `x-api-key`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Adds fields that the type of the request body does not have, such as those of a later API revision. A field that
   * the type has does not compile here, unless its value is `undefined`, which removes it from the body.
   */
  readonly extraBody?: (Readonly<Record<string, unknown>> & { readonly [Field in keyof Body]?: undefined }) | undefined;
  /**
   * Receives the status and the headers of the response to the last attempt, if there was one. Errors that it throws
   * are ignored.
   */
  readonly onResponse?: ((response: ResponseMetadata) => void) | undefined;
}

/** Status and headers of a response. */
export interface ResponseMetadata {
  /** HTTP status. */
  readonly status: number;
  /** All headers of the response. `get` ignores the case of the name. */
  readonly headers: { get(name: string): string | null };
}

/** Result of an `ensure` method: the new entity, or that it already exists. */
export type EnsureOutcome<Name extends string, Value> =
  | ({
      /** This call created the entity. */
      readonly created: true;
    } & { readonly [Key in Name]: Value })
  | {
      /** The entity already exists. */
      readonly created: false;
      /** Whether an earlier attempt of this call had an unknown outcome and so may have created the entity. */
      readonly possiblyCreatedByThisCall: boolean;
    };
