/** Error codes that prove that nothing was sent, grouped by explanation. */
const beforeSending: Readonly<Record<string, string>> = {
  'the host name could not be resolved': 'ENOTFOUND EAI_AGAIN EAI_FAIL EAI_NODATA EAI_NONAME',
  'the connection was refused': 'ECONNREFUSED ConnectionRefused FailedToOpenSocket',
  'the connection could not be opened in time': 'UND_ERR_CONNECT UND_ERR_CONNECT_TIMEOUT',
  'the server does not speak TLS': 'ERR_SSL_WRONG_VERSION_NUMBER',
  'the TLS certificate of the server was not accepted':
    'CERT_HAS_EXPIRED CERT_NOT_YET_VALID CERT_REVOKED CERT_UNTRUSTED CERT_REJECTED CERT_SIGNATURE_FAILURE HOSTNAME_MISMATCH ' +
    'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY ' +
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE ERR_TLS_CERT_ALTNAME_INVALID ERR_TLS_CERT_ALTNAME_FORMAT',
  'undici refused the request': 'UND_ERR_INVALID_ARG',
  'the undici dispatcher is closed': 'UND_ERR_CLOSED',
  'the undici dispatcher has no upstream': 'UND_ERR_BPL_MISSING_UPSTREAM',
};

/** Error codes after which it is unknown whether something was sent. */
const atAnyTime: Readonly<Record<string, string>> = {
  'the network or the host is unreachable': 'EHOSTUNREACH ENETUNREACH',
  'the connection timed out': 'ETIMEDOUT',
  'this process has too many open files': 'EMFILE',
  'the connection was closed before the response was complete':
    'ECONNRESET ECONNABORTED ConnectionClosed UND_ERR_SOCKET EPIPE UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'the TLS handshake or the connection failed': 'EPROTO ERR_SSL_PACKET_LENGTH_TOO_LONG',
  'undici waited too long for the response headers': 'UND_ERR_HEADERS_TIMEOUT',
  'undici waited too long for the response body': 'UND_ERR_BODY_TIMEOUT',
  'the response headers are too large': 'UND_ERR_HEADERS_OVERFLOW HPE_HEADER_OVERFLOW',
  'the response is not HTTP': 'HPE_INVALID_CONSTANT',
  'the request was aborted by something other than this client': 'UND_ERR_ABORTED',
  'the undici dispatcher was destroyed': 'UND_ERR_DESTROYED',
};

/** Why a connection failed, as the error of a `fetch` says. */
export interface ConnectionFailure {
  /** A known code. */
  readonly code: string | undefined;
  readonly text: string;
  /** Whether it is certain that nothing was sent. False if unsure. */
  readonly notSent: boolean;
}

/** The known codes. Our errors contain no others: an unknown code may contain personal data. */
const known = new Map<unknown, ConnectionFailure>(
  [beforeSending, atAnyTime].flatMap((table) =>
    Object.entries(table).flatMap(([text, codes]) =>
      codes.split(' ').map((code) => [code, { code, text, notSent: table === beforeSending }] as const),
    ),
  ),
);

/** Reads the error that a `fetch` rejected with. Nothing of it is kept: it may contain personal data. */
export function readConnectionFailure(error: unknown): ConnectionFailure {
  const failures = findFailures(error, 0);
  const { code, text } = failures.find((failure) => failure.code !== undefined) ?? failures[0] ?? unknownFailure;
  return { code, text, notSent: failures.length > 0 && failures.every(({ notSent }) => notSent) };
}

const unknownFailure: ConnectionFailure = { code: undefined, text: 'the connection failed', notSent: false };
const notOpened: ConnectionFailure = { code: undefined, text: 'the connection could not be opened', notSent: true };

// Deeper causes add nothing, and causes can be cyclic.
const deepest = 4;
// The rest of a longer list counts as unknown. Lists can be nested and cyclic, so they are not read without a bound.
const longestList = 8;

/** The known failures that caused an error: one, or one for each address that was tried. */
function findFailures(error: unknown, depth: number): readonly ConnectionFailure[] {
  if (typeof error !== 'object' || error === null || depth > deepest) return [];
  try {
    const { code, syscall, errors, cause } = error as Record<string, unknown>;
    if (Array.isArray(errors) && errors.length > 0) {
      const found = errors.slice(0, longestList).map((each) => findFailures(each, depth + 1));
      if (errors.length > longestList) found.push([]);
      return found.flatMap((failures) => (failures.length > 0 ? failures : [unknownFailure]));
    }
    const failure = known.get(code);
    if (syscall === 'connect' || syscall === 'getaddrinfo') return [{ ...notOpened, ...failure, notSent: true }];
    return failure ? [failure] : findFailures(cause, depth + 1);
  } catch {
    return [];
  }
}
