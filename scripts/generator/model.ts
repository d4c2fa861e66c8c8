// What the generator reads from the description. Everything that it prints comes from here.

import type { ErrorCode } from '../description/error-codes.ts';

export type ParameterPlace = 'path' | 'query' | 'header';

export interface DescribedParameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description: string;
  /** Allowed JSON types; empty if any type is allowed. */
  readonly types: readonly string[];
  /** Allowed values, if the set is closed. */
  readonly values?: readonly unknown[] | undefined;
  readonly example: unknown;
}

/** How openapi-fetch must serialise query arrays, if not in its default way. */
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
  /** Allowed JSON types by field. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  readonly files: Readonly<Record<string, FileRules>>;
  /** Values of the named examples. */
  readonly examples: Readonly<Record<string, unknown>>;
}

/** `any`: the content of the body is not documented. `none`: there is no body. */
export type BodyKind = 'object' | 'array' | 'any' | 'none';

/** The statuses whose responses never have a body. */
export const bodilessStatuses: readonly string[] = ['204', '205'];

export interface DescribedResponse {
  /** Such as `201`; `2XX` if the exact status is not documented. */
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

/** The parts of the description from which code is generated. */
export interface Model {
  /** Addresses by environment. */
  readonly servers: Readonly<Record<string, string>>;
  readonly keyHeader: string;
  readonly resources: readonly DescribedResource[];
  readonly operations: readonly DescribedOperation[];
  readonly webhooks: readonly DescribedWebhook[];
  /** Classes of the error codes that have one of their own. */
  readonly errorClasses: Readonly<Record<string, string>>;
  /** The error codes that the test kit returns by itself, by the rule that makes it do so. */
  readonly testKitCodes: Readonly<Record<string, string>>;
  /** Names of all described schemas. */
  readonly schemas: readonly string[];
}

/** Name of the interface of an operation's parameters. */
export const parametersType = ({ id }: { id: string }): string => `${capitalize(id)}Parameters`;

export const capitalize = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** The method that users call, such as `users.create`. */
export const callName = ({ resource, methodName }: DescribedOperation): string => `${resource}.${methodName}`;

/** A union if several statuses mean success; `unknown` if one of them has an undocumented body. */
export function resultType(operation: DescribedOperation): string {
  const types = [...new Set(successes(operation).map(({ type }) => type))];
  return types.includes('unknown') ? 'unknown' : types.join(' | ') || 'unknown';
}

export const successes = ({ responses }: DescribedOperation): DescribedResponse[] =>
  responses.filter(({ status }) => status.startsWith('2'));
