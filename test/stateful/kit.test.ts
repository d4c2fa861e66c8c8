import { describe, expect, it } from 'vitest';
import { startPrismProxy } from '../../scripts/prism.ts';
import { createP100Client } from '../../src/index.ts';
import { serve } from '../../src/testing/sandbox/server.ts';
import { createFakeP100, type FakeP100, type FakeP100Options } from '../../src/testing.ts';
import { createUserPath, johnDoe } from '../support/description.ts';
import { type Distortion, distort } from '../support/distort.ts';
import { recordViolations } from '../support/prism.ts';
import { useServer } from '../support/servers.ts';

let current: Pick<FakeP100, 'fetch'>;
const upstream = useServer(() => serve({ fetch: (...args) => current.fetch(...args) }));
const proxy = useServer(() => startPrismProxy({ upstream: upstream(), errors: true }));
const lenientProxy = useServer(() => startPrismProxy({ upstream: upstream(), errors: true, anyRequest: true }));

/** A client that talks to the kit over HTTP, with Prism between them checking both directions. */
function connect(options: FakeP100Options = {}, distortion?: Distortion, baseUrl = proxy()) {
  const fake = createFakeP100(options);
  current = distortion ? distort(fake, distortion) : fake;
  const { fetch, violations } = recordViolations();
  return { fake, violations, p100: createP100Client({ apiKey: 'a-key', baseUrl, fetch, maxRetries: 0 }) };
}

describe('the kit behind the validating proxy', () => {
  it('creates a user once and refuses the id afterwards', async () => {
    const { fake, violations, p100 } = connect();
    const user = await p100.users.create(johnDoe());
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: 'P411', errorName: 'user-exists' });
    expect(await p100.users.ensure(johnDoe())).toEqual({ created: false, possiblyCreatedByThisCall: false });
    const other = await p100.users.ensure({ ...johnDoe(), externalUserId: 'another' });
    expect(other).toMatchObject({ created: true, user: { poaRequired: false } });
    expect([...fake.users.keys()]).toEqual([johnDoe().externalUserId, 'another']);
    expect([...fake.users.values()][0]?.user).toEqual(user);
    expect(violations).toEqual([]);
  });

  it('refuses a forbidden country and asks for a proof of address', async () => {
    const { fake, violations, p100 } = connect({ forbiddenCountries: ['XX'], poaRequiredCountries: ['XY'] });
    await expect(p100.users.create({ ...johnDoe(), country: 'XX' })).rejects.toMatchObject({ code: 'P431' });
    expect(await p100.users.create({ ...johnDoe(), country: 'XY' })).toMatchObject({ poaRequired: true });
    expect(fake.users.size).toBe(1);
    expect(violations).toEqual([]);
  });

  it('refuses a wrong key', async () => {
    const { violations, p100 } = connect({ apiKeys: ['another-key'] });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ status: 401, reason: 'wrong-key' });
    expect(violations).toEqual([]);
  });

  it.each(['P500', 'P501'] as const)('responds with %s as described', async (type) => {
    const { fake, violations, p100 } = connect();
    fake.failNext({ type });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ code: type });
    expect(violations).toEqual([]);
  });

  it('refuses a wrong body as described', async () => {
    const { violations, p100 } = connect({}, undefined, lenientProxy());
    const wrong = { ...johnDoe(), phone: 48123123123 as unknown as string };
    await expect(p100.users.create(wrong)).rejects.toMatchObject({ issues: ['phone must be of type string'] });
    expect(violations).toEqual([]);
  });

  it('receives no request that violates the description', async () => {
    const { fake } = connect();
    const { email: _, ...body } = johnDoe();
    const headers = { 'content-type': 'application/json', 'x-api-key': 'a-key' };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    expect((await fetch(`${proxy()}${createUserPath}`, init)).status).toBe(422);
    expect(fake.calls).toEqual([]);
  });
});

describe('a kit that deviates from the description', () => {
  const deviations: [string, (text: string) => string, number][] = [
    ['a balance without an amount', (text) => text.replace('"amount":"0.00",', ''), 201],
    ['an amount as a number', (text) => text.replace('"amount":"0.00"', '"amount":0'), 201],
    ['no userId', (text) => text.replace('userId', 'id'), 201],
    ['poaRequired as text', (text) => text.replace('"poaRequired":false', '"poaRequired":"false"'), 201],
    ['an undescribed status', (text) => text, 202],
  ];

  it.each(deviations)('is caught: %s', async (_, change, status) => {
    const { violations, p100 } = connect({}, { text: change, status: () => status });
    await expect(p100.users.create(johnDoe())).rejects.toMatchObject({ status: 500 });
    expect(violations[0]).toContain('"location":["response"');
  });
});
