// The documented bodies have less than 1 KiB.
const maxBytes = 256 * 1024;

/** Reads a body within limits of size and time. Answers the status to refuse it with if that fails. */
export async function readBody(request: Request, timeoutMs: number): Promise<string | 400 | 408 | 413> {
  if (Number(request.headers.get('content-length')) > maxBytes) return 413;
  if (request.bodyUsed || !request.body) return 400;
  const reader = request.body.getReader();
  try {
    return await within(timeoutMs, () => drain(reader));
  } catch (error) {
    return error === tooLate ? 408 : 400;
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | 413> {
  let bytes = new Uint8Array(1024);
  let length = 0;
  let counted = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length));
    // An empty chunk counts too, so that a stream of them ends.
    counted += value.length || 1;
    if (counted > maxBytes) return 413;
    if (length + value.length > bytes.length) {
      const larger = new Uint8Array(2 * (length + value.length));
      larger.set(bytes);
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
  }
}

const tooLate = new Error('a webhook function took longer than its limit');

/** Rejects if the work takes longer. The work goes on, because nothing can stop it. */
export async function within<Value>(ms: number, work: () => Value | Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooLate), ms);
  });
  try {
    return await Promise.race([work(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
