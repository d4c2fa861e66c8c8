import { expect } from 'vitest';
import { type CreateUserRequest, createP100Client } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';
import { post } from './customers.ts';
import type { Exported } from './exercises.ts';
import type { KitServer } from './kit-server.ts';

/** A sample that opens an account, and what it tells its customer. */
export interface Opening {
  readonly open: (exported: Exported, customer: CreateUserRequest) => Promise<unknown>;
  readonly told: {
    /** The server is healthy and does not know the customer. */
    readonly new: unknown;
    /** The account is opened, but the response is lost. */
    readonly lost: unknown;
    /** The account already exists. */
    readonly existing: unknown;
  };
}

const read = async (response: Response) => [response.status, await response.json()];
const silentQueue = { setAside: () => Promise.reject(new Error('set aside')), pause: () => Promise.reject() };

/** Every sample that opens an account, by its document and the first name that it exports. */
export const openings: Record<string, Opening> = {
  'README.md#openAccount': {
    open: ({ openAccount }, customer) => openAccount(customer),
    told: { new: 'Your account is open.', lost: 'Your account is open.', existing: 'Your account is open.' },
  },
  'docs/errors.md#register': {
    open: ({ register }, customer) => register(customer),
    told: { new: 'Your account is open.', lost: 'Your account is open.', existing: 'You already have an account.' },
  },
  'docs/retries-and-onboarding.md#openAccountNow': {
    open: ({ openAccountNow }, customer) => openAccountNow(customer, new AbortController().signal),
    told: { new: undefined, lost: undefined, existing: undefined },
  },
  'docs/retries-and-onboarding.md#existedBefore': {
    open: ({ existedBefore }, customer) => existedBefore(customer),
    told: { new: false, lost: false, existing: true },
  },
  'docs/servers-workers-queues.md#POST': {
    open: async ({ POST }, customer) => read(await POST(post(customer))),
    told: { new: [201, { status: 'open' }], lost: [200, { status: 'open' }], existing: [200, { status: 'open' }] },
  },
  'docs/servers-workers-queues.md#default': {
    open: async (worker, customer) =>
      read(await worker.default.fetch(post(customer), { P100_API_KEY: 'test', P100_ENVIRONMENT: undefined })),
    told: { new: [200, { new: true }], lost: [200, { new: true }], existing: [200, { new: false }] },
  },
  'docs/servers-workers-queues.md#openAccountJob': {
    open: ({ openAccountJob }, customer) => openAccountJob(customer, silentQueue),
    told: { new: undefined, lost: undefined, existing: undefined },
  },
  'docs/logging-and-privacy.md#createAndLog': {
    open: async ({ createAndLog }, customer) => {
      const lines: string[] = [];
      await createAndLog(customer, (line: string) => lines.push(line));
      const [first = ''] = lines;
      return first === 'created' ? first : JSON.parse(first);
    },
    told: {
      new: 'created',
      lost: expect.objectContaining({ code: 'P411', possiblyCreatedByThisCall: true }),
      existing: expect.objectContaining({ code: 'P411', possiblyCreatedByThisCall: false }),
    },
  },
  'docs/raw-and-middleware.md#createByPath': {
    open: async ({ createByPath }, customer) => createByPath(customer),
    told: {
      new: expect.stringMatching(/^[0-9a-f-]{36}$/),
      lost: 'refused with HTTP 400',
      existing: 'refused with HTTP 400',
    },
  },
  'docs/testing.md#openAccount': {
    open: async ({ openAccount }, customer) => openAccount(createP100Client(), customer),
    told: { new: 'open', lost: 'open', existing: 'open' },
  },
};

/** Runs a sample with each kind of customer. */
export const customerKinds = {
  new: () => undefined,
  lost: (server: KitServer) => server.failNext({ type: 'connection-reset', takesEffect: true }),
  existing: (server: KitServer) => createP100Client({ apiKey: 'test', baseUrl: server.url }).users.create(johnDoe()),
};
