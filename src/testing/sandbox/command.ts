import { setTimeout as wait } from 'node:timers/promises';
import { eventExamples } from '../../generated/fixtures.js';
import { createFakeP100, type WebhookName } from '../../testing.js';
import { type Command, explainListening, list, listenOptions, number, option, text } from '../command-line.js';
import { postTo } from '../webhooks.js';
import { createControl } from './control.js';
import { curlLine } from './curl.js';
import { createFaultQueue } from './fault-queue.js';
import { randomFaults } from './random-faults.js';
import { serve } from './server.js';

const faults = 'resets, stalls, slow or broken bodies, 502, 429, P500, P501';

const options = {
  ...listenOptions(4020),
  'api-key': list({ placeholder: 'KEY', description: 'accept this key; without this option, only sandbox-key' }, text),
  'forbidden-country': list({ placeholder: 'PL', description: 'refuse this country with P431' }, country),
  'poa-required-country': list(
    { placeholder: 'PL', description: 'ask users of this country for a proof of address' },
    country,
  ),
  'fault-rate': option(
    { placeholder: 'SHARE', description: `give this share of the requests a fault: ${faults}`, default: '0' },
    number((value) => value >= 0 && value <= 1, 'a share from 0 to 1, such as 0.2'),
  ),
  seed: option(
    { placeholder: 'NUMBER', description: 'repeat the faults of an earlier run; without it, they differ each time' },
    number(Number.isInteger, 'a whole number, such as 7'),
  ),
  'latency-ms': option(
    { placeholder: 'MS', description: 'wait this long before each response', default: '0' },
    number((value) => value >= 0 && value <= 600_000, 'milliseconds from 0 to 600000, such as 200'),
  ),
  'webhook-url': option(
    { placeholder: 'URL', description: 'send webhooks to this address, followed by the path of the event' },
    httpUrl,
  ),
  'webhook-path': list(
    { placeholder: 'EVENT=PATH', description: 'send this event to this path, such as cryptoDeposit=/deposit' },
    webhookPath,
  ),
  'webhook-token': option(
    {
      placeholder: 'TOKEN',
      description: 'send this token in Authorization with each webhook',
      default: 'sandbox-token',
    },
    text,
  ),
};

/** The command that serves the test kit. Its help calls it by `name`. */
export const sandboxCommand = (name: string): Command<typeof options> => ({
  name,
  summary: 'Serves a fake P100 that keeps users in memory, until you press Ctrl+C.',
  options,
  example: '--port 4021 --fault-rate 0.2 --seed 7',
  notes:
    'Prints method, path, status and fault of each request, never its body or key. GET /__sandbox lists the requests\nthat control it: make the next request fail, activate a user, and more.',
  async run({
    'fault-rate': rate,
    seed = Date.now() % 1e6,
    'latency-ms': latencyMs,
    'webhook-url': webhookUrl,
    ...values
  }) {
    const apiKeys = values['api-key'].length > 0 ? values['api-key'] : ['sandbox-key'];
    const fake = createFakeP100({
      apiKeys,
      forbiddenCountries: values['forbidden-country'],
      poaRequiredCountries: values['poa-required-country'],
      ...(webhookUrl && {
        webhook: {
          handler: postAndPrint(webhookUrl),
          token: values['webhook-token'],
          paths: Object.fromEntries(values['webhook-path']),
          sleep: printAndWait,
        },
      }),
    });
    const random = randomFaults(rate, seed);
    const queued = createFaultQueue();
    const onRequest = () => {
      const fault = queued.next() ?? random.next().value;
      if (fault) fake.failNext(fault);
      return fault?.type;
    };
    const control = createControl(fake, queued);
    const { url } = await serve(fake, { ...values, latencyMs, onRequest, control, log: true }).catch((error) => {
      throw explainListening(error, values);
    });
    announce(url, apiKeys[0], rate > 0 ? { rate, seed } : undefined);
    if (webhookUrl) console.log(`Webhooks go to ${webhookUrl} with the token ${values['webhook-token']}.\n`);
  },
});

function country(code: string): string {
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new Error('is not a country: pass two capital letters, such as PL');
}

function httpUrl(value: string): string {
  // `fetch` refuses addresses with credentials.
  const fits = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !new URL(value).username;
  if (fits && !/[?#]/.test(value)) return value;
  throw new Error('is not an address: pass an HTTP address without a query, such as http://127.0.0.1:3000');
}

function webhookPath(value: string): [WebhookName, string] {
  const [, event = '', path] = /^(\w+)=(\/[^?#]+)$/.exec(value) ?? [];
  if (path !== undefined && Object.hasOwn(eventExamples, event)) return [event as WebhookName, path];
  throw new Error(
    `is not EVENT=PATH: pass a path that begins with / and one of the events ${Object.keys(eventExamples).join(', ')}`,
  );
}

/** Sends webhooks to an address, and prints the path and the status of each. */
function postAndPrint(url: string) {
  const post = postTo(url);
  const { pathname: prefix } = new URL(url);
  return async (request: Request) => {
    const response = await post(request).catch(() => undefined);
    const path = prefix.replace(/\/+$/, '') + new URL(request.url).pathname;
    console.log(`webhook ${path} ${response?.status ?? 'no response'}`);
    if (!response) throw new Error('There was no response.');
    return response;
  };
}

function printAndWait(milliseconds: number): Promise<void> {
  console.log(`webhook again in ${milliseconds / 1_000} s`);
  return wait(milliseconds);
}

function announce(url: string, key: string | undefined, faults: { rate: number; seed: number } | undefined): void {
  console.log(`The sandbox of the P100 Partner API listens on ${url} (stop it with Ctrl+C).`);
  console.log(`It accepts the key ${key}. To control it, see ${url}/__sandbox.`);
  // Rounded, because 0.07 * 100 is 7.000000000000001.
  if (faults)
    console.log(
      `${Number((faults.rate * 100).toFixed(4))} % of the requests get a fault; --seed ${faults.seed} repeats the same faults.`,
    );
  console.log(`\nCreate P100's example user. The second time, the sandbox responds with P411 (user exists):\n`);
  console.log(`${curlLine(url, key)}\n`);
  console.log(`With the client: createP100Client({ apiKey: '${key}', baseUrl: '${url}' })\n`);
}
