import type { FetchResponse } from './fetch.js';
import { tell } from './report.js';

/** The largest response body that is read, in bytes. P100's responses have about 2 kB. */
export const bodyLimit = 2 * 2 ** 20;

/** The text of a body, or why it could not be read. */
export type ReadBody =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'redirect' | 'too-large' | 'truncated' | 'not-json' };

/** Reads bodies in parts, from a web stream or from an async iterable. */
interface PartReader {
  readonly next: () => Promise<{ readonly done?: boolean | undefined; readonly value?: unknown }>;
  readonly cancel: () => unknown;
}

/** A body that is being read, and a way to stop reading. */
export interface BodyReading {
  readonly result: Promise<ReadBody>;
  /** Stops the stream, even if it ignores the signal of its request. */
  readonly cancel: () => void;
}

/** Reads a body of any kind, up to the limit. */
export function readBody(
  response: Pick<FetchResponse, 'headers' | 'body' | 'arrayBuffer'>,
  limit = bodyLimit,
): BodyReading {
  const reader = openReader(response.body);
  let cancelled = false;
  const cancel = () => {
    if (cancelled) return;
    cancelled = true;
    tell(reader?.cancel);
  };
  const read = () => (reader ? readParts(reader, limit, () => cancelled) : readWhole(response, limit));
  const isTooLarge = Number(response.headers.get('content-length')) > limit;
  const bytes = isTooLarge ? Promise.resolve(undefined) : read();
  const finish = (body: ReadBody): ReadBody => {
    if (!body.ok) cancel();
    return body;
  };
  const truncated = () => finish({ ok: false, reason: 'truncated' });
  return { result: bytes.then((all) => finish(decode(all)), truncated), cancel };
}

function openReader(body: unknown): PartReader | undefined {
  const stream = (body ?? {}) as Partial<ReadableStream & AsyncIterable<unknown> & { destroy(): void }>;
  if (typeof stream.getReader === 'function') {
    const reader = stream.getReader();
    return { next: () => reader.read(), cancel: () => reader.cancel() };
  }
  const iterator = stream[Symbol.asyncIterator]?.();
  // A generator ignores `return` while it waits for a part; a Node stream ends at once when it is destroyed.
  const cancel = () => (stream.destroy ? stream.destroy() : iterator?.return?.());
  return iterator && { next: () => iterator.next(), cancel };
}

type Bytes = Uint8Array | ArrayBuffer | undefined;

async function readWhole(response: Pick<FetchResponse, 'arrayBuffer'>, limit: number): Promise<Bytes> {
  const bytes = await response.arrayBuffer();
  return bytes.byteLength > limit ? undefined : bytes;
}

// After how many parts to look at the clock, and after how long to give other work a turn.
const partsPerLook = 64;
const longestTurnMs = 10;

/** All bytes of a body, or undefined if there are more than the limit. */
async function readParts(reader: PartReader, limit: number, cancelled: () => boolean): Promise<Bytes> {
  let buffer: Uint8Array | undefined;
  let size = 0;
  let turnBegan = performance.now();
  for (let parts = 1; ; parts++) {
    const { done, value } = await reader.next();
    if (done) return buffer?.subarray(0, size) ?? new Uint8Array();
    if (cancelled()) throw new Error('cancelled');
    if (!(value instanceof Uint8Array)) throw new Error('not bytes');
    if (size + value.length > limit) return undefined;
    buffer = append(buffer, size, value);
    size += value.length;
    // A stream that always has a part ready would otherwise keep every timer from firing.
    if (parts % partsPerLook === 0 && performance.now() - turnBegan > longestTurnMs) {
      await nextTurn();
      turnBegan = performance.now();
    }
  }
}

/** Adds a part to a buffer that doubles when it is full. Most bodies arrive in one part and are not copied. */
function append(buffer: Uint8Array | undefined, size: number, part: Uint8Array): Uint8Array {
  if (size === 0) return part;
  const needed = size + part.length;
  let target = buffer as Uint8Array;
  if (needed > target.length) {
    target = new Uint8Array(Math.max(needed, 2 * target.length));
    target.set((buffer as Uint8Array).subarray(0, size));
  }
  target.set(part, size);
  return target;
}

const nextTurn = (): Promise<unknown> =>
  new Promise((resolve) => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve);
  });

const decoder = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Bytes): ReadBody {
  if (!bytes) return { ok: false, reason: 'too-large' };
  try {
    return { ok: true, text: decoder.decode(bytes) };
  } catch {
    return { ok: false, reason: 'not-json' };
  }
}
