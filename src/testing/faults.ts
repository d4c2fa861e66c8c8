/** Whether a fault hits before or after the write: `false` (the default) loses the write, `true` only the answer. */
interface Effect {
  readonly takesEffect?: boolean;
}

/**
 * Something that goes wrong with one request.
 *
 * - `connection-refused`: nothing is sent (ECONNREFUSED).
 * - `connection-reset`: the connection breaks before there is an answer (ECONNRESET).
 * - `stall`: no answer ever comes; only an abort or a time limit ends it.
 * - `slow-body`: the usual answer, its body spread over `durationMs` (default: 1000).
 * - `truncated-body`: the usual answer breaks off in the middle of its body.
 * - `bad-gateway`: a 502 with an HTML page, as gateways send it.
 * - `too-many-requests`: a 429 before the request was looked at, with `Retry-After` where `retryAfter` is given: seconds or
 *   an HTTP date. P100 does not document this answer.
 * - `P500`, `P501`: P100's own transient errors.
 */
export type Fault =
  | { readonly type: 'connection-refused' }
  | ({ readonly type: 'connection-reset' } & Effect)
  | ({ readonly type: 'stall' } & Effect)
  | { readonly type: 'slow-body'; readonly durationMs?: number }
  | { readonly type: 'truncated-body' }
  | ({ readonly type: 'bad-gateway' } & Effect)
  | { readonly type: 'too-many-requests'; readonly retryAfter?: number | string }
  | ({ readonly type: 'P500' } & Effect)
  | ({ readonly type: 'P501' } & Effect);

/** An answer before it is turned into a `Response`. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Answers a request as it should be, and lets it take effect. */
export type Serve = () => Answer;

/** Turns an answer into a `Response`. */
export function respond({ status, headers, text }: Answer, body: string | ReadableStream<Uint8Array> = text): Response {
  const length = String(encoder.encode(text).length);
  return new Response(body, { status, headers: { ...headers, 'content-length': length } });
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
}

const encoder = new TextEncoder();

/** Lets one request meet a fault. `errorBody` answers the example of P500 and P501. */
export async function meetFault(
  fault: Fault,
  serve: Serve,
  signal: AbortSignal | null | undefined,
  errorBody: (code: 'P500' | 'P501') => unknown,
): Promise<Response> {
  if ('takesEffect' in fault && fault.takesEffect) serve();
  switch (fault.type) {
    case 'connection-refused':
      throw connectionError('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' });
    case 'connection-reset':
      throw connectionError('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });
    case 'stall':
      return untilAborted(signal);
    case 'slow-body':
      return answerSlowly(serve(), fault.durationMs ?? 1_000, signal);
    case 'truncated-body':
      return answerHalf(serve());
    case 'bad-gateway':
      return respond({ status: 502, headers: { 'content-type': 'text/html' }, text: gatewayPage });
    case 'too-many-requests': {
      const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      return respond({
        status: 429,
        headers: { 'content-type': 'text/plain', ...retryAfter },
        text: 'Too many requests',
      });
    }
    case 'P500':
    case 'P501':
      return respond(jsonAnswer(400, errorBody(fault.type)));
  }
}

const gatewayPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** What Node's fetch rejects with when there is no connection, or no longer one. */
function connectionError(message: string, details: { code: string; syscall: string }): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function answerHalf(answer: Answer): Response {
  const bytes = encoder.encode(answer.text);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length >> 1)),
    // The half has to arrive before the error: an error empties the queue.
    pull: (controller) => controller.error(bodyError()),
  });
  return respond(answer, body);
}

function bodyError(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  return new TypeError('terminated', { cause });
}

const slowParts = 10;

function answerSlowly(answer: Answer, durationMs: number, signal: AbortSignal | null | undefined): Response {
  const bytes = encoder.encode(answer.text);
  const partLength = Math.ceil(bytes.length / slowParts);
  let timer: ReturnType<typeof setTimeout>;
  let onAbort: () => void;
  let sent = 0;
  const finish = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      onAbort = () => {
        finish();
        controller.error(signal?.reason);
      };
      signal?.addEventListener('abort', onAbort);
      const sendPart = () => {
        controller.enqueue(bytes.subarray(sent, sent + partLength));
        sent += partLength;
        if (sent < bytes.length) {
          timer = setTimeout(sendPart, durationMs / slowParts);
          return;
        }
        finish();
        controller.close();
      };
      timer = setTimeout(sendPart, durationMs / slowParts);
    },
    cancel: finish,
  });
  return respond(answer, body);
}
