import type { P100ConnectionError } from './errors.js';

/** What the errors of connections say about themselves, if they do. */
interface ConnectionFailure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

// Deeper causes are not worth a look, and a cause can be its own.
const deepest = 4;

/** Whether a connection error proves that nothing was sent. Where it is open, the answer is `unknown`. */
export function wasSent(error: unknown, depth = 0): P100ConnectionError['sent'] {
  if (typeof error !== 'object' || error === null || depth > deepest) return 'unknown';
  try {
    const { code, syscall, errors, cause } = error as ConnectionFailure;
    if (syscall === 'connect' || syscall === 'getaddrinfo') return 'no';
    if (typeof code === 'string' && beforeSending.test(code)) return 'no';
    // Of a name with several addresses, each was tried.
    if (Array.isArray(errors) && errors.length > 0) {
      return errors.every((each) => wasSent(each, depth + 1) === 'no') ? 'no' : 'unknown';
    }
    return wasSent(cause, depth + 1);
  } catch {
    return 'unknown';
  }
}

/** Codes of name look-up, connecting and the check of a certificate, of Node and of Bun. They cannot come later. */
const beforeSending =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|ERR_TLS_CERT_\w+|ERR_SSL_WRONG_VERSION_NUMBER|(CERT|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED)_\w+)$/;
