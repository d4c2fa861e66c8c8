import { P100ConnectionError, type P100Error, P100TimeoutError } from '../errors.js';
import type { AttemptEndEvent, AttemptStartEvent } from '../events.js';
import { keyHeader } from '../generated/operations.js';
import { checkHeaders } from '../headers.js';
import { refuse } from '../options.js';
import { checkKey } from '../settings.js';
import { type Answer, type SendableRequest, sendOnce } from './attempt.js';
import { type CallContext, callFacts, type Failed, policyOf } from './context.js';
import { type Decoded, decode } from './decode.js';
import type { Fetch } from './fetch.js';
import { failureDetails } from './report.js';
import { type LightRequest, readRequest } from './request.js';
import { delayBefore, type Outcome, readRetryAfter, shouldRetry } from './retry.js';
import { readConnectionFailure } from './system-errors.js';
import { abortReason, pause, within } from './time.js';

/** How a call ended, and the last response, if there was one. */
export interface Settled extends Decoded {
  readonly answer: Answer | undefined;
}

/**
 * Sends a request, and repeats it as the policy allows, until it succeeds, is refused, or the time is up. Rejects with
 * the caller's abort reason, or with a P100ConfigError or P100TimeoutError if nothing could be sent.
 */
export async function makeCall(call: CallContext, request: LightRequest | Request): Promise<Settled> {
  const { limits, signal, elapsed, report } = call;
  const sendable = await prepare(call, request);
  // Middleware does not watch the signal.
  if (signal?.aborted) throw abortReason(signal);
  const codes: (string | undefined)[] = [];
  for (let last: Answer | undefined; ; ) {
    // Checked before each attempt, because timers can fire late.
    if (elapsed() >= limits.deadlineMs) return outOfTime(call, last);
    call.attempts += 1;
    const settled = await attempt(call, sendable);
    const { result, answer } = settled;
    if (result.ok) return settled;
    codes.push(result.error.code);
    const delayMs = waitBeforeRetry(call, result, answer, codes);
    if (delayMs === undefined) return settled;
    report({ type: 'retry', attempt: call.attempts, delayMs });
    call.unknownBefore ||= result.outcome === 'unknown';
    await pause(delayMs, signal);
    last = answer;
  }
}

async function prepare(call: CallContext, request: LightRequest | Request): Promise<SendableRequest> {
  const { url, method, headers, body } = await readRequest(request, call.where);
  // Checked once more, because middleware may have changed them.
  const checked = checkHeaders(headers, call.where);
  if (call.operation.authenticated) checked[keyHeader] = await currentKey(call);
  call.body = body;
  return { url, method, headers: checked, body };
}

async function currentKey(call: CallContext): Promise<string> {
  const { settings, limits, signal, elapsed, where } = call;
  const { apiKey } = settings;
  if (typeof apiKey === 'string') return apiKey;
  const timeIsUp = () =>
    timeoutError(call, 'deadline', 'not-sent', 'was not sent: the apiKey function returned no key');
  const limit = { milliseconds: Math.max(0, limits.deadlineMs - elapsed()), signal, timeIsUp };
  const key = await within(limit, async () => apiKey()).catch((error) => {
    if (signal?.aborted || error instanceof P100TimeoutError) throw error;
    return refuse('the apiKey function failed. Log its error inside the function to see why.', where);
  });
  return checkKey(key, where);
}

/** Milliseconds to wait before the next attempt, or undefined if there must be none. */
function waitBeforeRetry(
  call: CallContext,
  { error: { code }, outcome }: Failed,
  answer: Answer | undefined,
  codes: readonly (string | undefined)[],
): number | undefined {
  const { attempts, limits, elapsed } = call;
  const sameCode = codes.filter((seen) => seen === code).length;
  const failure = { outcome, code, attempts, sameCode, maxRetries: limits.maxRetries };
  if (!shouldRetry(failure, policyOf(call))) return undefined;
  const retryAfterMs = readRetryAfter(answer?.response.headers.get('retry-after'), Date.now()) ?? 0;
  const delayMs = delayBefore(attempts, retryAfterMs);
  return delayMs < limits.deadlineMs - elapsed() ? delayMs : undefined;
}

/** Makes one attempt, and reports its start and its end. Rejects only if the caller aborts. */
async function attempt(call: CallContext, request: SendableRequest): Promise<Settled> {
  const { settings, limits, signal, elapsed, report, attempts } = call;
  const begun = elapsed();
  const left = limits.deadlineMs - begun;
  let timeout: P100TimeoutError | undefined;
  const timeIsUp = () => {
    const scope = left <= limits.timeoutMs || elapsed() >= limits.deadlineMs ? 'deadline' : 'attempt';
    timeout = timeoutError(call, scope, 'unknown');
    return timeout;
  };
  let end: AttemptEnd = { outcome: 'aborted' };
  report({ type: 'attempt-start', attempt: attempts });
  try {
    // Looked up for each attempt, so that stubs and instrumentation that are installed later are used.
    const fetch = settings.fetch ?? (globalThis.fetch as Fetch);
    const limit = { milliseconds: Math.min(limits.timeoutMs, left), signal, timeIsUp };
    const settled = await sendOnce(fetch, request, limit).then(
      (answer) => ({ ...decode(answer, call), answer }),
      (error) => {
        if (signal?.aborted) throw abortReason(signal);
        return timeout ? failed(timeout, 'unknown') : connectionFailed(call, error);
      },
    );
    end = describeEnd(settled);
    return settled;
  } finally {
    report({ type: 'attempt-end', attempt: attempts, ...end, durationMs: Math.round(elapsed() - begun) });
  }
}

type AttemptEnd = Omit<AttemptEndEvent, keyof AttemptStartEvent | 'durationMs'>;

const describeEnd = ({ result, answer }: Settled): AttemptEnd =>
  result.ok
    ? { outcome: 'success', ...(answer && { status: answer.status }) }
    : { outcome: result.outcome, ...failureDetails(result.error) };

function connectionFailed(call: CallContext, error: unknown): Settled {
  const { code, text, notSent } = readConnectionFailure(error);
  const outcome = notSent ? 'not-sent' : 'unknown';
  const cause = Object.assign(new Error(text), code && { code });
  const message = `${call.where.name} got no response: ${code ? `${code}, ` : ''}${text}.`;
  return failed(new P100ConnectionError(message, { ...callFacts(call, outcome), cause }), outcome);
}

function outOfTime(call: CallContext, answer: Answer | undefined): Settled {
  const outcome = call.unknownBefore ? 'unknown' : 'not-sent';
  return failed(timeoutError(call, 'deadline', outcome), outcome, answer);
}

function timeoutError(
  call: CallContext,
  scope: 'attempt' | 'deadline',
  outcome: Outcome,
  what = scope === 'attempt' ? 'got no complete response' : 'did not finish',
) {
  const option = scope === 'attempt' ? 'timeoutMs' : 'deadlineMs';
  const message = `${call.where.name} ${what} within ${call.limits[option]} ms (${option}).`;
  return new P100TimeoutError(message, { ...callFacts(call, outcome), scope });
}

function failed(error: P100Error, outcome: Outcome, answer?: Answer): Settled {
  return { result: { ok: false, error, outcome }, body: undefined, answer };
}
