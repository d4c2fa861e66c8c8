import type { Body, Document, Schema } from './document.ts';
import { resolve } from './reference.ts';

/** An error code as the schema `ErrorCode` documents it. */
export interface ErrorCode {
  readonly code: string;
  readonly title: string;
  readonly description: string;
  /** Class of the SDK that represents the code. */
  readonly className: string;
  /** Whether the class is for this code only. */
  readonly ownClass: boolean;
  /** The rule by which the test kit returns the code, if there is one. */
  readonly testKitRule?: string | undefined;
}

/** Class of every code that has no class of its own. */
const commonClass = 'P100ApiError';

/** The codes that an error body can contain: the `const` entries of its `errorCode`. */
export function readErrorCodes(errorCode: Schema): ErrorCode[] {
  const entries = errorCode.anyOf?.flatMap((part) => part.oneOf ?? []) ?? [];
  return entries.map(
    ({ const: code, title, description, 'x-error-class': className = commonClass, 'x-test-kit': testKitRule }) => {
      if (!title || !description) throw new Error(`The error code ${code} needs a title and a description.`);
      return { code: String(code), title, description, className, ownClass: className !== commonClass, testKitRule };
    },
  );
}

/** The error codes that the examples of a response show, by the name of the example. */
export function codesOf(root: Document, body: Body): Record<string, ErrorCode> {
  const { ErrorCode: schema } = root.components.schemas ?? {};
  const known = schema ? readErrorCodes(schema) : [];
  const codes = Object.entries(body.content?.['application/json']?.examples ?? {}).flatMap(([name, reference]) => {
    const code = errorCodeIn(resolve(root, reference).value);
    if (code === undefined) return [];
    const entry = known.find((each) => each.code === code);
    if (!entry) throw new Error(`The example ${name} has the error code ${code}, which ErrorCode does not list.`);
    return [[name, entry] as const];
  });
  return Object.fromEntries(codes);
}

function errorCodeIn(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'errorCode' in value ? value.errorCode : undefined;
}
