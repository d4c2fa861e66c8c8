// `npm run mock [-- port]`: serves the description's examples on loopback until it is interrupted.
import { readFileSync } from 'node:fs';
import { runCommand } from './command.ts';
import { curlLine } from './curl.ts';
import { explainListening, readPort } from './port.ts';
import { startPrismMock } from './prism.ts';

await runCommand(async () => {
  const port = readPort(process.argv[2], 4010);
  const { url } = await startPrismMock({ port }).catch((error) => {
    throw explainListening(error, port, 'npm run mock -- 4011');
  });
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  console.log(`The mock of the P100 Partner API listens on ${url} (stop it with Ctrl+C).\n`);
  console.log(`Create the user of the documentation:\n\n${curlLine(url, description)}\n`);
  console.log("Ask for another answer with a header, such as -H 'prefer: code=400, example=user-exists'.");
});
