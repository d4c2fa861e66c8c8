import { P100ConfigError } from '../errors.js';
import type { FakeOperations } from '../generated/fixtures.js';
import { type Answer, bodyAnswer, respond } from './answer.js';
import { type Described, described, errorAnswer, type OperationId, success } from './described.js';
import type { FakeCall } from './request.js';
import { refuseUnknown } from './unknown.js';

/** A valid request to an operation, as a handler receives it. */
export interface FakeRequest<Id extends OperationId> {
  /** Parameters of the path, the query and the headers. */
  readonly parameters: FakeOperations[Id]['parameters'];
  /** The body of the request. */
  readonly body: FakeOperations[Id]['body'];
  /** P100's example of a success. Change it, or return it as it is. */
  readonly example: FakeOperations[Id]['result'];
  /** Returns the response that P100 documents for this code. */
  readonly refuse: (code: FakeOperations[Id]['code']) => Response;
}

/**
 * Responds to an operation instead of the fake. Return the body of a success, a `Response`, or `undefined` to let the
 * fake respond as usual.
 */
export type FakeHandler<Id extends OperationId> = (
  request: FakeRequest<Id>,
) => FakeOperations[Id]['result'] | Response | undefined | Promise<FakeOperations[Id]['result'] | Response | undefined>;

/** The handlers of one fake. */
export interface Handlers {
  on<Id extends OperationId>(id: Id, handler: FakeHandler<Id>): void;
  handle(operation: Described, call: FakeCall): Promise<Answer | undefined>;
  reset(): void;
}

export function createHandlers(): Handlers {
  const handlers = new Map<OperationId, (request: never) => unknown>();
  return {
    on(id, handler) {
      checkId(id);
      if (typeof handler !== 'function') throw new P100ConfigError('the handler must be a function.', 'fake.on');
      handlers.set(id, handler);
    },
    async handle(operation, { parameters, body }) {
      const handler = handlers.get(operation.id);
      if (!handler) return undefined;
      const { status, body: example } = success(operation);
      const refuse = (code: string) => respond(errorAnswer(code, operation));
      const result = await handler({ parameters, body, example: structuredClone(example), refuse } as never);
      if (isResponse(result)) return toAnswer(result);
      return result === undefined ? undefined : bodyAnswer(status, result);
    },
    reset: () => handlers.clear(),
  };
}

function checkId(id: string): void {
  const ids = described.map((operation) => operation.id);
  if (ids.includes(id as OperationId)) return;
  // The name of the method, such as `users.create`, is an easy mistake.
  const near = described.find(({ name }) => name === id)?.id;
  refuseUnknown('unknown operation', id, ids, 'fake.on', near);
}

/** Also accepts a `Response` of undici or of another realm. */
const isResponse = (value: unknown): value is Response =>
  typeof (value as Partial<Response> | null | undefined)?.text === 'function';

async function toAnswer(response: Response): Promise<Answer> {
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}
