import type { DispatchController } from 'undici';
import { join } from '../transport.js';

/** Takes what arrives of a body, and gives it to whom reads it. */
export interface Body {
  push(chunk: Uint8Array): void;
  end(): void;
  fail(error: unknown): void;
  bytes(): Promise<Uint8Array>;
  readonly stream?: ReadableStream<Uint8Array>;
}

/** A body of known length, and no long one: collected, which is cheaper than a stream. */
export class CollectedBody implements Body {
  readonly #chunks: Uint8Array[] = [];
  end!: () => void;
  fail!: (error: unknown) => void;
  readonly #ended = new Promise<void>((resolve, reject) => {
    this.end = resolve;
    this.fail = reject;
  });

  constructor() {
    // Nobody has to read a body.
    this.#ended.catch(() => {});
  }

  push(chunk: Uint8Array): void {
    this.#chunks.push(chunk);
  }

  async bytes(): Promise<Uint8Array> {
    await this.#ended;
    const bytes = await join(this.#chunks);
    return bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes);
  }
}

/** A body of unknown length: no more of it is taken in than is read. */
export class StreamedBody implements Body {
  readonly stream: ReadableStream<Uint8Array>;
  #sink!: ReadableStreamDefaultController<Uint8Array>;

  constructor(
    private readonly controller: DispatchController,
    coding: string | null,
  ) {
    const stream = new ReadableStream<Uint8Array>({
      start: (sink) => {
        this.#sink = sink;
      },
      pull: () => controller.resume(),
      cancel: (reason) => controller.abort(reason),
    });
    this.stream = unpack(stream, coding);
  }

  push(chunk: Uint8Array): void {
    // On a resumed body that only the connection's end delimits, undici reports nothing as a chunk: pausing again
    // would go on forever.
    if (chunk.length === 0) return;
    this.#sink.enqueue(chunk);
    if ((this.#sink.desiredSize ?? 0) <= 0) this.controller.pause();
  }

  end(): void {
    this.#sink.close();
  }

  fail(error: unknown): void {
    this.#sink.error(error);
  }

  async bytes(): Promise<Uint8Array> {
    return new Uint8Array(await new Response(this.stream as BodyInit).arrayBuffer());
  }
}

/** Unpacks what a server packs unasked, as `fetch` does. */
function unpack(body: ReadableStream<Uint8Array>, coding: string | null): ReadableStream<Uint8Array> {
  const format = /^\s*(?:x-)?(gzip|deflate)\s*$/i.exec(coding ?? '')?.[1]?.toLowerCase();
  if (!format) return body;
  return body.pipeThrough(new DecompressionStream(format as CompressionFormat) as ReadableWritablePair<Uint8Array>);
}
