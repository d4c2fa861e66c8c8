const { createP100Client, isP100Error } = require('p100-partner-sdk');
const description = require('p100-partner-sdk/openapi.json');
const { createFakeP100 } = require('p100-partner-sdk/testing');
const { createUndiciFetch } = require('p100-partner-sdk/undici');
const { createWebhookHandler, toNodeListener } = require('p100-partner-sdk/webhooks');
const { Agent } = require('undici');

async function main() {
  const request = description.components.examples['john-doe'].value;
  const p100 = createP100Client();
  const user = await p100.users.create(request);
  const refused = await p100.users
    .create(request, { headers: { prefer: 'code=400, example=user-exists' } })
    .catch((error) => isP100Error(error, 'P411') && error.name);
  const tested = createP100Client({ apiKey: 'a-key', fetch: createFakeP100().fetch });
  const { created } = await tested.users.ensure(request);
  const agent = new Agent({ connections: 2 });
  const pooled = await createP100Client({ fetch: createUndiciFetch(agent) }).users.create(request);
  await agent.close();
  const handler = createWebhookHandler({ token: 'a-token', on: { userStatus() {} } });
  const { status } = await handler(new Request('https://example.com/webhook/user/status'));
  const received = [typeof toNodeListener(handler), status];
  console.log(JSON.stringify({ userId: user.userId, refused, created, pooled: pooled.userId, received }));
}

main();
