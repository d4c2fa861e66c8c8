// Shorter values would cut up the words of a message and give nothing away.
const shortestSecret = 3;

/** The values of a JSON body that must not get into an error: all but those of the loggable fields. */
export function bodySecrets(body: string | undefined, loggable: readonly string[]): string[] {
  const secrets: string[] = [];
  if (body === undefined) return secrets;
  JSON.parse(body, (field, value) => {
    const plain = typeof value === 'string' || typeof value === 'number';
    if (plain && !loggable.includes(field) && String(value).length >= shortestSecret) secrets.push(String(value));
  });
  return secrets;
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
