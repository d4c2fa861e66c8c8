import {
  AuthenticationError,
  type AuthenticationReason,
  type CallFacts,
  errorClasses,
  P100ApiError,
  type P100Error,
  P100ResponseError,
  type ResponseReason,
  UserExistsError,
} from './errors.js';
import type { Operation } from './operation.js';
import { redact } from './redact.js';
import { mayRepeat, type Outcome, outcomeOf } from './retry.js';
import type { ReadAnswer } from './transport.js';

/** What is known of a call while one of its attempts is judged. */
export interface AttemptContext {
  readonly operation: Operation;
  readonly attempts: number;
  /** Whether an earlier attempt may have taken effect. */
  readonly unknownBefore: boolean;
  /** What must not get into an error. */
  readonly secrets: () => readonly string[];
}

/** The end of an attempt: the value of a yes, or an error and its meaning for a retry; and the answer, if there was one. */
export interface Ending {
  readonly value?: unknown;
  readonly error?: P100Error;
  readonly outcome?: Outcome;
  /** The parsed body of an error. */
  readonly body?: unknown;
  readonly answer?: ReadAnswer;
}

const errorTextLimit = 8192;

/** Judges one answer by its status and its text. */
export function decodeAnswer(answer: ReadAnswer, context: AttemptContext): Ending {
  const { status, text, unreadable } = answer;
  if (unreadable) return refuse(answer, context, unreadable);
  const kind = context.operation.answers[status];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {}
  if (status === 401) return authenticationError(answer, context, body);
  if (kind === 'none' && status < 400) return { value: undefined, answer };
  const code = errorCode(body, context);
  if (status >= 400 && code !== undefined) return apiError(answer, context, code, body as ErrorBody);
  const cutOff = body === undefined && isCutOff(text);
  if (kind === 'any' && status < 400 && !cutOff) return { value: body === undefined ? text : body, answer };
  if (cutOff) return refuse(answer, context, 'truncated');
  if (body === undefined && (text !== '' || kind)) return refuse(answer, context, 'not-json');
  if (!kind) return refuse(answer, context, 'undescribed-status');
  if (status >= 400 || !fits(body, kind)) return refuse(answer, context, 'not-json');
  return { value: body, answer };
}

interface ErrorBody {
  readonly errorName?: unknown;
  readonly errorMessage?: unknown;
}

function refuse(answer: ReadAnswer, context: AttemptContext, reason: ResponseReason): Ending {
  const { status } = answer;
  const judged = outcomeOf(answer, undefined, false);
  // What broke off may have been anything, also P500.
  const outcome = reason === 'truncated' && judged === 'no' ? 'unknown' : judged;
  const message = `was answered ${status} with ${explanations[reason]}`;
  return { error: new P100ResponseError(message, { ...facts(context, outcome), status, reason }), outcome, answer };
}

const explanations: Record<ResponseReason, string> = {
  'not-json': 'no JSON as described: does baseUrl lead to P100?',
  truncated: 'a body that broke off',
  redirect: 'a redirect, which is not followed: does baseUrl lead to P100?',
  'too-large': 'more than 10 MiB',
  'undescribed-status': 'a status that the description does not have: does baseUrl lead to P100?',
};

function authenticationError(answer: ReadAnswer, context: AttemptContext, body: unknown): Ending {
  const mark = /xo[123]/.exec(answer.text)?.[0] ?? '';
  const [reason, advice] = denials[mark] ?? [
    'unknown',
    'is the key the one of this environment, and this server allowed?',
  ];
  const error = new AuthenticationError(`was denied access: ${advice}`, {
    ...facts(context, 'no'),
    status: 401,
    code: undefined,
    ...errorTexts(body as ErrorBody | undefined, context),
    reason,
  });
  return { error, outcome: 'no', body: body ?? answer.text, answer };
}

const denials: Record<string, [AuthenticationReason, string]> = {
  xo1: ['missing-key', 'no key arrived: does a proxy remove headers?'],
  xo2: ['wrong-key', 'the key is wrong: is it the one of this environment?'],
  xo3: ['address-not-allowed', 'the address of this server is not allowed: ask P100 to add it'],
};

function apiError(answer: ReadAnswer, context: AttemptContext, code: string, body: ErrorBody): Ending {
  const outcome = outcomeOf(answer, code, context.operation.codes.includes(code));
  const texts = errorTexts(body, context);
  const { errorName, errorMessage } = texts;
  const message = `was refused with ${code}${errorName ? ` (${errorName})` : ''}${errorMessage ? `: ${errorMessage}` : ''}`;
  const Class = (
    Object.hasOwn(errorClasses, code) ? errorClasses[code as keyof typeof errorClasses] : P100ApiError
  ) as typeof P100ApiError;
  const error = new Class(message, {
    ...facts(context, outcome),
    status: answer.status,
    code,
    ...texts,
    ...(Class === UserExistsError && { possiblyCreatedByThisCall: context.unknownBefore }),
  });
  return { error, outcome, body, answer };
}

function errorTexts(body: ErrorBody | undefined, { secrets }: AttemptContext) {
  // Cut after the secrets are out: one that crosses the limit would leave its beginning.
  const clean = (text: unknown) =>
    typeof text === 'string' ? redact(text, secrets()).slice(0, errorTextLimit) : undefined;
  return { errorName: clean(body?.errorName), errorMessage: clean(body?.errorMessage) };
}

/** The facts of an error that ends an attempt with this outcome. */
export function facts(
  { operation, attempts }: Pick<AttemptContext, 'operation' | 'attempts'>,
  outcome: Outcome,
): CallFacts {
  return { operation: operation.id, attempts, retryable: mayRepeat(outcome, operation.policy) };
}

/** The code of an error body: one word, and nothing of the request. */
function errorCode(body: unknown, { secrets }: AttemptContext): string | undefined {
  const code = (body as { errorCode?: unknown } | null | undefined)?.errorCode;
  if (typeof code !== 'string' || !/^\w{1,64}$/.test(code)) return undefined;
  return secrets().some((secret) => code.toLowerCase().includes(secret.toLowerCase())) ? undefined : code;
}

/** Whether a body is what the description promises where it says more than `any`. */
function fits(body: unknown, kind: string): boolean {
  return typeof body === 'object' && body !== null && Array.isArray(body) === (kind === 'array');
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
