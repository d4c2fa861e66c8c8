import type { DispatchController, DispatchHandler, DispatchHeaders } from 'undici';
import type { Aborter } from '../time.js';
import { bodyLimit, type FetchAnswer } from '../transport.js';
import { type Body, CollectedBody, StreamedBody } from './body.js';

/** The part of an AbortSignal that a request needs. */
type Signal = Pick<AbortSignal, 'aborted' | 'reason' | 'removeEventListener'> & {
  addEventListener(type: 'abort', listener: () => void): void;
};

/** An AbortController for one request, of whose features it has the ones that a request needs. */
export class LightAborter implements Aborter, Signal {
  aborted = false;
  reason: unknown;
  #listener: (() => void) | undefined;

  get signal() {
    return this as Signal as AbortSignal;
  }

  abort(reason?: unknown): void {
    this.aborted = true;
    this.reason = reason;
    this.#listener?.();
  }

  addEventListener(_: 'abort', listener: () => void): void {
    this.#listener = listener;
  }

  removeEventListener(): void {
    this.#listener = undefined;
  }
}

/** One request on a pool: takes what undici reports of it, and answers as a `fetch` does. */
export class Exchange implements DispatchHandler {
  #controller: DispatchController | undefined;
  #body: Body | undefined;
  readonly #abort = () => this.#controller?.abort(this.signal.reason);

  constructor(
    private readonly signal: Signal,
    private readonly resolve: (answer: FetchAnswer) => void,
    private readonly reject: (error: unknown) => void,
  ) {
    signal.addEventListener('abort', this.#abort);
  }

  onRequestStart(controller: DispatchController): void {
    // A request waits for a free connection, and its call can be over by then. Thrown, because an abort would take
    // the connection away from everyone else.
    if (this.signal.aborted) throw this.signal.reason;
    // undici repeats a `GET` when the end of another call takes its connection away, also one that was answered.
    if (this.#body) throw new Error('the connection ended in the middle of the answer');
    this.#controller = controller;
  }

  onResponseStart(controller: DispatchController, status: number, headers: DispatchHeaders): void {
    // Such as 103, which comes before the answer.
    if (status < 200) return;
    const answer = new Answer(status, headers, controller);
    this.#body = answer.content;
    this.resolve(answer);
  }

  onResponseData(_: DispatchController, chunk: Uint8Array): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#finish();
    this.#body?.end();
  }

  onResponseError(_: DispatchController | null, error: unknown): void {
    this.#finish();
    if (this.#body) this.#body.fail(error);
    else this.reject(error);
  }

  #finish(): void {
    this.signal.removeEventListener('abort', this.#abort);
  }
}

/** A class, because an object literal with a getter makes V8 describe every single object anew: half the time of a call. */
class Answer implements FetchAnswer {
  readonly content: Body;

  constructor(
    readonly status: number,
    private readonly fields: DispatchHeaders,
    controller: DispatchController,
  ) {
    const coding = this.get('content-encoding');
    const length = Number(this.get('content-length') ?? (status === 204 ? 0 : Number.NaN));
    // The length says nothing about a packed body, which can unpack to any size; an empty one was not packed.
    const sized = length <= (coding ? 0 : bodyLimit);
    this.content = sized ? new CollectedBody() : new StreamedBody(controller, coding);
  }

  get headers() {
    return this;
  }

  get(name: string): string | null {
    const field = name.toLowerCase();
    // What every object inherits is no header.
    const value = Object.hasOwn(this.fields, field) ? this.fields[field] : undefined;
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  }

  get body() {
    return this.content.stream ?? null;
  }

  bytes() {
    return this.content.bytes();
  }

  async arrayBuffer() {
    return new Uint8Array(await this.bytes()).buffer;
  }
}
