import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { explainListening, listenOptions, runCommand } from '../src/testing/command-line.ts';
import { logRequest } from '../src/testing/request-log.ts';
import { curlLine } from '../src/testing/sandbox/curl.ts';
import { startPrismMock } from './prism.ts';

await runCommand({
  name: 'npm run mock --',
  summary: 'Serves the examples of the description, and checks requests against it, until you press Ctrl+C.',
  options: listenOptions(4010),
  example: '--port 4011',
  async run(address) {
    const { url } = await startPrismMock({ ...address, explain: true }).catch((error) => {
      throw explainListening(error, address);
    });
    console.log(`The mock of the P100 Partner API listens on ${url} (stop it with Ctrl+C).\n`);
    console.log(`Create P100's example user:\n\n${curlLine(url)}\n`);
    console.log("To get another response, add a header such as -H 'prefer: code=400, example=user-exists'.\n");
    subscribe('http.server.request.start', (message) => {
      const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
      logRequest(request, response);
    });
  },
});
