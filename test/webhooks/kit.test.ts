import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventExamples } from '../../src/generated/fixtures.ts';
import { webhookPaths } from '../../src/generated/webhooks.ts';
import { createFakeP100, type FakeWebhook, type WebhookName } from '../../src/testing.ts';
import { createWebhookHandler, toNodeListener, type WebhookOptions } from '../../src/webhooks.ts';

const token = 'its-token';
const users = [{ externalUserId: 'ana' }];

/** A kit that sends to a handler, and how long it waits. */
function connect(on: WebhookOptions['on'], webhook: Partial<FakeWebhook> = {}) {
  const waits: number[] = [];
  const handler = createWebhookHandler({ token, on, unknown: () => {} });
  const sleep = async (milliseconds: number) => void waits.push(milliseconds);
  return { waits, fake: createFakeP100({ users, webhook: { handler, token, sleep, ...webhook } }) };
}

it('tells the handler about an activation, after the user became active', async () => {
  const heard: unknown[] = [];
  const { fake } = connect({
    userStatus: (event) => heard.push(event, fake.users.get('ana')?.active),
  });
  await fake.activateUser('ana');
  expect(heard).toEqual([{ externalUserId: 'ana', status: 'ACTIVE' }, true]);
});

it('sends the example of an event with changes', async () => {
  const { fake } = connect({ kycFile: () => {} }, { paths: { kycFile: undefined } });
  const delivery = await fake.sendWebhook('kycFile', { status: 'ERROR' });
  expect(delivery).toEqual({
    event: 'kycFile',
    path: webhookPaths.kycFile,
    body: { ...eventExamples.kycFile, status: 'ERROR' },
    statuses: [200],
    received: true,
  });
});

const paths = Object.fromEntries(Object.keys(eventExamples).map((event) => [event, `/hooks/${event}`]));

it.each(Object.keys(eventExamples) as WebhookName[])('sends %s so that a handler accepts it', async (event) => {
  const bodies: unknown[] = [];
  const own = { [event]: paths[event] };
  const handler = createWebhookHandler({
    token,
    paths: own,
    on: { [event]: (body: unknown) => void bodies.push(body) },
  });
  const { fake } = connect({}, { handler, paths });
  expect(await fake.sendWebhook(event)).toMatchObject({ path: `/hooks/${event}`, statuses: [200] });
  expect(bodies).toEqual([eventExamples[event]]);
});

describe('a webhook that is not received', () => {
  it('is delivered five times, with waits of 8 to 64 seconds', async () => {
    const { fake, waits } = connect({
      userStatus: () => {
        throw new Error('not now');
      },
    });
    expect(await fake.sendWebhook('userStatus')).toMatchObject({
      statuses: [500, 500, 500, 500, 500],
      received: false,
    });
    expect(waits).toEqual([8_000, 16_000, 32_000, 64_000]);
  });

  it('is not delivered again after a success', async () => {
    let count = 0;
    const handler = () => {
      count++;
      if (count === 1) throw new Error('no response');
      return new Response(null, { status: count === 2 ? 503 : 204 });
    };
    const { fake, waits } = connect({}, { handler });
    expect(await fake.sendWebhook('userStatus')).toMatchObject({ statuses: [undefined, 503, 204], received: true });
    expect(waits).toEqual([8_000, 16_000]);
  });

  it('has another token', async () => {
    const { fake } = connect({ userStatus: () => {} }, { token: 'another' });
    expect(await fake.sendWebhook('userStatus')).toMatchObject({ statuses: [401, 401, 401, 401, 401] });
  });
});

it('is sent to a server, below the path of its address', async () => {
  const heard: unknown[] = [];
  const listener = toNodeListener(createWebhookHandler({ token, on: { userStatus: (event) => heard.push(event) } }));
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const url = `http://127.0.0.1:${port}/api/`;
  const fake = createFakeP100({ users, webhook: { url, token } });
  await fake.activateUser('ana');
  expect(heard).toEqual([{ externalUserId: 'ana', status: 'ACTIVE' }]);
});

describe('refuses', () => {
  it.each([
    ['an unknown event', 'userStatu', 'fake.sendWebhook: unknown event "userStatu": did you mean userStatus?'],
    ['an event without a path', 'kycVerification', 'pass webhook.paths.kycVerification'],
  ])('%s', async (_, event, says) => {
    const { fake } = connect({});
    await expect(fake.sendWebhook(event as WebhookName)).rejects.toThrow(says);
  });

  it('to send without an address', async () => {
    await expect(createFakeP100().sendWebhook('userStatus')).rejects.toThrow('pass the option webhook');
  });

  it('an address with a query, to which no path can be added', () => {
    const make = () => createFakeP100({ webhook: { token, url: 'http://localhost/hook?a=1' } });
    expect(make).toThrow('createFakeP100: webhook.url must have no query: the path of each event is added to it.');
  });

  it.each([{ token }, { token, url: 'http://localhost', handler: () => new Response() }])('%j', (webhook) => {
    expect(() => createFakeP100({ webhook })).toThrow(
      'createFakeP100: webhook needs either handler or url, and not both.',
    );
  });
});
