import { wasSent } from './connection.js';
import { type AttemptContext, decodeAnswer, type Ending, facts } from './decode.js';
import { P100ConfigError, P100ConnectionError, type P100Error, P100TimeoutError } from './errors.js';
import { keyHeader } from './generated/operations.js';
import type { CallOptions, Operation } from './operation.js';
import { checkHeaders, checkKey, type Limits, type P100Event, resolveLimits, type Settings } from './options.js';
import { describeCause, innermostMessage, requestSecrets } from './redact.js';
import type { LightRequest } from './request.js';
import { delayBefore, retryAfterMs, shouldRetry } from './retry.js';
import { type Aborter, createAborter, pause, within } from './time.js';
import { attempt, type Fetch, type ReadAnswer, UnreadableAnswer } from './transport.js';

type Emit = (type: P100Event['type'], more?: Partial<P100Event>) => void;

/** A call: what stays the same, and how far it has come. */
interface Call extends AttemptContext {
  attempts: number;
  unknownBefore: boolean;
  readonly settings: Settings;
  readonly request: LightRequest;
  readonly headers: Record<string, string>;
  readonly limits: Limits;
  readonly signal: AbortSignal | undefined;
  readonly elapsed: () => number;
  readonly emit: Emit | undefined;
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
  try {
    const signal = checkSignal(options.signal, operation.id);
    const limits = resolveLimits(options, settings, operation.id);
    const headers = { ...request.headers, ...checkHeaders(options.headers, operation.id) };
    const key = await currentKey(settings, operation, limits, signal);
    const secrets = () => requestSecrets(headers, request.body, operation.loggable);
    headers[keyHeader] = key;
    const ending = await repeat({
      attempts: 1,
      unknownBefore: false,
      settings,
      operation,
      request,
      headers,
      limits,
      signal,
      secrets,
      elapsed,
      emit,
    });
    if ('error' in ending) emit?.('failure', { ...answerFacts(ending), durationMs: elapsed() });
    return ending;
  } catch (error) {
    emit?.('failure', { durationMs: elapsed() });
    throw error;
  }
}

async function repeat(call: Call): Promise<Ending> {
  const { operation, limits, signal, elapsed, emit } = call;
  let unknownExceptions = 0;
  for (; ; call.attempts++) {
    const ending = await attemptOnce(call);
    if (!('error' in ending)) return ending;
    const { outcome } = ending;
    const { code } = answerFacts(ending);
    const { attempts } = call;
    if (code === 'P500') unknownExceptions++;
    const failure = { outcome, code, attempts, unknownExceptions, maxRetries: limits.maxRetries };
    if (!shouldRetry(failure, operation.policy)) return ending;
    const retryAfter = retryAfterMs(ending.answer?.retryAfter ?? null, Date.now());
    const delayMs = delayBefore(attempts, retryAfter);
    if (delayMs >= limits.deadlineMs - elapsed()) return ending;
    emit?.('retry', { delayMs });
    await pause(delayMs, signal);
    // A timer can be late.
    if (elapsed() >= limits.deadlineMs) return ending;
    call.unknownBefore ||= outcome === 'unknown';
  }
}

async function attemptOnce(call: Call): Promise<Ending> {
  const { settings, request, limits, signal, attempts, elapsed, emit } = call;
  const begun = elapsed();
  const left = limits.deadlineMs - begun;
  const timeIsUp = () => timeoutError(call, limits, left);
  emit?.('request', { attempt: attempts });
  let answer: ReadAnswer;
  try {
    const fetch: Fetch & { [createAborter]?: () => Aborter } = settings.fetch ?? globalThis.fetch;
    const aborter = fetch[createAborter]?.() ?? new AbortController();
    const { url, method, body } = request;
    // A copy for each attempt, because a fetch may take headers away.
    const headers = { ...call.headers };
    const init = { method, headers, body: body as string, redirect: 'manual' as const, signal: aborter.signal };
    const work = () => attempt(fetch, url, init);
    answer = await within(Math.min(limits.timeoutMs, left), signal, timeIsUp, work, aborter);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    // Such as from a fetch of createUndiciFetch that was closed.
    if (error instanceof P100ConfigError) throw error;
    if (error instanceof P100TimeoutError) return { error, outcome: 'unknown' };
    if (!(error instanceof UnreadableAnswer)) return connectionEnding(error, call);
    answer = error.answer;
  }
  const ending = decodeAnswer(answer, call);
  emit?.('response', { ...answerFacts(ending), durationMs: elapsed() - begun });
  return ending;
}

function timeoutError(context: AttemptContext, limits: Limits, left: number): P100TimeoutError {
  const scope = left < limits.timeoutMs ? 'deadline' : 'attempt';
  const limit = scope === 'deadline' ? `${limits.deadlineMs} ms (deadlineMs)` : `${limits.timeoutMs} ms (timeoutMs)`;
  return new P100TimeoutError(`got no answer within ${limit}`, scope, facts(context, 'unknown'));
}

function connectionEnding(error: unknown, context: AttemptContext): Ending {
  const outcome = wasSent(error) === 'no' ? 'not-sent' : 'unknown';
  // This attempt was not sent, but an earlier one may have arrived.
  const sent = outcome === 'not-sent' && !context.unknownBefore ? 'no' : 'unknown';
  const cause = describeCause(error, context.secrets());
  const message = `got no answer: ${innermostMessage(cause) || 'the connection failed'}`;
  return { error: new P100ConnectionError(message, sent, { ...facts(context, outcome), cause }), outcome };
}

async function currentKey(
  { apiKey }: Settings,
  operation: Operation,
  limits: Limits,
  signal: AbortSignal | undefined,
): Promise<string> {
  if (typeof apiKey === 'string') return apiKey;
  const timeIsUp = () => {
    const message = `was not sent: the apiKey function gave no key within ${limits.deadlineMs} ms (deadlineMs)`;
    return new P100TimeoutError(message, 'deadline', facts({ operation, attempts: 0 }, 'not-sent'));
  };
  let key: unknown;
  try {
    key = await within(limits.deadlineMs, signal, timeIsUp, async () => apiKey());
  } catch (error) {
    if (signal?.aborted || error instanceof P100TimeoutError) throw error;
    throw new P100ConfigError('the apiKey function failed', operation.id, describeCause(error, []));
  }
  return checkKey(key, operation.id);
}

function answerFacts(ending: Ending): { status?: number; code?: string } {
  const code = 'error' in ending ? (ending.error as P100Error & { code?: string }).code : undefined;
  return { ...(ending.answer && { status: ending.answer.status }), ...(code && { code }) };
}

function createEmitter({ onEvent }: Settings, { id }: Operation): Emit | undefined {
  if (!onEvent) return undefined;
  let attempt = 0;
  return (type, more) => {
    attempt = more?.attempt ?? attempt;
    // An observer must not be able to break a call, neither at once nor later.
    try {
      const observed = onEvent({ type, operation: id, attempt, ...more }) as unknown;
      if (observed instanceof Promise) observed.catch(() => {});
    } catch {}
  };
}

function checkSignal(signal: AbortSignal | undefined, operation: string): AbortSignal | undefined {
  if (signal && typeof signal.addEventListener !== 'function') {
    throw new P100ConfigError('signal is not an AbortSignal', operation);
  }
  signal?.throwIfAborted();
  return signal;
}
