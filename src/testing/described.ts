import { type FakeOperations, fixtures } from '../generated/fixtures.js';
import { type Answer, jsonAnswer } from './answer.js';

/** Id of an operation, such as `createTransfer`. */
export type OperationId = keyof FakeOperations;

/** An error code that P100 documents for an operation. */
export type DocumentedCode = FakeOperations[OperationId]['code'];

/** A value that is checked against the description. */
interface DescribedValue {
  /** Allowed JSON types; empty if any type is allowed. */
  readonly types: readonly string[];
  readonly values?: readonly unknown[];
}

export interface DescribedParameter extends DescribedValue {
  readonly in: string;
  readonly required: boolean;
  readonly example?: unknown;
}

export interface DescribedFiles {
  readonly maxItems?: number;
  readonly maxBytes?: number;
  readonly contentTypes?: readonly string[];
}

/** The part of an operation's description that the kit uses. */
export interface Described {
  readonly id: OperationId;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly authenticated: boolean;
  /** Field of the body that must be unique: the key of what the operation creates. */
  readonly key?: string;
  /** Field of the created entity that this operation returns. */
  readonly reads?: string;
  readonly parameters: Readonly<Record<string, DescribedParameter>>;
  readonly body?: string;
  readonly required: readonly string[];
  readonly types: Readonly<Record<string, readonly string[]>>;
  readonly files?: Readonly<Record<string, DescribedFiles>>;
  readonly requests: Readonly<Record<string, unknown>>;
  readonly examples: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** All described operations. */
export const described: readonly Described[] = Object.entries<Omit<Described, 'id'>>(fixtures).map(([id, fixture]) => ({
  id: id as OperationId,
  ...fixture,
}));

const routes = described
  .map((operation) => ({ operation, pattern: toPattern(operation.path), names: Object.keys(operation.parameters) }))
  // Paths without parameters take precedence.
  .sort((a, b) => a.operation.path.split('{').length - b.operation.path.split('{').length);

function toPattern(path: string): RegExp {
  const escaped = path.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  return new RegExp(`${escaped.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

/** The operation that a request is meant for, and its path parameters. */
export function findOperation(
  method: string,
  path: string,
): { operation: Described; pathParameters: Record<string, string> } | undefined {
  for (const { operation, pattern } of routes) {
    const match = operation.method === method ? pattern.exec(path) : null;
    if (match) return { operation, pathParameters: decode(match.groups ?? {}) };
  }
  return undefined;
}

function decode(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** The status and the example of a success. The body is undefined if it is not documented. */
export function success({ examples }: Described): { status: number; body: unknown } {
  const [status = '', named = {}] = Object.entries(examples).find(([each]) => each.startsWith('2')) ?? [];
  // `2XX`: the exact status is not documented.
  return { status: Number(status) || 200, body: Object.values(named)[0] };
}

const documentedErrors = new Map<string, Answer>();
for (const { examples } of described) {
  for (const [status, named] of Object.entries(examples)) {
    for (const body of Object.values(named)) {
      const errorCode = codeIn(body);
      if (errorCode && !documentedErrors.has(errorCode)) {
        documentedErrors.set(errorCode, jsonAnswer(Number(status), body));
      }
    }
  }
}

/** All error codes that P100 documents. */
export const documentedCodes: ReadonlySet<string> = new Set(documentedErrors.keys());

/** The documented response with an error code: from this operation if it has one, else from another operation. */
export function errorAnswer(code: string, operation?: Described): Answer {
  const own = operation && findError(code, operation);
  const answer = own ?? documentedErrors.get(code);
  if (!answer) throw new Error(`No operation documents ${code}.`);
  return answer;
}

/** Whether P100 documents an error code for an operation. */
export const documents = (operation: Described, code: string): boolean => findError(code, operation) !== undefined;

function findError(code: string, { examples }: Described): Answer | undefined {
  for (const [status, named] of Object.entries(examples)) {
    for (const body of Object.values(named)) {
      if (codeIn(body) === code) return jsonAnswer(Number(status), body);
    }
  }
  return undefined;
}

/** The documented text of a 401. */
export const denialText = ({ examples }: Described, name: 'missing-key' | 'wrong-key'): string =>
  String(examples[401]?.[name]);

function codeIn(body: unknown): string | undefined {
  return (body as { errorCode?: string } | null)?.errorCode;
}
