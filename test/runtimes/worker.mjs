// The entry for workerd, where a program is a server: it runs the core with the settings in a request.
import { runCore } from './core.mjs';
import { runWebhooks } from './webhooks.mjs';

export default {
  async fetch(request) {
    return Response.json({ ...(await runCore(await request.json())), webhooks: await runWebhooks() });
  },
};
