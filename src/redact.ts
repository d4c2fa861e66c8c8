// Shorter values would cut up the words of a message and give nothing away.
const shortestSecret = 3;

// An expression of some 40 000 characters is more than V8 can hold.
const longestPattern = 16_384;
const longestText = 131_072;

// Foreign causes that are kept: deeper ones say nothing new, and a cause can be its own.
const deepestCause = 3;

/** The values of a request that must not get into an error: of its headers, and of all but the loggable fields. */
export function requestSecrets(
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
  loggable: readonly string[],
): string[] {
  const { 'content-type': _, ...rest } = headers;
  const secrets = new Set(Object.values(rest));
  const found: [field: string, value: unknown][] = [['', JSON.parse(body ?? 'null')]];
  // A list and not a recursion: a body can be nested deeper than the stack.
  for (let entry = found.pop(); entry; entry = found.pop()) {
    const [field, value] = entry;
    if (loggable.includes(field)) continue;
    if (typeof value === 'object' && value !== null) found.push(...Object.entries(value));
    // A text may quote the value itself or the JSON that it was sent as.
    else if (value !== null) secrets.add(String(value)).add(JSON.stringify(String(value)).slice(1, -1));
  }
  return [...secrets].filter((secret) => secret.length >= shortestSecret).sort((a, b) => b.length - a.length);
}

/**
 * Replaces each secret in a text, in whatever case it is spelt. What would take seconds to search, or more secrets than
 * an expression can hold, is replaced as a whole.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const pattern = secrets.map((secret) => secret.replace(/\W/g, '\\$&')).join('|');
  if (!pattern) return text;
  if (pattern.length > longestPattern || text.length > longestText) return '[redacted]';
  return text.replace(new RegExp(pattern, 'gi'), '[redacted]');
}

/**
 * A copy of a foreign error that is safe to keep: name, code and message without secrets. The original may hold the
 * request, as the errors of many HTTP clients do. Undefined for what is no error or cannot be read.
 */
export function describeCause(error: unknown, secrets: readonly string[], depth = 0): Error | undefined {
  if (typeof error !== 'object' || error === null || depth >= deepestCause) return undefined;
  try {
    const { name, message, code, cause, errors } = error as Error & { code?: unknown; errors?: unknown[] };
    const inner = describeCause(cause ?? errors?.[0], secrets, depth + 1);
    const copy = new Error(redact(String(message), secrets), inner && { cause: inner });
    for (const [field, value] of Object.entries({ name, code })) {
      if (typeof value !== 'string') continue;
      Object.defineProperty(copy, field, { value: redact(value, secrets), enumerable: field === 'code' });
    }
    return copy;
  } catch {
    return undefined;
  }
}

/** The innermost message of an error: what is outside of it, such as "fetch failed", says less. */
export function innermostMessage(error: Error | undefined): string | undefined {
  return error && (innermostMessage(error.cause as Error | undefined) || error.message);
}
