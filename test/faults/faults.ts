import { gzipSync } from 'node:zlib';
import { createdUser } from '../support/description.ts';
import type { Respond } from '../support/fault-server.ts';
import { head, reply, replyJson } from '../support/fault-server.ts';

/** One row of the fault table. */
export interface Fault {
  readonly name: string;
  readonly respond: Respond;
  /** What `users.create` rejects with, or `created` if it succeeds in the end. */
  readonly expected: 'created' | Readonly<Record<string, unknown>>;
  /** How many requests the server sees. */
  readonly requests: number;
  /** Whether only its time limit can end an attempt. The test then uses a short one. */
  readonly stalls?: true;
}

const answer = JSON.stringify(createdUser());
const html = '<!doctype html><title>Bad gateway</title><p>Please try again.';
const json = { 'content-type': 'application/json' };

const response = (status: number, reason: string, retryable: boolean) => ({
  name: 'P100ResponseError',
  status,
  reason,
  retryable,
});
const apiError = (name: string, code: string, retryable = false) => ({ name, status: 400, code, retryable });
const timeout = { name: 'P100TimeoutError', scope: 'attempt', retryable: true };
const noAnswer = { name: 'P100ConnectionError', mayHaveTakenEffect: true, retryable: true };

/** Sends one response to the first requests, and P100's example response to the following ones. */
const firstThenCreated =
  (times: number, first: Respond): Respond =>
  (socket, count) => {
    if (count <= times) first(socket, count);
    else replyJson(socket, 201, createdUser());
  };

const code =
  (errorCode: string): Respond =>
  (socket) =>
    replyJson(socket, 400, { errorCode });

const silence: Fault[] = [
  { name: 'accepts and never responds', respond: () => {}, expected: timeout, requests: 3, stalls: true },
  {
    name: 'headers, then a stall',
    respond: (socket) => socket.write(head(201, { ...json, 'content-length': answer.length })),
    expected: timeout,
    requests: 3,
    stalls: true,
  },
  {
    name: 'half the body, then a stall',
    respond: (socket) => {
      socket.write(head(201, { ...json, 'content-length': answer.length }));
      socket.write(answer.slice(0, answer.length / 2));
    },
    expected: timeout,
    requests: 3,
    stalls: true,
  },
  {
    name: 'one byte a second',
    respond: (socket) => {
      socket.write(head(201, { ...json, 'content-length': answer.length }));
      let at = 0;
      const timer = setInterval(() => socket.write(answer.charAt(at++)), 1000);
      socket.on('close', () => clearInterval(timer));
    },
    expected: timeout,
    requests: 3,
    stalls: true,
  },
];

const brokenOff: Fault[] = [
  { name: 'reset before headers', respond: (socket) => socket.resetAndDestroy(), expected: noAnswer, requests: 3 },
  {
    name: 'reset in mid-body',
    respond: (socket) => {
      socket.write(head(201, { ...json, 'content-length': answer.length }));
      socket.write(answer.slice(0, 500), () => socket.resetAndDestroy());
    },
    // Whether the headers were read before the reset arrived is up to the operating system.
    expected: { retryable: true },
    requests: 3,
  },
  {
    name: 'Content-Length larger than the body',
    respond: (socket) => {
      socket.end(head(201, { ...json, 'content-length': answer.length + 10 }) + answer);
    },
    expected: response(201, 'truncated', true),
    requests: 3,
  },
  {
    name: 'truncated JSON',
    respond: (socket) => reply(socket, 201, answer.slice(0, -20)),
    expected: response(201, 'truncated', true),
    requests: 3,
  },
  {
    name: 'a gzip body that is broken',
    // On a connection that is kept alive, fetch of Node 20 and 22 never ends the second such body; only the time-out does.
    respond: (socket) => {
      const headers = { 'content-encoding': 'gzip', connection: 'close' };
      reply(socket, 201, gzipSync(answer).fill(7, 20, 60), headers);
      socket.end();
    },
    expected: response(201, 'truncated', true),
    requests: 3,
  },
];

const notPromised: Fault[] = [
  {
    name: 'invalid UTF-8',
    respond: (socket) => reply(socket, 201, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
    expected: response(201, 'not-json', true),
    requests: 3,
  },
  {
    name: 'an empty 201',
    respond: (socket) => reply(socket, 201, ''),
    expected: response(201, 'not-json', true),
    requests: 3,
  },
  {
    name: '204',
    respond: (socket) => socket.write(head(204)),
    expected: response(204, 'undescribed-status', true),
    requests: 3,
  },
  ...[null, ['text'], 'text', 42].map((value) => ({
    name: `the JSON ${JSON.stringify(value)}`,
    respond: ((socket) => replyJson(socket, 201, value)) satisfies Respond,
    expected: response(201, 'not-json', true),
    requests: 3,
  })),
  ...[
    { status: 200, retryable: true, reason: 'not-json' },
    { status: 400, retryable: false, reason: 'not-json' },
    { status: 502, retryable: true, reason: 'server-error' },
  ].map(({ status, retryable, reason }) => ({
    name: `HTML ${status}`,
    respond: ((socket) => reply(socket, status, html, { 'content-type': 'text/html' })) satisfies Respond,
    expected: response(status, reason, retryable),
    requests: retryable ? 3 : 1,
  })),
  {
    name: 'an error without an error code',
    respond: (socket) => replyJson(socket, 400, { message: 'Bad Request' }),
    expected: response(400, 'not-json', false),
    requests: 1,
  },
  {
    name: '404',
    respond: (socket) => replyJson(socket, 404, { message: 'Not Found' }),
    expected: response(404, 'undescribed-status', false),
    requests: 1,
  },
  ...[408, 500, 502, 503, 504].map((status) => ({
    name: `${status}`,
    respond: ((socket) => replyJson(socket, status, {})) satisfies Respond,
    expected: response(status, 'server-error', true),
    requests: 3,
  })),
];

const accessDenied: Fault[] = [
  ['Access Denied. xo1', 'missing-key'],
  ['Access Denied. xo2', 'wrong-key'],
  ['{"message":"Access Denied. xo3"}', 'address-not-allowed'],
  ['', 'unknown'],
].map(([text = '', reason]) => ({
  name: `401 ${text || 'without a body'}`,
  respond: (socket) => reply(socket, 401, text),
  expected: { name: 'AuthenticationError', status: 401, code: undefined, reason, retryable: false },
  requests: 1,
}));

const message = 'country must be a string. phone must be a string.';

const refusals: Fault[] = [
  {
    name: 'P403 with one message',
    respond: (socket) => replyJson(socket, 400, { errorCode: 'P403', errorMessage: 'phone must be a string' }),
    expected: { ...apiError('ValidationError', 'P403'), issues: ['phone must be a string'] },
    requests: 1,
  },
  {
    name: 'P403 with several messages',
    respond: (socket) => replyJson(socket, 400, { errorCode: 'P403', errorMessage: message }),
    expected: {
      ...apiError('ValidationError', 'P403'),
      errorMessage: message,
      issues: ['country must be a string', 'phone must be a string'],
    },
    requests: 1,
  },
  {
    name: 'P403 without a message',
    respond: code('P403'),
    expected: { ...apiError('ValidationError', 'P403'), issues: [] },
    requests: 1,
  },
  {
    name: 'P411',
    respond: code('P411'),
    expected: { ...apiError('UserExistsError', 'P411'), possiblyCreatedByThisCall: false },
    requests: 1,
  },
  { name: 'P431', respond: code('P431'), expected: apiError('ForbiddenCountryError', 'P431'), requests: 1 },
  { name: 'an unknown code', respond: code('P999'), expected: apiError('P100ApiError', 'P999'), requests: 1 },
  {
    name: 'a code that is a property of every object',
    respond: code('constructor'),
    expected: response(400, 'not-json', false),
    requests: 1,
  },
  {
    name: 'an undocumented code in a 200',
    respond: (socket) => replyJson(socket, 200, { errorCode: 'P999' }),
    expected: { ...apiError('P100ApiError', 'P999', true), status: 200 },
    requests: 3,
  },
];

const transient: Fault[] = [
  { name: 'P500 once, then 201', respond: firstThenCreated(1, code('P500')), expected: 'created', requests: 2 },
  {
    name: 'P500 always',
    respond: code('P500'),
    expected: apiError('UnknownExceptionError', 'P500', true),
    requests: 2,
  },
  { name: 'P501 twice, then 201', respond: firstThenCreated(2, code('P501')), expected: 'created', requests: 3 },
  {
    name: 'P501, P500, then 201',
    respond: firstThenCreated(2, (socket, count) => code(count === 1 ? 'P501' : 'P500')(socket, count)),
    expected: 'created',
    requests: 3,
  },
  {
    name: 'P501 always',
    respond: code('P501'),
    expected: apiError('ServiceUnavailableError', 'P501', true),
    requests: 3,
  },
  {
    name: 'a reset, then P411',
    respond: (socket, count) => (count === 1 ? socket.resetAndDestroy() : code('P411')(socket, count)),
    expected: {
      ...apiError('UserExistsError', 'P411'),
      possiblyCreatedByThisCall: true,
      mayHaveTakenEffect: true,
      attempts: 2,
    },
    requests: 2,
  },
  {
    name: '429 with seconds, then P411',
    respond: (socket, count) =>
      count === 1 ? replyJson(socket, 429, {}, { 'retry-after': 0 }) : code('P411')(socket, count),
    expected: { ...apiError('UserExistsError', 'P411'), possiblyCreatedByThisCall: false, attempts: 2 },
    requests: 2,
  },
  {
    name: '429 with a date that has passed, then 201',
    respond: firstThenCreated(1, (socket) => {
      replyJson(socket, 429, {}, { 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' });
    }),
    expected: 'created',
    requests: 2,
  },
  {
    name: '429 with 3600 seconds',
    respond: (socket) => replyJson(socket, 429, {}, { 'retry-after': 3600 }),
    expected: {
      ...response(429, 'rate-limited', true),
      retryAfterMs: 3_600_000,
      mayHaveTakenEffect: false,
      attempts: 1,
    },
    requests: 1,
  },
  {
    name: '429 with garbage',
    respond: (socket) => replyJson(socket, 429, {}, { 'retry-after': 'in 5 minutes, or May 1' }),
    expected: response(429, 'rate-limited', true),
    requests: 3,
  },
  ...['P403', 'P431'].map((refusal) => ({
    name: `a reset, then ${refusal}`,
    respond: ((socket, count) =>
      count === 1 ? socket.resetAndDestroy() : code(refusal)(socket, count)) satisfies Respond,
    expected: { code: refusal, mayHaveTakenEffect: true, attempts: 2, status: 400 },
    requests: 2,
  })),
  {
    name: 'a reset, then 401',
    respond: (socket, count) => (count === 1 ? socket.resetAndDestroy() : reply(socket, 401, 'xo2')),
    expected: { name: 'AuthenticationError', code: undefined, status: 401, mayHaveTakenEffect: true, attempts: 2 },
    requests: 2,
  },
  {
    name: '503 with Retry-After, then P411',
    respond: (socket, count) =>
      count === 1 ? reply(socket, 503, html, { 'retry-after': 0 }) : code('P411')(socket, count),
    expected: { ...apiError('UserExistsError', 'P411'), possiblyCreatedByThisCall: true, mayHaveTakenEffect: true },
    requests: 2,
  },
  {
    name: '200 instead of 201',
    respond: (socket) => replyJson(socket, 200, createdUser()),
    expected: 'created',
    requests: 1,
  },
  {
    name: '503 with Retry-After, then 201',
    respond: firstThenCreated(1, (socket) => reply(socket, 503, html, { 'retry-after': 0 })),
    expected: 'created',
    requests: 2,
  },
];

const preliminary: Fault[] = [
  {
    name: '103, then 201',
    respond: (socket) => {
      socket.write('HTTP/1.1 103 Early Hints\r\nlink: </style.css>; rel=preload\r\n\r\n');
      replyJson(socket, 201, createdUser());
    },
    expected: 'created',
    requests: 1,
  },
];

const excess: Fault[] = [
  {
    name: 'a 3 MiB body',
    respond: (socket) => reply(socket, 201, JSON.stringify({ text: 'x'.repeat(3 * 2 ** 20) })),
    expected: response(201, 'too-large', true),
    requests: 3,
  },
  {
    name: 'a 3 MiB body without a length',
    respond: (socket) => socket.end(`${head(201, { ...json, connection: 'close' })}${' '.repeat(3 * 2 ** 20)}`),
    expected: response(201, 'too-large', true),
    requests: 3,
  },
  {
    name: 'a body that decompresses to 3 MiB',
    respond: (socket) => reply(socket, 201, gzipSync(' '.repeat(3 * 2 ** 20)), { 'content-encoding': 'gzip' }),
    expected: response(201, 'too-large', true),
    requests: 3,
  },
  {
    name: 'a 64 KiB header',
    respond: (socket) => replyJson(socket, 201, createdUser(), { 'x-long': 'x'.repeat(64 * 2 ** 10) }),
    expected: noAnswer,
    requests: 3,
  },
  {
    name: 'nesting 10 000 deep in an error',
    respond: (socket) => reply(socket, 400, `{"errorCode":"P431","more":${'['.repeat(10_000)}${']'.repeat(10_000)}}`),
    expected: apiError('ForbiddenCountryError', 'P431'),
    requests: 1,
  },
];

/** Each fault that a server can produce, and the expected result. */
export const faults: readonly Fault[] = [
  ...silence,
  ...brokenOff,
  ...notPromised,
  ...accessDenied,
  ...refusals,
  ...transient,
  ...preliminary,
  ...excess,
];
