// Shorter values would cut up the words of a message and give nothing away.
const shortestSecret = 3;

/** The values of a request that must not get into an error: of its headers, and of all but the loggable fields. */
export function requestSecrets(
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  loggable: readonly string[],
): string[] {
  const { 'content-type': _, ...rest } = headers;
  const secrets = Object.values(rest);
  if (body !== undefined) {
    JSON.parse(body, (field, value) => {
      if (loggable.includes(field) || (typeof value !== 'string' && typeof value !== 'number')) return;
      // A text may quote the value itself or the JSON that it was sent as.
      secrets.push(String(value), JSON.stringify(String(value)).slice(1, -1));
    });
  }
  return secrets.filter((secret) => secret.length >= shortestSecret).sort((a, b) => b.length - a.length);
}

/** Replaces each secret in a text. */
export function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '[redacted]'), text);
}

/**
 * A copy of a foreign error that is safe to keep: name, code and message without secrets. The original may hold the
 * request, as the errors of many HTTP clients do.
 */
export function describeCause(error: unknown, secrets: readonly string[], depth = 3): Error | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const cause = describeCause(error.cause, secrets, depth - 1);
  const copy = new Error(redact(error.message, secrets), cause && { cause });
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') Object.assign(copy, { code: redact(code, secrets) });
  return copy;
}
