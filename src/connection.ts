/** What the errors of connections say about themselves, if they do. */
interface ConnectionFailure {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly errors?: unknown;
  readonly cause?: unknown;
}

// Deeper causes are not worth a look, and a cause can be its own.
const deepest = 4;

/** Whether a connection error proves that nothing was sent. Where it is open, the answer is no. */
export function neverSent(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > deepest) return false;
  try {
    const { code, syscall, errors, cause } = error as ConnectionFailure;
    if (syscall === 'connect' || syscall === 'getaddrinfo' || beforeSending.test(String(code))) return true;
    // Of a name with several addresses, each was tried.
    if (Array.isArray(errors) && errors.length > 0) return errors.every((each) => neverSent(each, depth + 1));
    return neverSent(cause, depth + 1);
  } catch {
    return false;
  }
}

/** How codes of name look-up, connecting and certificates begin, of Node and of Bun. They cannot come later. */
const beforeSending =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|UND_ERR_CONNECT|ConnectionRefused|FailedToOpenSocket|ERR_TLS_CERT|ERR_SSL_WRONG|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED)/;
