// Deliveries of webhooks, for any runtime. It returns the statuses as plain data, so that one expectation fits all.
import { createFakeP100 } from 'p100-partner-sdk/testing';
import { createWebhookHandler, toNodeListener } from 'p100-partner-sdk/webhooks';

const token = 'a-token';
const path = '/p100/webhook/user/status';
const body = '{"externalUserId":"an-id","status":"ACTIVE"}';
const large = `{"a":"${'x'.repeat(300_000)}"}`;
const authorized = { authorization: token };

/** A body in parts that does not say how long it is, and that stalls at its end if told so. */
function streamed(text, { stalls = false } = {}) {
  const parts = text.match(/.{1,65536}/gs) ?? [];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
      else if (!stalls) controller.close();
      else return new Promise((resolve) => setTimeout(resolve, 2_000)).then(() => controller.close());
    },
  });
}

const deliveries = {
  accepted: [path],
  streamed: [path, { body: () => streamed(body) }],
  bearer: [path, { headers: { authorization: `Bearer ${token}` } }],
  health: ['/p100/webhook/health', { headers: {} }],
  fails: [path, { body: '{"fail":true}' }],
  missing: [path, { headers: {} }],
  wrong: [path, { headers: { authorization: 'b-token' } }],
  several: [
    path,
    {
      headers: [
        ['authorization', token],
        ['authorization', token],
      ],
    },
  ],
  unknown: ['/p100/webhook/card', {}],
  encoded: ['/p100/webhook/user%2fstatus', {}],
  method: [path, { method: 'PUT' }],
  compressed: [path, { headers: { ...authorized, 'content-encoding': 'gzip' } }],
  large: [path, { body: large }],
  largeStreamed: [path, { body: () => streamed(large) }],
  stalled: [path, { body: () => streamed('{', { stalls: true }) }],
  array: [path, { body: '[]' }],
  text: [path, { body: 'text' }],
};

async function deliverAll(send) {
  const statuses = {};
  for (const [name, [target, { body: given = body, ...init } = {}]] of Object.entries(deliveries)) {
    const content = typeof given === 'function' ? given() : given;
    const delivery = { method: 'POST', headers: authorized, body: content, duplex: 'half', ...init };
    statuses[name] = await send(target, delivery).then(statusOf, (error) => String(error.cause ?? error));
  }
  return statuses;
}

async function statusOf(response) {
  const text = await response.text();
  return text === '{}' ? response.status : text;
}

/** What the test kit delivers when it activates a user. */
async function activateUser() {
  const events = [];
  const handler = createWebhookHandler({ token, on: { userStatus: (event) => events.push(event) } });
  const fake = createFakeP100({ users: [{ externalUserId: 'an-id' }], webhook: { handler, token } });
  await fake.activateUser('an-id');
  return events;
}

/** Delivers to a handler directly, and through each server that the runtime has. */
export async function runWebhooks(servers = {}) {
  const names = new Set();
  const userStatus = ({ externalUserId, fail }, { event, id }) => {
    if (fail) throw new Error('it failed');
    names.add(`${event} ${externalUserId} ${id}`);
  };
  const handler = createWebhookHandler({ token, on: { userStatus }, timeoutMs: 500 });
  const seen = { direct: await deliverAll((target, init) => handler(new Request(`http://localhost${target}`, init))) };
  for (const [name, serve] of Object.entries(servers)) {
    const { url, stop } = await serve(handler, toNodeListener(handler));
    seen[name] = await deliverAll((target, init) => fetch(url + target, init));
    await stop();
  }
  return { ...seen, names: [...names], fromKit: await activateUser() };
}
