// Everything that tests must exercise, read from the bundled description, independently of the generator.

import { resolve } from '../../scripts/description/reference.ts';
import { description } from '../support/description.ts';

interface Part {
  $ref?: string;
  readonly content?: Record<string, { readonly examples?: object }>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: Part;
  readonly responses: Record<string, Part>;
}

const operations: Operation[] = Object.values<Record<string, Operation>>(description.paths)
  .flatMap((item) => Object.values(item))
  .filter((operation) => operation.operationId);

/** Such as `createUser 201 user-created`, or without the name of the example if no body is documented. */
export function documentedAnswers(): string[] {
  return operations.flatMap(({ operationId, responses }) =>
    Object.entries(responses).flatMap(([status, response]) => {
      const examples = exampleNames(response);
      return (examples.length > 0 ? examples : ['']).map((example) => `${operationId} ${status} ${example}`);
    }),
  );
}

/** Such as `createUser john-doe`. */
export function documentedRequests(): string[] {
  return operations.flatMap(({ operationId, requestBody }) =>
    requestBody ? exampleNames(requestBody).map((example) => `${operationId} ${example}`) : [],
  );
}

export function documentedCodes(): string[] {
  const [{ oneOf: codes }] = description.components.schemas.ErrorCode.anyOf;
  return codes.map((code: { const: string }) => code.const);
}

function exampleNames(part: Part): string[] {
  return Object.values(resolve(description, part).content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
}
