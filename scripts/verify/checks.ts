import type { ReadableStream } from 'node:stream/web';
import { fixtures } from '../../src/generated/fixtures.ts';
import { keyHeader } from '../../src/generated/operations.ts';

const { examples, key, method } = fixtures.createUser;

/** One request and the expected response. */
export interface Check {
  readonly title: string;
  /** Such as `201`, `400 P403` or `401 wrong-key`. */
  readonly expected: string;
  readonly apiKey?: string;
  readonly body: object;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/**
 * The checks, in order. All requests name the same user, so that a server that already has the user creates no other.
 * The caller stops at the first unexpected success.
 */
export function checks(body: Readonly<Record<string, unknown>>, apiKey: string): Check[] {
  const fields = Object.keys(body).filter((field) => field !== key);
  const refuse = (title: string, wrong: object): Check => ({ title, expected: '400 P403', apiKey, body: wrong });
  return [
    { title: 'no key', expected: '401 missing-key', body },
    { title: 'a wrong key', expected: '401 wrong-key', apiKey: 'not-a-key', body },
    { title: 'a new user', expected: '201', apiKey, body },
    { title: `the same ${key} again`, expected: '400 P411', apiKey, body },
    refuse(`a body with only ${key}`, { [key]: body[key] }),
    ...fields.map((field) => refuse(`a body without ${field}`, { ...body, [field]: undefined })),
    ...fields.map((field) => refuse(`a body whose ${field} is a number`, { ...body, [field]: 42 })),
  ];
}

/** Names a response by its status and its error code, or by the name of the documented text. */
export function nameAnswer({ status, text }: Answer): string {
  const named = Object.entries(examples as Record<string, Record<string, unknown>>).find(
    ([described]) => described === String(status),
  )?.[1];
  const known = Object.entries(named ?? {}).find(([, example]) => example === text)?.[0];
  const { errorCode } = (parse(text) ?? {}) as { errorCode?: unknown };
  return [status, typeof errorCode === 'string' ? errorCode : known].filter(Boolean).join(' ');
}

/** The names of all documented responses. */
export const documented = Object.entries(examples).flatMap(([status, named]) =>
  Object.values(named).map((example: unknown) =>
    nameAnswer({ status: Number(status), text: typeof example === 'string' ? example : JSON.stringify(example) }),
  ),
);

/** The parsed JSON of a text, or the text if it is not JSON. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const maxBytes = 2 ** 20;

/** Sends one request. Does not follow redirects, which could send the key to another host. */
export async function ask(url: string, { apiKey, body }: Check): Promise<Answer> {
  const headers = { 'content-type': 'application/json', ...(apiKey !== undefined && { [keyHeader]: apiKey }) };
  const signal = AbortSignal.timeout(15_000);
  const response = await fetch(url, { method, headers, body: JSON.stringify(body), redirect: 'manual', signal });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // The types are of the browser's stream, which cannot be iterated. Node's stream can.
  for await (const chunk of (response.body as ReadableStream<Uint8Array> | null) ?? []) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new Error(`its body is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return { status: response.status, text: Buffer.concat(chunks).toString() };
}
