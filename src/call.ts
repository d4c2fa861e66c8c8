import { neverSent } from './connection.js';
import { type AttemptContext, decodeAnswer, type Ending, facts } from './decode.js';
import { type CallFacts, P100ConfigError, P100ConnectionError, P100TimeoutError } from './errors.js';
import { keyHeader } from './generated/operations.js';
import type { CallOptions, Operation } from './operation.js';
import { checkHeaders, checkKey, type Limits, type P100Event, resolveLimits, type Settings } from './options.js';
import { describeCause, innermostMessage, requestSecrets } from './redact.js';
import type { LightRequest } from './request.js';
import { delayBefore, retryAfterMs, shouldRetry } from './retry.js';
import { type Aborter, createAborter, pause, within } from './time.js';
import { attempt, type Fetch, type ReadAnswer } from './transport.js';

type Emit = (type: P100Event['type'], more?: Partial<P100Event>, ending?: Ending) => void;

/** A call: what stays the same, and how far it has come. */
interface Call extends AttemptContext {
  attempts: number;
  unknownBefore: boolean;
  readonly fetch: Fetch | undefined;
  readonly request: LightRequest;
  readonly headers: Record<string, string>;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly elapsed: () => number;
  readonly emit: Emit;
}

/**
 * Makes a call: attempts and waits until there is a yes, a no, or no time left. Rejects with the caller's abort
 * reason, and with a P100Error where nothing was sent: a wrong option, or a key that cannot be had.
 */
export async function makeCall(
  settings: Settings,
  operation: Operation,
  request: LightRequest,
  options: CallOptions,
): Promise<Ending> {
  const begun = performance.now();
  const elapsed = () => performance.now() - begun;
  const emit = createEmitter(settings, operation);
  let ending: Ending | undefined;
  try {
    const signal = checkSignal(options.signal, operation.id);
    const limits = resolveLimits(options, settings, operation.id);
    const headers = { ...request.headers, ...checkHeaders(options.headers, operation.id) };
    const key = await currentKey(settings, operation, limits, signal);
    const secrets = () => requestSecrets(headers, request.body, operation.loggable);
    headers[keyHeader] = key;
    ending = await repeat({
      attempts: 1,
      unknownBefore: false,
      fetch: settings.fetch,
      operation,
      request,
      headers,
      limits,
      signal,
      secrets,
      elapsed,
      emit,
    });
    return ending;
  } finally {
    if (!ending || ending.error) emit('failure', { durationMs: elapsed() }, ending);
  }
}

async function repeat(call: Call): Promise<Ending> {
  const { operation, limits, signal, elapsed, emit } = call;
  let unknownExceptions = 0;
  for (; ; call.attempts++) {
    const ending = await attemptOnce(call);
    const { error, outcome = 'no' } = ending;
    if (!error) return ending;
    const { code } = error;
    if (code === 'P500') unknownExceptions++;
    const failure = { outcome, code, attempts: call.attempts, unknownExceptions, maxRetries: limits.maxRetries };
    if (!shouldRetry(failure, operation.policy)) return ending;
    const retryAfter = retryAfterMs(ending.answer?.retryAfter, Date.now());
    const delayMs = delayBefore(call.attempts, retryAfter);
    if (delayMs >= limits.deadlineMs - elapsed()) return ending;
    emit('retry', { delayMs });
    await pause(delayMs, signal);
    // A timer can be late.
    if (elapsed() >= limits.deadlineMs) return ending;
    call.unknownBefore ||= outcome === 'unknown';
  }
}

async function attemptOnce(call: Call): Promise<Ending> {
  const { request, limits, signal, attempts, elapsed, emit } = call;
  const begun = elapsed();
  const left = limits.deadlineMs - begun;
  const limit = left < limits.timeoutMs ? 'deadlineMs' : 'timeoutMs';
  const timeIsUp = () => timeoutError('got no answer', limits, limit, facts(call, 'unknown'));
  emit('request', { attempt: attempts });
  let answer: ReadAnswer;
  try {
    const fetch: Fetch & { [createAborter]?: () => Aborter | undefined } = call.fetch ?? globalThis.fetch;
    const aborter = fetch[createAborter]?.() ?? new AbortController();
    const { url, method, body } = request;
    // A copy for each attempt, because a fetch may take headers away.
    const headers = { ...call.headers };
    const init = { method, headers, body: body as string, redirect: 'manual' as const, signal: aborter.signal };
    const work = () => attempt(fetch, url, init);
    answer = await within(Math.min(limits.timeoutMs, left), signal, timeIsUp, work, aborter);
    // Its connection must not be used again half-read.
    if (answer.unreadable) aborter.abort();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    // Such as from a fetch of createUndiciFetch that was closed.
    if (error instanceof P100ConfigError) throw error;
    if (error instanceof P100TimeoutError) return { error, outcome: 'unknown' };
    return connectionEnding(error, call);
  }
  const ending = decodeAnswer(answer, call);
  emit('response', { durationMs: elapsed() - begun }, ending);
  return ending;
}

function timeoutError(what: string, limits: Limits, limit: 'timeoutMs' | 'deadlineMs', facts: CallFacts) {
  const message = `${what} within ${limits[limit]} ms (${limit})`;
  return new P100TimeoutError(message, { ...facts, scope: limit === 'timeoutMs' ? 'attempt' : 'deadline' });
}

function connectionEnding(error: unknown, context: AttemptContext): Ending {
  const unsent = neverSent(error);
  const outcome = unsent ? 'not-sent' : 'unknown';
  // This attempt was not sent, but an earlier one may have arrived.
  const sent = unsent && !context.unknownBefore ? 'no' : 'unknown';
  const cause = describeCause(error, context.secrets());
  const message = `got no answer: ${innermostMessage(cause) || 'the connection failed'}`;
  return { error: new P100ConnectionError(message, { ...facts(context, outcome), cause, sent }), outcome };
}

async function currentKey(
  { apiKey }: Settings,
  operation: Operation,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (typeof apiKey === 'string') return apiKey;
  const what = 'was not sent: the apiKey function gave no key';
  const known = facts({ operation, attempts: 0 }, 'not-sent');
  const timeIsUp = () => timeoutError(what, limits, 'deadlineMs', known);
  const key = await within(limits.deadlineMs, signal, timeIsUp, async () => apiKey()).catch((error) => {
    if (signal?.aborted || error instanceof P100TimeoutError) throw error;
    throw new P100ConfigError('the apiKey function failed', operation.id, describeCause(error, []));
  });
  return checkKey(key, operation.id);
}

function createEmitter({ onEvent }: Settings, { id }: Operation): Emit {
  let attempt = 0;
  return (type, more, { answer, error } = {}) => {
    if (!onEvent) return;
    attempt = more?.attempt ?? attempt;
    const status = answer && { status: answer.status };
    const code = error?.code && { code: error.code };
    // Async, because an observer must not be able to break a call, neither at once nor later.
    const observe = async () => onEvent({ type, operation: id, attempt, ...status, ...(code as object), ...more });
    observe().catch(() => {});
  };
}

function checkSignal(signal: AbortSignal | undefined, operation: string): AbortSignal | undefined {
  if (signal && typeof signal.addEventListener !== 'function') {
    throw new P100ConfigError('signal is not an AbortSignal', operation);
  }
  signal?.throwIfAborted();
  return signal;
}
