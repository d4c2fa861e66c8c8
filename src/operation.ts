/** What may follow an attempt that did not bring an answer; see `shouldRetry`. */
export type RetryPolicy = 'idempotent' | 'unique-key' | 'never-twice';

/** What the client has to know of one operation. The table of them is generated from the description. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Name under which the client offers it: `p100.<resource>.<name>()`. */
  readonly resource: string;
  readonly name: string;
  readonly policy: RetryPolicy;
  /** Where each parameter goes, where it has any. */
  readonly parameters?: Readonly<Record<string, 'path' | 'query' | 'header'>>;
  /** Whether a JSON body is sent. */
  readonly body: boolean;
  /** Fields of the body that are not personal data. The values of all others are kept out of errors. */
  readonly loggable: readonly string[];
  /** What the body of each described status holds. */
  readonly answers: Readonly<Record<number, 'object' | 'array' | 'any' | 'none'>>;
  /** The documented error codes. */
  readonly codes: readonly string[];
  /** The variant for which an existing entity is an answer and not an error. */
  readonly ensure?: { readonly method: string; readonly existsCode: string; readonly resultName: string };
}

/** Settings of one call. */
export interface CallOptions<Body = unknown> {
  /** Ends the call at once, also while it waits for a retry. The call rejects with the signal's own reason. */
  readonly signal?: AbortSignal;
  /** Limit of one attempt in milliseconds, its body included. Default: the client's. */
  readonly timeoutMs?: number;
  /** Limit of the whole call in milliseconds: attempts and waits. Default: the client's. */
  readonly deadlineMs?: number;
  /** How often an attempt may be repeated. Default: the client's. */
  readonly maxRetries?: number;
  /** Added to the client's headers for this call. They cannot replace `x-api-key`. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Fields that the description does not know, merged into the JSON body: how an account on a later revision of the
   * API works today. A described field is a type error here, except `undefined`, which leaves that field out.
   */
  readonly extraBody?: Readonly<Record<string, unknown>> & { readonly [Field in keyof Body]?: undefined };
}

/** Answer of an `ensure` method: the new entity, or that it existed before. */
export type EnsureOutcome<Name extends string, Value> =
  | ({
      /** This call created it. */
      readonly created: true;
    } & { readonly [Key in Name]: Value })
  | {
      /** It existed before, or an earlier attempt of this call may have created it. */
      readonly created: false;
    };
