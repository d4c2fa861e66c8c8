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

/** A P100 for tests. It lives in memory and is called through its `fetch`. */
export interface FakeP100 {
  /** Responds as P100 does. Pass it as the client's `fetch` option. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The users that exist, by `externalUserId`. */
  readonly users: ReadonlyMap<string, FakeUser>;
  /** The requests that arrived, in their order. A refused connection does not count. */
  readonly calls: readonly FakeCall[];
  /**
   * Makes a coming request fail. Each request takes one fault, in the order in which you passed them.
   * @throws P100ConfigError if there is no such fault.
   */
  readonly failNext: (fault: Fault) => void;
  /**
   * Responds to an operation with your own function. The key and the request are checked before. A later handler of the
   * same operation replaces an earlier one.
   * @throws P100ConfigError if there is no such operation.
   * @example
   * fake.on('getTransfer', ({ example }) => ({ ...example, status: 'FAILED' }));
   * fake.on('createTransfer', ({ refuse }) => refuse('P433'));
   */
  readonly on: <Id extends OperationId>(operation: Id, handler: FakeHandler<Id>) => void;
  /**
   * Makes a user active, as P100 does after identity verification: the fiat balances become `ACTIVE` and get an IBAN,
   * wallets get an address. All of them are made up. Sends the webhook that says so, if there is an option `webhook`.
   * @throws P100ConfigError if there is no such user.
   */
  readonly activateUser: (externalUserId: string) => Promise<FakeUser>;
  /**
   * Sends P100's example of an event, with your changes. Repeats it as P100 does if the response is not a success: up to
   * five deliveries, after 8, 16, 32 and 64 seconds.
   * @throws P100ConfigError if there is no such event, no option `webhook`, or no path for the event.
   * @example
   * await fake.sendWebhook('kycFile', { externalUserId: 'a', status: 'ERROR' });
   */
  readonly sendWebhook: <Name extends WebhookName>(
    event: Name,
    changes?: WebhookChanges<Name>,
  ) => Promise<FakeDelivery>;
  /** Goes back to the start: forgets calls, faults, handlers, and all users but those of the option `users`. */
  readonly reset: () => void;
}

/**
 * Makes a P100 for tests. Each operation checks the key and the request as the description says, and responds with P100's
 * example. Users are stored: an `externalUserId` can be used once (P411), `users.getBalances` returns the balances of the
 * user, and operations that P100 documents with P412 refuse unknown users.
 *
 * @throws P100ConfigError if an option is wrong.
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
