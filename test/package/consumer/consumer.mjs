import { createP100Client, isP100Error } from 'p100-partner-sdk';
import description from 'p100-partner-sdk/openapi.json' with { type: 'json' };
import { createFakeP100 } from 'p100-partner-sdk/testing';
import { createUndiciFetch } from 'p100-partner-sdk/undici';
import { createWebhookHandler, toNodeListener } from 'p100-partner-sdk/webhooks';
import { Agent } from 'undici';

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
