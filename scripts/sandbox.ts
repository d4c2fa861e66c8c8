// `npm run sandbox [-- port]`: serves the test kit's P100 on loopback until it is interrupted. Users live in memory.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createFakeP100 } from '../src/testing.ts';
import { runCommand } from './command.ts';
import { curlLine } from './curl.ts';
import { explainListening, readPort } from './port.ts';
import { randomFaults } from './sandbox/random-faults.ts';
import { serve } from './sandbox/serve.ts';

const usage = `Usage: npm run sandbox -- [port] [options]
  --api-key KEY                accept only this key; can be repeated (default: any key)
  --forbidden-country PL       refuse this country with P431; can be repeated
  --poa-required-country PL    ask users of this country for a proof of address; can be repeated
  --fault-rate 0.2             let this share of the requests fail: resets, stalls, broken bodies, 502, 429, P500, P501
  --seed 7                     make the same faults again`;

await runCommand(start, (error) => {
  const { message, code } = error as Error & { code?: string };
  return code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n\n${usage}` : message;
});

async function start(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'api-key': { type: 'string', multiple: true },
      'forbidden-country': { type: 'string', multiple: true, default: [] },
      'poa-required-country': { type: 'string', multiple: true, default: [] },
      'fault-rate': { type: 'string', default: '0' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const port = readPort(positionals[0], 4020);
  const rate = readNumber('--fault-rate', values['fault-rate'], (number) => number >= 0 && number <= 1);
  const seed = readNumber('--seed', values.seed ?? String(Date.now() % 1e6), Number.isInteger);
  const fake = createFakeP100({
    ...(values['api-key'] && { apiKeys: values['api-key'] }),
    forbiddenCountries: values['forbidden-country'],
    poaRequiredCountries: values['poa-required-country'],
  });
  const faults = randomFaults(rate, seed);
  const failSome = () => {
    const { value } = faults.next();
    if (value) fake.failNext(value);
  };
  const options = { port, ...(rate > 0 && { onRequest: failSome }) };
  const { url } = await serve(fake, options).catch((error) => {
    throw explainListening(error, port, 'npm run sandbox -- 4021');
  });
  announce(url, values['api-key']?.[0], rate > 0 ? { rate, seed } : undefined);
}

function announce(url: string, key = 'any-key', faults: { rate: number; seed: number } | undefined): void {
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  console.log(`The sandbox of the P100 Partner API listens on ${url} (stop it with Ctrl+C).`);
  if (faults) console.log(`Of its answers ${faults.rate * 100} % fail, as --seed ${faults.seed} has it.`);
  console.log(`\nCreate the user of the documentation; a second time it exists (P411):\n`);
  console.log(`${curlLine(url, description, key)}\n`);
  console.log(`With the client: createP100Client({ apiKey: '${key}', baseUrl: '${url}' })`);
}

function readNumber(option: string, text: string, accepts: (number: number) => boolean): number {
  const number = Number(text);
  if (text.trim() !== '' && accepts(number)) return number;
  throw new Error(`${option} ${text} is not accepted.\n\n${usage}`);
}
