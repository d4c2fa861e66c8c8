import {
  AuthenticationError,
  type AuthenticationReason,
  type CallFacts,
  errorClasses,
  P100ApiError,
  type P100Error,
  P100ResponseError,
  type ResponseReason,
  type UserExistsError,
} from './errors.js';
import type { Operation } from './operation.js';
import { redact } from './redact.js';
import { mayRepeat, type Outcome, outcomeOf } from './retry.js';
import type { FetchAnswer, ReadAnswer } from './transport.js';

/** What is known of a call while one of its attempts is judged. */
export interface AttemptContext {
  readonly operation: Operation;
  readonly attempts: number;
  /** Whether an earlier attempt may have taken effect. */
  readonly unknownBefore: boolean;
  /** What must not get into an error. */
  readonly secrets: () => readonly string[];
}

/** The end of an attempt: the body of a yes, or an error and what it means for a retry; and the answer, if there was one. */
export type Ending =
  | { readonly value: unknown; readonly response: FetchAnswer }
  | { readonly error: P100Error; readonly outcome: Outcome; readonly body?: unknown; readonly response?: FetchAnswer };

const errorTextLimit = 8 * 2 ** 10;

/** Judges one answer by its status and its text. */
export function decodeAnswer(answer: ReadAnswer, context: AttemptContext): Ending {
  const { response, text, unreadable } = answer;
  const { status } = response;
  if (unreadable) return refuse(answer, context, unreadable);
  const { answers } = context.operation;
  const kind = answers ? answers[status] : 'any';
  const body = parse(text);
  if (status === 401) return authenticationError(answer, context, body);
  if (kind === 'none') return { value: undefined, response };
  const code = errorCode(body);
  if (status >= 400 && code !== undefined) return apiError(answer, context, code, body as ErrorBody);
  if (kind === 'any' && status < 400) return { value: body ?? text, response };
  if (body === undefined && (text !== '' || kind))
    return refuse(answer, context, isCutOff(text) ? 'truncated' : 'not-json');
  if (!kind) return refuse(answer, context, 'undescribed-status');
  if (status >= 400 || !fits(body, kind)) return refuse(answer, context, 'not-json');
  return { value: body, response };
}

interface ErrorBody {
  readonly errorName?: unknown;
  readonly errorMessage?: unknown;
}

function refuse(answer: ReadAnswer, context: AttemptContext, reason: ResponseReason): Ending {
  const { response } = answer;
  const { status } = response;
  const outcome = outcomeAt(answer, undefined);
  const message = `was answered ${status} ${explanations[reason]}`;
  return { error: new P100ResponseError(message, status, reason, facts(context, outcome)), outcome, response };
}

const explanations: Record<ResponseReason, string> = {
  'not-json': 'without the JSON that P100 promises: does baseUrl lead to P100, and not to a proxy?',
  truncated: 'with a body that broke off',
  redirect: 'with a redirect, which would carry the key along and is not followed: check baseUrl',
  'too-large': 'with more than 10 MiB',
  'undescribed-status': 'which the API description does not have: does baseUrl lead to P100?',
};

function authenticationError(answer: ReadAnswer, context: AttemptContext, body: unknown): Ending {
  const mark = /xo[123]/.exec(answer.text)?.[0] ?? '';
  const [reason, advice] = denials[mark] ?? ['unknown', 'check the key, its environment and your allowed addresses'];
  const error = new AuthenticationError(`was denied access: ${advice}`, reason, {
    ...facts(context, 'no'),
    ...errorTexts(body as ErrorBody | undefined, context),
    status: 401,
    code: undefined,
  });
  return { error, outcome: 'no', body: body ?? answer.text, response: answer.response };
}

const denials: Record<string, [AuthenticationReason, string]> = {
  xo1: ['missing-key', 'no key arrived: does a proxy remove headers?'],
  xo2: ['wrong-key', 'the key is wrong: is it the one of this environment?'],
  xo3: ['address-not-allowed', 'the address of this server is not allowed: ask P100 to add it'],
};

function apiError(answer: ReadAnswer, context: AttemptContext, code: string, body: ErrorBody): Ending {
  const outcome = outcomeAt(answer, code);
  const texts = errorTexts(body, context);
  const title = context.operation.codes[code] ?? texts.errorName ?? 'a code that the API description does not have';
  const message = `was refused with ${code} (${title})${texts.errorMessage ? `: ${texts.errorMessage}` : ''}`;
  const { response } = answer;
  const all = { ...facts(context, outcome), ...texts, status: response.status };
  const Class = (
    Object.hasOwn(errorClasses, code) ? errorClasses[code as 'P411'] : P100ApiError
  ) as typeof UserExistsError;
  const error = new Class(message, { ...all, code: code as 'P411' }, context.unknownBefore);
  return { error, outcome, body, response };
}

function errorTexts(body: ErrorBody | undefined, { secrets }: AttemptContext) {
  const clean = (text: unknown) =>
    typeof text === 'string' ? redact(text.slice(0, errorTextLimit), secrets()) : undefined;
  return { errorName: clean(body?.errorName), errorMessage: clean(body?.errorMessage) };
}

function outcomeAt({ response }: ReadAnswer, code: string | undefined): Outcome {
  return outcomeOf(response.status, code, response.headers.get('retry-after'));
}

/** The facts of an error that ends an attempt with this outcome. */
export function facts({ operation, attempts }: AttemptContext, outcome: Outcome): CallFacts {
  return { operation: operation.id, attempts, retryable: mayRepeat(outcome, operation.policy) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorCode(body: unknown): string | undefined {
  const code = (body as { errorCode?: unknown } | null | undefined)?.errorCode;
  return typeof code === 'string' ? code : undefined;
}

function fits(body: unknown, kind: 'object' | 'array' | 'any'): boolean {
  return typeof body === 'object' && body !== null && Array.isArray(body) === (kind === 'array');
}

/** Whether a text begins as JSON and ends before its last bracket is closed. */
function isCutOff(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (quoted && character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && '{['.includes(character)) depth++;
    else if (!quoted && '}]'.includes(character)) depth--;
  }
  return depth > 0;
}
