import {
  AuthenticationError,
  type AuthenticationReason,
  P100ApiError,
  P100ResponseError,
  type ResponseReason,
  UserExistsError,
  ValidationError,
} from '../errors.js';
import { errorClasses } from '../generated/error-classes.js';
import { isObject } from '../is-object.js';
import type { BodyKind, Operation } from '../operation.js';
import type { Answer } from './attempt.js';
import { type CallContext, callFacts, type Result } from './context.js';
import { headersToKeep } from './response-headers.js';
import { type Outcome, outcomeOf, readRetryAfter } from './retry.js';

/** The result of a response, and its parsed body (the text if it is not JSON). */
export interface Decoded {
  readonly result: Result;
  readonly body: unknown;
}

/** A body that is JSON. */
type Parsed = { readonly value: unknown } | undefined;

/** Decides by status and body whether a response is a success, or which error it is. */
export function decode(answer: Answer, call: CallContext): Decoded {
  const { status, read } = answer;
  if (!read.ok) return { result: unusable(answer, call, reasonOfStatus(status) ?? read.reason), body: undefined };
  const parsed = parse(read.text);
  return { result: judge(answer, read.text, parsed, call), body: parsed ? parsed.value : read.text };
}

function parse(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function judge(answer: Answer, text: string, parsed: Parsed, call: CallContext): Result {
  const { status } = answer;
  const { codes } = call.operation;
  if (status < 200 || status > 599) return unusable(answer, call, 'undescribed-status');
  if (status === 401) return authenticationError(answer, text, parsed, call);
  const code = readCode(parsed);
  const codeMeansSuccess = code !== undefined && status < 300 && codes[code] === status;
  if (code !== undefined && !codeMeansSuccess) return apiError(answer, code, parsed, call);
  if (status < 300 && promisedKinds(call.operation, status).some((kind) => fits(text, parsed, kind))) {
    return { ok: true, value: parsed ? parsed.value : text || undefined };
  }
  return unusable(answer, call, reasonOfStatus(status) ?? reasonOfBody(status, text, parsed, call.operation));
}

/** The kinds of body that are described for the status, or for any 2xx if the status itself is not described. */
function promisedKinds({ responses }: Operation, status: number): readonly BodyKind[] {
  const exact = responses[status] ?? responses['2XX'];
  return exact ? [exact] : Object.values(responses);
}

function fits(text: string, parsed: Parsed, kind: BodyKind): boolean {
  if (kind === 'none') return true;
  if (kind === 'any') return parsed !== undefined || !isCutOff(text);
  return kind === 'array' ? Array.isArray(parsed?.value) : isObject(parsed?.value);
}

/** The statuses that say what is wrong, whatever the body is. */
function reasonOfStatus(status: number): ResponseReason | undefined {
  if (status === 429) return 'rate-limited';
  return status === 408 || status >= 500 ? 'server-error' : undefined;
}

function reasonOfBody(status: number, text: string, parsed: Parsed, { responses, codes }: Operation): ResponseReason {
  if (!parsed && isCutOff(text)) return 'truncated';
  const described =
    status in responses || (status < 300 && '2XX' in responses) || Object.values(codes).includes(status);
  return described || (!parsed && text !== '') ? 'not-json' : 'undescribed-status';
}

const explanations: Record<ResponseReason, string> = {
  'rate-limited': 'there were too many requests. Call less often, or later.',
  'server-error': 'P100 or a gateway in front of it failed. Check retryable before you repeat the call.',
  redirect: 'this is a redirect, which the client does not follow. Check that baseUrl points to P100.',
  truncated: 'the response body ended early.',
  'too-large': 'the response body is larger than 2 MiB. Check that baseUrl points to P100.',
  'not-json': 'the body is not the documented JSON. Check that baseUrl points to P100.',
  'undescribed-status': 'this status is not documented. Check that baseUrl points to P100, and check the path.',
};

// A server can carry out a request and respond with 302 or 303. 0 hides which redirect it is.
const redirectsAfterSuccess = [0, 302, 303];

function unusable(answer: Answer, call: CallContext, reason: ResponseReason): Result {
  const { status, response } = answer;
  const judged = outcomeOf(status, undefined, call.operation);
  // A truncated body may have been any response, even P500.
  const outcome = reason === 'truncated' && judged === 'refused' ? 'unknown' : judged;
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), Date.now());
  const error = new P100ResponseError(`${call.where.name} got ${status}: ${explanations[reason]}`, {
    ...responseFacts(answer, call, outcome),
    ...(redirectsAfterSuccess.includes(status) && { mayHaveTakenEffect: true }),
    reason,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  return { ok: false, error, outcome };
}

function authenticationError(answer: Answer, text: string, parsed: Parsed, call: CallContext): Result {
  const [, reason, advice] = denials.find(([mark]) => text.includes(mark)) ?? unknownDenial;
  const facts = { ...responseFacts(answer, call, 'refused'), code: undefined, reason };
  const message = `${call.where.name} got 401, access denied: ${advice}`;
  return { ok: false, error: new AuthenticationError(message, facts, readMessage(parsed)), outcome: 'refused' };
}

type Denial = readonly [mark: string, reason: AuthenticationReason, advice: string];

const denials: readonly Denial[] = [
  ['xo1', 'missing-key', 'no key arrived. Check whether a proxy removes headers.'],
  ['xo2', 'wrong-key', 'the key is wrong. Check that it belongs to this environment.'],
  ['xo3', 'address-not-allowed', 'this IP address is not allowed. Ask P100 to allow-list it.'],
];

const unknownAdvice =
  'check that the key belongs to this environment, and that P100 allows the IP address of this server.';
const unknownDenial: Denial = ['', 'unknown', unknownAdvice];

function apiError(answer: Answer, code: string, parsed: Parsed, call: CallContext): Result {
  const { operation, where, unknownBefore } = call;
  const outcome = outcomeOf(answer.status, code, operation);
  const errorMessage = readMessage(parsed);
  const errorName = readName(parsed);
  const Class = Object.hasOwn(errorClasses, code) ? errorClasses[code as keyof typeof errorClasses] : P100ApiError;
  const fields = Class === ValidationError ? namedFields(errorMessage, operation) : [];
  const facts = {
    ...responseFacts(answer, call, outcome),
    code,
    ...(errorName && { errorName }),
    ...(Class === ValidationError && { fields }),
    ...(Class === UserExistsError && { possiblyCreatedByThisCall: unknownBefore }),
  };
  const named = `${code}${errorName ? ` (${errorName})` : ''}${fields.length > 0 ? `: ${fields.join(', ')}` : ''}`;
  const verb = outcome === 'refused' ? 'was refused' : 'failed';
  const error = new Class(`${where.name} ${verb} with ${named}.`, facts, errorMessage);
  return { ok: false, error, outcome };
}

const property = (parsed: Parsed, name: string): unknown => (parsed?.value as Record<string, unknown> | null)?.[name];

/** The error code of a body, if it has P100's form. Anything else may contain personal data. */
function readCode(parsed: Parsed): string | undefined {
  const code = property(parsed, 'errorCode');
  return typeof code === 'string' && /^P\d{1,6}$/.test(code) ? code : undefined;
}

function readName(parsed: Parsed): string | undefined {
  const name = property(parsed, 'errorName');
  return typeof name === 'string' && name.length <= 64 && /^[a-z]+(-[a-z]+)*$/.test(name) ? name : undefined;
}

const longestMessage = 8_192;

function readMessage(parsed: Parsed): string | undefined {
  const message = property(parsed, 'errorMessage');
  return typeof message === 'string' ? message.slice(0, longestMessage) : undefined;
}

/** The described fields that P100's message mentions. */
function namedFields(message = '', { fields }: Operation): string[] {
  const words = new Set(message.toLowerCase().match(/\w+/g));
  return fields.filter((field) => words.has(field.toLowerCase()));
}

function responseFacts({ status, response }: Answer, call: CallContext, outcome: Outcome) {
  return { ...callFacts(call, outcome), status, headers: headersToKeep(response.headers) };
}

/** Whether a text begins as JSON and ends before its last bracket is closed. */
function isCutOff(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  for (const character of text.replace(/\\./gs, '').replace(/"[^"]*"?/g, '')) {
    if ('{['.includes(character)) depth++;
    if ('}]'.includes(character)) depth--;
  }
  return depth > 0;
}
