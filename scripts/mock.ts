// `npm run mock [-- port]`: serves the description's examples on loopback until it is interrupted.
import { readFileSync } from 'node:fs';
import { curlLine } from './curl.ts';
import { startPrismMock } from './prism.ts';

const port = Number(process.argv[2] ?? 4010);

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(`${process.argv[2]} is not a port: pass a number from 0 (any free port) to 65535.`);
} else {
  await startPrismMock({ port }).then(({ url }) => announce(url), explain);
}

function announce(url: string): void {
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  console.log(`The mock of the P100 Partner API listens on ${url} (stop it with Ctrl+C).\n`);
  console.log(`Create the user of the documentation:\n\n${curlLine(url, description)}\n`);
  console.log("Ask for another answer with a header, such as -H 'prefer: code=400, example=user-exists'.");
}

function explain(error: unknown): void {
  const text = String(error);
  fail(
    text.includes('EADDRINUSE')
      ? `Port ${port} is taken: pass another one, such as \`npm run mock -- 4011\`.`
      : `The mock cannot start: ${text}`,
  );
}

function fail(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}
