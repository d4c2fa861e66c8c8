/** What is known about an error code of the operating system, of TLS or of an HTTP client. */
interface SystemError {
  readonly text: string;
  /** Whether the code proves that nothing was sent. */
  readonly notSent?: true;
}

const certificate: SystemError = { text: 'the TLS certificate of the server was not accepted', notSent: true };
const refused: SystemError = { text: 'the connection was refused', notSent: true };
const lookup: SystemError = { text: 'the host name could not be resolved', notSent: true };
const unreachable: SystemError = { text: 'the network or the host is unreachable' };
const connectTimeout: SystemError = { text: 'the connection could not be opened in time', notSent: true };
const reset: SystemError = { text: 'the connection was closed before the response was complete' };

/** Only these codes get into an error: any other one may be made of something private. */
const systemErrors: Readonly<Record<string, SystemError>> = {
  ENOTFOUND: lookup,
  EAI_AGAIN: lookup,
  EAI_FAIL: lookup,
  EAI_NODATA: lookup,
  EAI_NONAME: lookup,
  ECONNREFUSED: refused,
  ConnectionRefused: refused,
  FailedToOpenSocket: refused,
  UND_ERR_CONNECT: connectTimeout,
  UND_ERR_CONNECT_TIMEOUT: connectTimeout,
  ETIMEDOUT: { text: 'the connection timed out' },
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EMFILE: { text: 'this process has too many open files' },
  ECONNRESET: reset,
  ECONNABORTED: reset,
  ConnectionClosed: reset,
  UND_ERR_SOCKET: reset,
  EPIPE: reset,
  EPROTO: { text: 'the TLS handshake or the connection failed' },
  UND_ERR_HEADERS_TIMEOUT: { text: 'undici waited too long for the response headers' },
  UND_ERR_BODY_TIMEOUT: { text: 'undici waited too long for the response body' },
  UND_ERR_HEADERS_OVERFLOW: { text: 'the response headers are too large' },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: reset,
  UND_ERR_ABORTED: { text: 'the request was aborted by something other than this client' },
  UND_ERR_CLOSED: { text: 'the undici dispatcher is closed', notSent: true },
  UND_ERR_DESTROYED: { text: 'the undici dispatcher was destroyed' },
  UND_ERR_INVALID_ARG: { text: 'undici refused the request', notSent: true },
  UND_ERR_BPL_MISSING_UPSTREAM: { text: 'the undici dispatcher has no upstream', notSent: true },
  HPE_HEADER_OVERFLOW: { text: 'the response headers are too large' },
  HPE_INVALID_CONSTANT: { text: 'the response is not HTTP' },
  ERR_TLS_CERT_ALTNAME_INVALID: certificate,
  ERR_TLS_CERT_ALTNAME_FORMAT: certificate,
  ERR_SSL_WRONG_VERSION_NUMBER: { text: 'the server does not speak TLS', notSent: true },
  ERR_SSL_PACKET_LENGTH_TOO_LONG: { text: 'the server does not speak TLS' },
  CERT_HAS_EXPIRED: certificate,
  CERT_NOT_YET_VALID: certificate,
  CERT_REVOKED: certificate,
  CERT_UNTRUSTED: certificate,
  CERT_REJECTED: certificate,
  CERT_SIGNATURE_FAILURE: certificate,
  DEPTH_ZERO_SELF_SIGNED_CERT: certificate,
  SELF_SIGNED_CERT_IN_CHAIN: certificate,
  UNABLE_TO_GET_ISSUER_CERT: certificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: certificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: certificate,
  HOSTNAME_MISMATCH: certificate,
};

/** What an error of any `fetch` says about a connection that failed. */
export interface ConnectionFailure {
  /** A known code. */
  readonly code: string | undefined;
  readonly text: string;
  /** Whether it is certain that nothing was sent. False if unsure. */
  readonly notSent: boolean;
}

/** Reads the error that a `fetch` rejected with, without keeping anything of it. */
export function readConnectionFailure(error: unknown): ConnectionFailure {
  const failures = findFailures(error, 0);
  const { code, text } = failures.find((failure) => failure.code !== undefined) ?? failures[0] ?? unknownFailure;
  return { code, text, notSent: failures.length > 0 && failures.every(({ notSent }) => notSent) };
}

const unknownFailure: ConnectionFailure = { code: undefined, text: 'the connection failed', notSent: false };

// Deeper causes add nothing, and causes can be cyclic.
const deepest = 4;

/** The known failures at the bottom of an error: one, or one for each address that was tried. */
function findFailures(error: unknown, depth: number): ConnectionFailure[] {
  if (typeof error !== 'object' || error === null || depth > deepest) return [];
  try {
    const { code, syscall, errors, cause } = error as Record<string, unknown>;
    // A host name can have several addresses; each of them was tried.
    if (Array.isArray(errors) && errors.length > 0) return errors.slice(0, 8).flatMap((each) => describe(each, depth));
    const known = typeof code === 'string' && Object.hasOwn(systemErrors, code) ? systemErrors[code] : undefined;
    const beforeSending = syscall === 'connect' || syscall === 'getaddrinfo';
    if (!known && !beforeSending) return findFailures(cause, depth + 1);
    const text = known?.text ?? 'the connection could not be opened';
    return [{ code: known && (code as string), text, notSent: beforeSending || known?.notSent === true }];
  } catch {
    return [];
  }
}

function describe(error: unknown, depth: number): ConnectionFailure[] {
  const found = findFailures(error, depth + 1);
  return found.length > 0 ? found : [unknownFailure];
}
