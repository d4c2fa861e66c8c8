/** A response before it becomes a `Response`. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const encoder = new TextEncoder();

/** Turns an answer into a `Response`. */
export function respond({ status, headers, text }: Answer, body: string | ReadableStream<Uint8Array> = text): Response {
  if (bodiless.includes(status)) return new Response(null, { status, headers });
  const length = String(encoder.encode(text).length);
  return new Response(body, { status, headers: { ...headers, 'content-length': length } });
}

// `Response` refuses a body with these statuses.
const bodiless = [204, 205, 304];

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, text: JSON.stringify(body) };
}

/** An answer with plain text or HTML. */
export function textAnswer(status: number, text: string): Answer {
  const type = text.startsWith('<') ? 'text/html' : 'text/plain';
  return { status, headers: { 'content-type': type }, text };
}

/** The answer of a described operation. An undocumented body becomes an empty object. */
export const bodyAnswer = (status: number, body: unknown): Answer =>
  typeof body === 'string' ? textAnswer(status, body) : jsonAnswer(status, body ?? {});
