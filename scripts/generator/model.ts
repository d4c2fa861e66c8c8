// What the generator has read from the description: everything that is printed comes from here.

import type { ErrorCode } from '../description/error-codes.ts';

export type ParameterPlace = 'path' | 'query' | 'header';

export interface DescribedParameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description: string;
  /** JSON types that are allowed; empty if any is. */
  readonly types: readonly string[];
  /** Values that are allowed, if the description closes the set. */
  readonly values?: readonly unknown[] | undefined;
  readonly example: unknown;
}

/** How openapi-fetch has to write arrays into the query, if not as it does by default. */
export interface QuerySerializer {
  readonly array: { readonly style: string; readonly explode: boolean };
}

export interface FileRules {
  readonly maxItems?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly contentTypes?: readonly string[] | undefined;
}

export interface DescribedBody {
  readonly kind: 'json' | 'multipart';
  readonly required: boolean;
  readonly description: string;
  /** Name of the schema. */
  readonly type: string;
  readonly requiredFields: readonly string[];
  /** JSON types that each field allows. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, FileRules>>;
  /** Values of the named examples. */
  readonly examples: Readonly<Record<string, unknown>>;
}

/** `any`: the description does not say what the body holds. `none`: there is no body. */
export type BodyKind = 'object' | 'array' | 'any' | 'none';

/** The statuses whose responses have no body by definition. */
export const bodilessStatuses: readonly string[] = ['204', '205'];

export interface DescribedResponse {
  /** `201`, or `2XX` if no source shows which. */
  readonly status: string;
  readonly kind: BodyKind;
  /** The type of a success: a schema's name, `unknown` or `void`. */
  readonly type: string;
  /** The types of the fields of a success that have a schema of their own. */
  readonly fieldTypes: Readonly<Record<string, string>>;
  /** Values of the named examples. */
  readonly examples: Readonly<Record<string, unknown>>;
  /** The error codes that the examples show, by the name of the example. */
  readonly codes: Readonly<Record<string, ErrorCode>>;
}

export interface Ensure {
  readonly method: string;
  readonly existsCode: string;
  readonly resultName: string;
}

export interface DescribedRetry {
  readonly policy: string;
  readonly key?: string | undefined;
  readonly transient: Readonly<Record<string, string>>;
}

export interface DescribedOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly resource: string;
  readonly methodName: string;
  readonly ensure?: Ensure | undefined;
  /** Whether the method only builds a URL. */
  readonly url: boolean;
  readonly authenticated: boolean;
  readonly retry: DescribedRetry;
  readonly parameters: readonly DescribedParameter[];
  readonly querySerializer?: QuerySerializer | undefined;
  readonly body?: DescribedBody | undefined;
  readonly responses: readonly DescribedResponse[];
}

export interface DescribedResource {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly DescribedOperation[];
}

export interface DescribedWebhook {
  readonly event: string;
  readonly path?: string | undefined;
  readonly description: string;
  /** Name of the schema of the body. */
  readonly type: string;
  readonly example: unknown;
}

/** The whole description, as far as code is made from it. */
export interface Model {
  /** Addresses by environment. */
  readonly servers: Readonly<Record<string, string>>;
  readonly keyHeader: string;
  readonly resources: readonly DescribedResource[];
  readonly operations: readonly DescribedOperation[];
  readonly webhooks: readonly DescribedWebhook[];
  /** Classes of the error codes that have one of their own. */
  readonly errorClasses: Readonly<Record<string, string>>;
  /** The error codes that the test kit responds with by itself, by what makes it do so. */
  readonly testKitCodes: Readonly<Record<string, string>>;
  /** Names of all described schemas and what they document. */
  readonly schemas: readonly string[];
}

/** Name of the interface of an operation's parameters. */
export const parametersType = ({ id }: { id: string }): string => `${capitalize(id)}Parameters`;

export const capitalize = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** How users call an operation: `users.create`. */
export const callName = ({ resource, methodName }: DescribedOperation): string => `${resource}.${methodName}`;

/** A union if several statuses mean success. What one of them does not document is unknown in any case. */
export function resultType(operation: DescribedOperation): string {
  const types = [...new Set(successes(operation).map(({ type }) => type))];
  return types.includes('unknown') ? 'unknown' : types.join(' | ') || 'unknown';
}

export const successes = ({ responses }: DescribedOperation): DescribedResponse[] =>
  responses.filter(({ status }) => status.startsWith('2'));
