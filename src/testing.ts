import type { FakeOperations } from './generated/fixtures.js';
import type { WebhookName } from './generated/webhooks.js';
import { respond } from './testing/answer.js';
import type { DocumentedCode, OperationId } from './testing/described.js';
import { checkFault, type Fault, type FaultEffect, fail } from './testing/faults.js';
import { createHandlers, type FakeHandler, type FakeRequest } from './testing/handlers.js';
import type { FakeP100Options, FakeUser, FakeUserSeed } from './testing/options.js';
import { type FakeCall, readRequest, receive } from './testing/request.js';
import { serve } from './testing/respond.js';
import { createUserStore } from './testing/users.js';
import { createWebhookSender, type FakeDelivery, type FakeWebhook, type WebhookChanges } from './testing/webhooks.js';

export type {
  DocumentedCode,
  FakeCall,
  FakeDelivery,
  FakeHandler,
  FakeOperations,
  FakeP100Options,
  FakeRequest,
  FakeUser,
  FakeUserSeed,
  FakeWebhook,
  Fault,
  FaultEffect,
  OperationId,
  WebhookChanges,
  WebhookName,
};

/** A fake P100 in memory, for tests. Call it through its `fetch`. */
export interface FakeP100 {
  /** Responds like P100. Pass it as the client's `fetch` option. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The users that exist, by `externalUserId`. */
  readonly users: ReadonlyMap<string, FakeUser>;
  /** The requests that arrived, in order. Those that failed with `connection-refused` are not among them. */
  readonly calls: readonly FakeCall[];
  /**
   * Makes the next request fail. Further calls make further requests fail, one each, in order.
   * @throws P100ConfigError if the fault is unknown.
   * @example
   * fake.failNext({ type: 'connection-reset', takesEffect: true });
   */
  readonly failNext: (fault: Fault) => void;
  /**
   * Responds to an operation with your own function, after the key and the request were checked. A new handler replaces
   * the previous one of the same operation.
   * @throws P100ConfigError if the operation is unknown.
   * @example
   * fake.on('getSepaTransfer', ({ example }) => ({ ...example, status: 'FAILED' }));
   * fake.on('createTransfer', ({ refuse }) => refuse('P433'));
   */
  readonly on: <Id extends OperationId>(operation: Id, handler: FakeHandler<Id>) => void;
  /**
   * Makes a user active, as P100 does after identity verification: the fiat balances become `ACTIVE` and get an
   * invented IBAN, and wallets on Ethereum and Polygon get an invented address. With the option `webhook`, it also sends
   * the event `userStatus`.
   * @throws P100ConfigError if the user does not exist.
   */
  readonly activateUser: (externalUserId: string) => Promise<FakeUser>;
  /**
   * Sends an example of an event, with your changes. If the response is not 2xx, it delivers the event again, as often
   * as P100 does: up to five deliveries, with waits of 8, 16, 32 and 64 seconds.
   * @throws P100ConfigError if the event is unknown or has no path, or if the option `webhook` is missing.
   * @example
   * await fake.sendWebhook('kycFile', { externalUserId: 'a', status: 'ERROR' });
   */
  readonly sendWebhook: <Name extends WebhookName>(
    event: Name,
    changes?: WebhookChanges<Name>,
  ) => Promise<FakeDelivery>;
  /** Restores the initial state: removes calls, faults, handlers, and all users except those of the option `users`. */
  readonly reset: () => void;
}

/**
 * Creates a fake P100 in memory. Each operation checks the key and the request, and responds with P100's example.
 * Users are stored: an `externalUserId` can be used once (P411), `users.getBalances` returns the balances of the user,
 * and operations for which P100 documents P412 refuse unknown users.
 *
 * @throws P100ConfigError if `webhook` has both `handler` and `url`, or neither.
 * @example
 * const fake = createFakeP100({ forbiddenCountries: ['XX'] });
 * const p100 = createP100Client({ apiKey: 'test', fetch: fake.fetch });
 * fake.failNext({ type: 'connection-reset', takesEffect: true });
 */
export function createFakeP100(options: FakeP100Options = {}): FakeP100 {
  const store = createUserStore(options);
  const handlers = createHandlers();
  const webhooks = createWebhookSender(options.webhook);
  const calls: FakeCall[] = [];
  const faults: Fault[] = [];

  const fetch: FakeP100['fetch'] = async (input, init) => {
    const request = readRequest(input, init);
    const { signal } = request;
    signal?.throwIfAborted();
    const fault = faults.shift();
    const call = await receive(request);
    signal?.throwIfAborted();
    if (fault?.type !== 'connection-refused') calls.push(call.record);
    const serveCall = () => serve(call, { options, store, handlers });
    return fault ? fail(fault, serveCall, signal, call.operation) : respond(await serveCall());
  };

  return {
    fetch,
    users: store.users,
    calls,
    failNext(fault) {
      checkFault(fault);
      faults.push(fault);
    },
    on: handlers.on,
    async activateUser(externalUserId) {
      const user = store.activate(externalUserId);
      await webhooks.tellActivation(externalUserId);
      return user;
    },
    sendWebhook: webhooks.send,
    reset() {
      store.reset();
      handlers.reset();
      calls.length = 0;
      faults.length = 0;
    },
  };
}
