import { P100ConfigError } from '../errors.js';
import { type Answer, respond } from './answer.js';
import { type Described, type DocumentedCode, documentedCodes, errorAnswer } from './described.js';
import { refuseUnknown } from './unknown.js';

/** Whether the request takes effect before the fault happens. */
export interface FaultEffect {
  /**
   * `true`: the request takes effect, and only the response is lost. `false`: it has no effect.
   * @default false
   */
  readonly takesEffect?: boolean;
}

/**
 * Something that goes wrong with one request.
 *
 * - `connection-refused`: nothing is sent (ECONNREFUSED).
 * - `connection-reset`: the connection breaks before there is a response (ECONNRESET).
 * - `stall`: no response ever arrives; only an abort or a time limit ends the request.
 * - `slow-body`: the usual response, its body spread over `durationMs` milliseconds (default: 1000).
 * - `truncated-body`: the usual response, cut off in the middle of its body.
 * - `bad-gateway`: a 502 with an HTML page, as gateways send it.
 * - `too-many-requests`: a 429, a status that P100 does not document. The request has no effect. `retryAfter`
 *   (seconds or an HTTP date) sets `Retry-After`.
 * - `P403`, `P411`, …: the documented response with this code: from the called operation if it has one, else from
 *   another operation.
 */
export type Fault =
  | { readonly type: 'connection-refused' }
  | ({ readonly type: 'connection-reset' } & FaultEffect)
  | ({ readonly type: 'stall' } & FaultEffect)
  | { readonly type: 'slow-body'; readonly durationMs?: number }
  | { readonly type: 'truncated-body' }
  | ({ readonly type: 'bad-gateway' } & FaultEffect)
  | { readonly type: 'too-many-requests'; readonly retryAfter?: number | string }
  | ({ readonly type: DocumentedCode } & FaultEffect);

type TransportFault = Exclude<Fault['type'], DocumentedCode>;

/** The properties that each fault takes besides its type. */
const transportFaults: Readonly<Record<TransportFault, readonly string[]>> = {
  'connection-refused': [],
  'connection-reset': ['takesEffect'],
  stall: ['takesEffect'],
  'slow-body': ['durationMs'],
  'truncated-body': [],
  'bad-gateway': ['takesEffect'],
  'too-many-requests': ['retryAfter'],
};

interface PropertyRule {
  readonly fits: (value: unknown) => boolean;
  readonly what: string;
}

const propertyRules: Readonly<Record<string, PropertyRule>> = {
  takesEffect: { what: 'true or false', fits: (value) => typeof value === 'boolean' },
  durationMs: {
    what: 'a number from 0 to 2^31 - 1',
    fits: (value) => typeof value === 'number' && value >= 0 && value < 2 ** 31,
  },
  retryAfter: {
    what: 'a number of seconds or an HTTP date',
    fits: (value) => typeof value === 'number' || (typeof value === 'string' && /^[ -~]*$/.test(value)),
  },
};

/** Refuses an unknown fault, which plain JavaScript and the sandbox can pass. */
export function checkFault(fault: unknown): asserts fault is Fault {
  const { type, ...properties } = (fault ?? {}) as Record<string, unknown>;
  const types = [...Object.keys(transportFaults), ...documentedCodes];
  if (typeof type !== 'string' || !types.includes(type)) refuseUnknown('unknown fault', type, types, 'fake.failNext');
  const known = transportFaults[type as TransportFault] ?? ['takesEffect'];
  const unknown = Object.keys(properties).find((name) => !known.includes(name));
  if (unknown !== undefined) refuseUnknown(`the fault ${type} has no property`, unknown, known, 'fake.failNext');
  for (const [name, value] of Object.entries(properties)) {
    const rule = propertyRules[name];
    if (value === undefined || rule?.fits(value)) continue;
    throw new P100ConfigError(`${name} of the fault ${type} must be ${rule?.what}.`, 'fake.failNext');
  }
}

/** Responds to a request as usual, including its effect. */
export type Serve = () => Promise<Answer>;

/** Makes one request fail. */
export async function fail(
  fault: Fault,
  serve: Serve,
  signal: AbortSignal | null | undefined,
  operation: Described | undefined,
): Promise<Response> {
  if ('takesEffect' in fault && fault.takesEffect) await serve();
  switch (fault.type) {
    case 'connection-refused':
      throw connectionError('connect ECONNREFUSED', { code: 'ECONNREFUSED', syscall: 'connect' });
    case 'connection-reset':
      throw connectionError('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' });
    case 'stall':
      return untilAborted(signal);
    case 'slow-body':
      return respondSlowly(await serve(), fault.durationMs ?? 1_000, signal);
    case 'truncated-body':
      return respondByHalf(await serve());
    case 'bad-gateway':
      return respond({ status: 502, headers: { 'content-type': 'text/html' }, text: gatewayPage });
    case 'too-many-requests': {
      const retryAfter = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
      const headers = { 'content-type': 'text/plain', ...retryAfter };
      return respond({ status: 429, headers, text: 'Too many requests' });
    }
    default:
      return respond(errorAnswer(fault.type, operation));
  }
}

const gatewayPage = '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

/** The error with which Node's fetch rejects if a connection fails or breaks. */
function connectionError(message: string, details: { code: string; syscall: string }): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), details) });
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function respondByHalf(answer: Answer): Response {
  const bytes = encoder.encode(answer.text);
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length >> 1)),
    // Fail only after the half was read: an error discards what is still queued.
    pull: (controller) => controller.error(bodyError()),
  });
  return respond(answer, body);
}

function bodyError(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  return new TypeError('terminated', { cause });
}

const encoder = new TextEncoder();
const slowParts = 10;

function respondSlowly(answer: Answer, durationMs: number, signal: AbortSignal | null | undefined): Response {
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
