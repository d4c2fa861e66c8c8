import type { Document, Operation, PathItem } from '../../description/document.ts';
import type { DescribedBody, DescribedOperation, DescribedResponse, DescribedRetry, Ensure } from '../model.ts';
import { readRequestBody, readResponse } from './bodies.ts';
import { readParameters, readQuerySerializer, resolveParameters } from './parameters.ts';
import { securityScheme } from './security.ts';

const policies = ['idempotent', 'unique-key', 'never-twice'];
const repetitions = ['once', 'repeatedly'];

/** Reads one operation. Refuses what the SDK does not support, with a message that names the operation. */
export function readOperation(
  root: Document,
  path: string,
  method: string,
  item: PathItem,
  operation: Operation,
): DescribedOperation {
  const where = `${method.toUpperCase()} ${path}`;
  const { resource, method: methodName, ensure, url = false } = operation['x-sdk'] ?? {};
  if (!resource || !methodName) throw new Error(`${where} needs x-sdk: { resource, method }.`);
  const parameters = resolveParameters(root, item.parameters, operation.parameters);
  const body = operation.requestBody && readRequestBody(root, where, operation.requestBody);
  const responses = Object.entries(operation.responses).map(([status, each]) =>
    readResponse(root, where, status, each, url),
  );
  refuseAmbiguousCodes(where, responses);
  if (ensure) refuseUnknownExistsCode(where, ensure, responses);
  if (url && (body || method !== 'get')) throw new Error(`${where}: x-sdk.url is for a GET without a body.`);
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    resource,
    methodName,
    ensure,
    url,
    authenticated: securityScheme(root, where, operation) !== undefined,
    retry: readRetry(where, operation, body, responses),
    parameters: readParameters(root, where, parameters),
    querySerializer: readQuerySerializer(root, where, parameters),
    body,
    responses,
  };
}

function readRetry(
  where: string,
  operation: Operation,
  body: DescribedBody | undefined,
  responses: DescribedResponse[],
): DescribedRetry {
  const { policy = '', key, transient = {} } = operation['x-retry'] ?? {};
  if (!policies.includes(policy)) throw new Error(`${where} needs x-retry.policy, one of ${policies.join(', ')}.`);
  if ((policy === 'unique-key') !== (key !== undefined)) {
    throw new Error(`${where}: x-retry.key is required with the policy unique-key, and not allowed with others.`);
  }
  if (key && !Object.hasOwn(body?.types ?? {}, key)) {
    throw new Error(`${where}: x-retry.key names ${key}, which is not a field of the body.`);
  }
  for (const [code, repetition] of Object.entries(transient)) {
    if (!documents(responses, code)) {
      throw new Error(`${where}: x-retry.transient names ${code}, which no example of a response shows.`);
    }
    if (!repetitions.includes(repetition)) {
      throw new Error(`${where}: x-retry.transient.${code} must be ${repetitions.join(' or ')}.`);
    }
  }
  return { policy, key, transient };
}

const documents = (responses: DescribedResponse[], code: string): boolean =>
  responses.some(({ codes }) => Object.values(codes).some((each) => each.code === code));

function refuseUnknownExistsCode(where: string, { existsCode }: Ensure, responses: DescribedResponse[]): void {
  if (documents(responses, existsCode)) return;
  throw new Error(`${where}: x-sdk.ensure names ${existsCode}, which no example of a response shows.`);
}

/** Refuses a code with two statuses, because the SDK looks up the status by the code. */
function refuseAmbiguousCodes(where: string, responses: DescribedResponse[]): void {
  const statuses = new Map<string, string>();
  for (const { status, codes } of responses) {
    for (const { code } of Object.values(codes)) {
      const other = statuses.get(code) ?? status;
      if (other !== status)
        throw new Error(`${where}: the code ${code} comes with two statuses, ${other} and ${status}.`);
      statuses.set(code, status);
    }
    if (status === '2XX' && Object.keys(codes).length > 0) {
      throw new Error(`${where}: an error code cannot come with 2XX: name the exact status.`);
    }
  }
}
