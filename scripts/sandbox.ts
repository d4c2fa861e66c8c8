import { readFileSync } from 'node:fs';
import {
  explainListening,
  list,
  listenOptions,
  number,
  option,
  runCommand,
  text,
} from '../src/testing/command-line.ts';
import { createFakeP100 } from '../src/testing.ts';
import { curlLine } from './curl.ts';
import { randomFaults } from './sandbox/random-faults.ts';
import { serve } from './sandbox/serve.ts';

const faults = 'resets, stalls, broken bodies, 502, 429, P500, P501';

await runCommand({
  name: 'npm run sandbox --',
  summary: 'Serves a fake P100 that keeps users in memory, until Ctrl+C.',
  options: {
    ...listenOptions(4020),
    'api-key': list({ placeholder: 'KEY', description: 'accept only this key; without it any' }, text),
    'forbidden-country': list({ placeholder: 'PL', description: 'refuse this country with P431' }, country),
    'poa-required-country': list(
      { placeholder: 'PL', description: 'ask users of this country for a proof of address' },
      country,
    ),
    'fault-rate': option(
      { placeholder: 'SHARE', description: `let this share of the requests fail: ${faults}`, default: '0' },
      number((value) => value >= 0 && value <= 1, 'a share from 0 to 1, such as 0.2'),
    ),
    seed: option(
      { placeholder: 'NUMBER', description: 'make the same faults again; without it they differ each time' },
      number(Number.isInteger, 'a whole number, such as 7'),
    ),
  },
  example: '--port 4021 --fault-rate 0.2 --seed 7',
  async run({ 'fault-rate': rate, seed = Date.now() % 1e6, 'api-key': apiKeys, ...options }) {
    const fake = createFakeP100({
      ...(apiKeys.length > 0 && { apiKeys }),
      forbiddenCountries: options['forbidden-country'],
      poaRequiredCountries: options['poa-required-country'],
    });
    const random = randomFaults(rate, seed);
    const failSome = () => {
      const { value } = random.next();
      if (value) fake.failNext(value);
      return value?.type;
    };
    const { url } = await serve(fake, { ...options, onRequest: failSome, log: true }).catch((error) => {
      throw explainListening(error, options);
    });
    announce(url, apiKeys[0], rate > 0 ? { rate, seed } : undefined);
  },
});

function country(code: string): string {
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new Error('is not a country: pass two capital letters, such as PL');
}

function announce(url: string, key = 'any-key', faults: { rate: number; seed: number } | undefined): void {
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  console.log(`The sandbox of the P100 Partner API listens on ${url} (stop it with Ctrl+C).`);
  // 0.07 * 100 is 7.000000000000001.
  if (faults)
    console.log(`${Number((faults.rate * 100).toFixed(4))} % of the requests fail; --seed ${faults.seed} repeats it.`);
  console.log(`\nCreate the user of the documentation; a second time it exists (P411):\n`);
  console.log(`${curlLine(url, description, key)}\n`);
  console.log(`With the client: createP100Client({ apiKey: '${key}', baseUrl: '${url}' })\n`);
}
