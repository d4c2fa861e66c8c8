import type { DescribedOperation, DescribedResponse, Ensure } from '../../scripts/generator/model.ts';
import { callName } from '../../scripts/generator/model.ts';
import { readModel } from '../../scripts/generator/read/model.ts';
import { description } from '../support/description.ts';

export type Fields = Record<string, unknown>;

/** An operation with a valid request. */
export interface Call {
  /** How users call it: `users.create`. */
  readonly name: string;
  readonly operation: DescribedOperation;
  readonly parameters: Fields;
  /** Absent if the operation has no body. Files are Blobs. */
  readonly body?: Fields | undefined;
}

/** An operation with its whole description. */
export interface DescribedCall extends Call {
  /** The bodies by the name of their example. */
  readonly requests: readonly { readonly example: string; readonly body: Fields }[];
  readonly answers: readonly Answer[];
}

/** A response that Prism sends on request, by the name of its example. */
export interface Answer extends Call {
  readonly described: DescribedResponse;
  readonly status: number;
  /** Name of the example. Absent if the body is not documented. */
  readonly example?: string;
  readonly value?: unknown;
}

const { operations } = readModel(description);

/** The calls of all operations. None is named here, so a new operation is covered as soon as it is described. */
export const calls: readonly DescribedCall[] = operations.map((operation) => {
  const requests = Object.entries(operation.body?.examples ?? {}).map(([example, value]) => ({
    example,
    body: withFiles(operation.body?.files ?? {}, value as Fields),
  }));
  const call: Call = {
    name: callName(operation),
    operation,
    parameters: Object.fromEntries(operation.parameters.map(({ name, example }) => [name, example])),
    body: requests[0]?.body,
  };
  return { ...call, requests, answers: operation.responses.flatMap((response) => answersOf(call, response)) };
});

function answersOf(call: Call, described: DescribedResponse): Answer[] {
  const answer = { ...call, described, status: Number(described.status.replace('XX', '00')) };
  const named = Object.entries(described.examples).map(([example, value]) => ({ ...answer, example, value }));
  return named.length > 0 ? named : [answer];
}

/** The calls that the client sends. */
export const sentCalls = calls.filter(({ operation }) => !operation.url);

const answers = sentCalls.flatMap((call) => call.answers);
export const successes = answers.filter(({ status }) => status < 300);
export const failures = answers.filter(({ status }) => status >= 300);

/** The calls that have an ensure method: what it creates, and the response that says that it exists. */
export const ensured: readonly (DescribedCall & {
  readonly ensure: Ensure;
  readonly created: unknown;
  readonly exists: Answer;
})[] = sentCalls.flatMap((call) => {
  const { ensure } = call.operation;
  if (!ensure) return [];
  const created = call.answers.find(({ status }) => status < 300)?.value;
  const saysExists = ({ described, example = '' }: Answer) => described.codes[example]?.code === ensure.existsCode;
  return [{ ...call, ensure, created, exists: call.answers.find(saysExists) as Answer }];
});

/** The example of a form has text instead of files. */
function withFiles(files: NonNullable<DescribedOperation['body']>['files'], example: Fields): Fields {
  const entries = Object.entries(example).map(([name, value]) => {
    const type = files[name]?.contentTypes?.[0] ?? '';
    const toFile = (text: unknown) => new Blob([String(text)], { type });
    if (!files[name]) return [name, value];
    return [name, Array.isArray(value) ? value.map(toFile) : toFile(value)];
  });
  return Object.fromEntries(entries);
}

/** The parameters by place, as `raw` takes them. */
export function placed({ operation, parameters }: Call): Record<string, Fields> {
  const of = (place: string) =>
    Object.fromEntries(
      operation.parameters.filter((each) => each.in === place).map(({ name }) => [name, parameters[name]]),
    );
  return { path: of('path'), query: of('query'), header: of('header') };
}

/** The arguments of the method: parameters, body, options. */
export function argumentsOf({ operation, parameters, body }: Call, options: object): unknown[] {
  return [...(operation.parameters.length > 0 ? [parameters] : []), ...(body ? [body] : []), options];
}
