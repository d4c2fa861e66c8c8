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
import type { BodyKind, Operation } from '../operation.js';
import type { Answer } from './attempt.js';
import { type CallContext, callFacts, type Result } from './context.js';
import { headersToKeep } from './response-headers.js';
import { type Outcome, outcomeOf, readRetryAfter } from './retry.js';

/** A response that was judged: the result, and the parsed body (its text if it is not JSON). */
export interface Decoded {
  readonly result: Result;
  readonly body: unknown;
}

/** Judges one response by its status and its body. */
export function decode(answer: Answer, call: CallContext): Decoded {
  if (!answer.readable) return { result: unusable(answer, call, answer.reason), body: undefined };
  const parsed = parse(answer.text);
  const body = parsed.ok ? parsed.value : answer.text;
  return { result: judge(answer, parsed, call), body };
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly text: string };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, text };
  }
}

function judge(answer: Answer & { readonly readable: true }, parsed: Parsed, call: CallContext): Result {
  const { status, text } = answer;
  const { operation } = call;
  const body = parsed.ok ? parsed.value : undefined;
  if (status < 200 || status > 599) return unusable(answer, call, 'undescribed-status');
  if (status === 401) return authenticationError(answer, body, call);
  const code = readCode(body);
  const codeMeansSuccess = code !== undefined && status < 300 && operation.codes[code] === status;
  if (code !== undefined && !codeMeansSuccess) return apiError(answer, code, body as ErrorBody, call);
  if (status < 300 && promisedKinds(operation, status).some((kind) => fits(parsed, kind))) {
    return { ok: true, value: parsed.ok ? parsed.value : text || undefined };
  }
  return unusable(answer, call, reasonOf(status, parsed, operation));
}

/** What a successful body may hold: what is described for the status, or for any 2xx if the status is not described. */
function promisedKinds({ responses }: Operation, status: number): readonly BodyKind[] {
  const exact = responses[status] ?? responses['2XX'];
  return exact ? [exact] : Object.values(responses);
}

function fits(parsed: Parsed, kind: BodyKind): boolean {
  if (kind === 'none') return true;
  if (!parsed.ok) return kind === 'any' && !isCutOff(parsed.text);
  if (kind === 'any') return true;
  const { value } = parsed;
  return typeof value === 'object' && value !== null && Array.isArray(value) === (kind === 'array');
}

function reasonOf(status: number, parsed: Parsed, { responses, codes }: Operation): ResponseReason {
  if (status === 429) return 'rate-limited';
  if (status === 408 || status >= 500) return 'server-error';
  if (!parsed.ok && isCutOff(parsed.text)) return 'truncated';
  if (!parsed.ok && parsed.text !== '') return 'not-json';
  const described = status in responses || '2XX' in responses || Object.values(codes).includes(status);
  return described ? 'not-json' : 'undescribed-status';
}

const explanations: Record<ResponseReason, string> = {
  'rate-limited': 'the server limits the rate of calls. Call less often, or later.',
  'server-error': 'P100 or a gateway in front of it failed.',
  redirect: 'a redirect, which is not followed. Check that baseUrl leads to P100.',
  truncated: 'the response body ended early.',
  'too-large': 'the response body is larger than 2 MiB. Check that baseUrl leads to P100.',
  'not-json': 'the body is not the JSON that the description promises. Check that baseUrl leads to P100.',
  'undescribed-status': 'the description does not have this status. Check that baseUrl leads to P100.',
};

function unusable(answer: Answer, call: CallContext, reason: ResponseReason): Result {
  const { status, response } = answer;
  const judged = outcomeOf(status, undefined, call.operation);
  // A truncated body may have been any response, even P500.
  const outcome = reason === 'truncated' && judged === 'refused' ? 'unknown' : judged;
  const retryAfterMs = readRetryAfter(response.headers.get('retry-after'), Date.now());
  const error = new P100ResponseError(`${call.method} got ${status}: ${explanations[reason]}`, {
    ...responseFacts(answer, call, outcome),
    reason,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  return { ok: false, error, outcome };
}

function authenticationError(answer: Answer & { readonly readable: true }, body: unknown, call: CallContext): Result {
  const mark = /xo[123]/.exec(answer.text)?.[0] ?? '';
  const [reason, advice] = denials[mark] ?? unknownDenial;
  const facts = { ...responseFacts(answer, call, 'refused'), code: undefined, reason };
  const { errorMessage } = readTexts(body);
  const error = new AuthenticationError(`${call.method} got 401, access denied: ${advice}`, facts, errorMessage);
  return { ok: false, error, outcome: 'refused' };
}

const denials: Readonly<Record<string, readonly [AuthenticationReason, string]>> = {
  xo1: ['missing-key', 'no key arrived. Check whether a proxy removes headers.'],
  xo2: ['wrong-key', 'the key is wrong. Check that it belongs to this environment.'],
  xo3: ['address-not-allowed', 'this IP address is not allowed. Ask P100 to allow-list it.'],
};

const unknownDenial = [
  'unknown',
  'check that the key belongs to this environment, and that P100 allows the IP address of this server.',
] as const;

interface ErrorBody {
  readonly errorCode?: unknown;
  readonly errorName?: unknown;
  readonly errorMessage?: unknown;
}

function apiError(answer: Answer, code: string, body: ErrorBody, call: CallContext): Result {
  const { operation, method, unknownBefore } = call;
  const outcome = outcomeOf(answer.status, code, operation);
  const { errorName, errorMessage } = readTexts(body);
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
  const error = new (Class as typeof P100ApiError)(`${method} was refused with ${named}.`, facts, errorMessage);
  return { ok: false, error, outcome };
}

/** The error code of a body, if it has P100's form. Anything else may be made of something private. */
function readCode(body: unknown): string | undefined {
  const code = (body as ErrorBody | null | undefined)?.errorCode;
  return typeof code === 'string' && /^P\d{1,6}$/.test(code) ? code : undefined;
}

const longestMessage = 8_192;

function readTexts(body: unknown): { errorName: string | undefined; errorMessage: string | undefined } {
  const { errorName, errorMessage } = (body ?? {}) as ErrorBody;
  const isName = typeof errorName === 'string' && errorName.length <= 64 && /^[a-z]+(-[a-z]+)*$/.test(errorName);
  return {
    errorName: isName ? errorName : undefined,
    errorMessage: typeof errorMessage === 'string' ? errorMessage.slice(0, longestMessage) : undefined,
  };
}

/** The described fields that P100's message names. */
function namedFields(message = '', { fields }: Operation): string[] {
  const words = new Set(message.match(/\w+/g));
  return fields.filter((field) => words.has(field));
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
