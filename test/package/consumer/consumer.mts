import {
  type CallOptions,
  type ClientOptions,
  type CreatedUser,
  type CreateUserRequest,
  createP100Client,
  type EnsureOutcome,
  type FiatBalance,
  isP100Error,
  type P100Client,
  type P100Error,
  type P100Event,
} from 'p100-partner-sdk';
import description from 'p100-partner-sdk/openapi.json' with { type: 'json' };
import { createFakeP100 } from 'p100-partner-sdk/testing';
import { createUndiciFetch } from 'p100-partner-sdk/undici';
import {
  createWebhookHandler,
  toNodeListener,
  type WebhookDelivery,
  type WebhookEvents,
  type WebhookHandler,
} from 'p100-partner-sdk/webhooks';
import { Agent } from 'undici';

const request: CreateUserRequest = {
  externalUserId: '6ef2fb57-c337-4557-ba24-b82f1322f912',
  email: 'johndoe@gmail.com',
  phone: '48123123123',
  firstName: 'John',
  lastName: 'Doe',
  address: 'Example 321',
  city: 'New York',
  postCode: 'EA0234',
  country: 'PL',
  citizenship: 'PL',
  documentType: 'ID_CARD',
  documentNumber: 'CEV12630',
};

const options: ClientOptions = {
  apiKey: async () => 'a-key',
  environment: 'staging',
  fetch: globalThis.fetch,
  onEvent: (event: P100Event) => (event.type === 'call-end' ? event.durationMs.toFixed() : event.callId),
  timeoutMs: undefined,
  headers: undefined,
};

export const p100: P100Client = createP100Client(options);
export const pooled: P100Client = createP100Client({ apiKey: 'a-key', fetch: createUndiciFetch(new Agent()) });
export const tested: P100Client = createP100Client({ apiKey: 'a-key', fetch: createFakeP100().fetch });

export async function create(signal: AbortSignal): Promise<CreatedUser | undefined> {
  const callOptions: CallOptions<CreateUserRequest> = { signal, extraBody: { birthDate: '1990-01-01' } };
  try {
    return await p100.users.create(request, callOptions);
  } catch (error) {
    if (isP100Error(error, 'P411') && error.possiblyCreatedByThisCall) return undefined;
    if (!isP100Error(error)) throw error;
    const known: P100Error = error;
    switch (error.code) {
      case 'P403':
        throw new Error(error.issues.join(), { cause: known });
      case 'P411':
        throw new Error(error.possiblyCreatedByThisCall ? 'created by this call' : 'created before');
      case 'P412':
        throw new Error(error.errorMessage);
      default:
        throw error.retryable ? error : new Error(error.message, { cause: error });
    }
  }
}

export async function ensure(): Promise<string | null | undefined> {
  const outcome: EnsureOutcome<'user', CreatedUser> = await p100.users.ensure(request);
  const balance: FiatBalance | undefined = outcome.created ? outcome.user.balances.fiatBalances[0] : undefined;
  // @ts-expect-error: may be null
  balance?.iban.length;
  return balance?.iban;
}

export async function raw(): Promise<number> {
  const { data, error, response } = await p100.raw.POST('/v1/user/balances/crypto-and-fiat', { body: request });
  // @ts-expect-error: this path takes no GET
  void p100.raw.GET('/v1/user/balances/crypto-and-fiat');
  const user: CreatedUser | undefined = data;
  return user || error ? response.status : 0;
}

// @ts-expect-error: misspelt
void p100.users.create({ ...request, adress: 'Example 321' });

export const title: string = description.info.title;

export const webhooks: WebhookHandler = createWebhookHandler({
  token: async () => ['a-token', 'another'],
  on: {
    userStatus({ externalUserId, status }, { event, id, receivedAt }) {
      const name: 'userStatus' = event;
      return status === 'ACTIVE' ? `${name} ${externalUserId} ${id} ${receivedAt.getTime()}` : status.toLowerCase();
    },
    async cryptoDeposit(deposit: WebhookEvents['cryptoDeposit'], delivery: WebhookDelivery<'cryptoDeposit'>) {
      // @ts-expect-error: may be a number
      deposit.amount.length;
      await Promise.resolve(delivery.path);
    },
    // @ts-expect-error: no such event
    userstatus() {},
  },
  paths: { cryptoDeposit: '/deposit' },
  unknown: (body, { event }) => [body['event_type'], event?.length],
  onEvent: ({ status, durationMs }) => status.toFixed() + durationMs.toFixed(),
});
export const listener = toNodeListener(webhooks);
export const answer: Promise<Response> = webhooks(new Request('https://example.com/webhook/user/status'));
