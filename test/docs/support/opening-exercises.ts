import { expect, vi } from 'vitest';
import { createP100Client } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';
import { customerIn, invalidCustomer, post } from './customers.ts';
import type { Exercise } from './exercises.ts';
import type { KitServer } from './kit-server.ts';

/** More failures than a call has attempts. */
const failOften = (server: KitServer) => {
  for (let fault = 0; fault < 3; fault++) server.failNext({ type: 'bad-gateway' });
};

/** How samples that open accounts handle failures. For successes, see `openings.ts`. */
export const openingExercises: Record<string, Exercise> = {
  'README.md#openAccount': async ({ openAccount }, server) => {
    expect(await openAccount(invalidCustomer)).toBe('Please check your details.');
    expect(await openAccount(customerIn('XX'))).toBe('We cannot open an account for your country.');
    failOften(server);
    expect(await openAccount(johnDoe())).toBe('Please try again in a few minutes.');
    expect(await openAccount(johnDoe())).toBe('Your account is open.');
  },
  'docs/errors.md#register': async ({ register }, server) => {
    expect(await register(invalidCustomer)).toBe('Please check your details.');
    expect(await register(customerIn('XX'))).toBe('We cannot open an account for your country.');
    server.failNext({ type: 'P500' });
    server.failNext({ type: 'P500' });
    expect(await register(johnDoe())).toBe('Please try again in a few minutes.');
  },
  'docs/retries-and-onboarding.md#openAccountNow': async ({ openAccountNow }, server) => {
    const reason = new Error('left');
    await expect(openAccountNow(johnDoe(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.calls).toHaveLength(0);
  },
  'docs/retries-and-onboarding.md#existedBefore': async ({ existedBefore }) => {
    await expect(existedBefore(customerIn('XX'))).rejects.toMatchObject({ code: 'P431' });
  },
  'docs/servers-workers-queues.md#POST': async ({ POST }, server) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await POST(post(invalidCustomer))).status).toBe(422);
    expect((await POST(post(customerIn('XX')))).status).toBe(422);
    failOften(server);
    expect((await POST(post(johnDoe()))).status).toBe(503);
    expect(log).toHaveBeenCalledTimes(3);
    log.mockRestore();
  },
  'docs/servers-workers-queues.md#default': async (worker, server) => {
    await worker.default.fetch(post(johnDoe()), { P100_API_KEY: 'test' });
    expect(server.users.size).toBe(1);
  },
  'docs/servers-workers-queues.md#openAccountJob': async ({ openAccountJob }, server) => {
    const queue = { setAside: vi.fn(async () => undefined), pause: vi.fn(async () => undefined) };
    await openAccountJob(customerIn('XX'), queue);
    await openAccountJob(invalidCustomer, queue);
    expect(queue.setAside.mock.calls).toEqual([
      ['in-XX', expect.objectContaining({ code: 'P431' })],
      ['invalid', expect.objectContaining({ code: 'P403' })],
    ]);
    failOften(server);
    await expect(openAccountJob(customerIn('DE'), queue)).rejects.toMatchObject({ status: 502 });
    expect(queue.pause).not.toHaveBeenCalled();
  },
  'docs/logging-and-privacy.md#createAndLog': async ({ createAndLog }) => {
    const lines: string[] = [];
    await createAndLog(invalidCustomer, (line: string) => lines.push(line));
    expect(lines).toEqual([expect.stringContaining('"code":"P403"'), 'wrong fields: email']);
    expect(lines.join()).not.toContain(johnDoe().documentNumber);
  },
  'docs/raw-and-middleware.md#createByPath': async ({ readBalances }) => {
    await expect(readBalances('..')).rejects.toMatchObject({ name: 'P100ConfigError' });
  },
  'docs/testing.md#openAccount': async ({ openAccount }) => {
    expect(await openAccount(createP100Client(), customerIn('XX'))).toBe('not in this country');
  },
};
