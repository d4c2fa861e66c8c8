import { randomUUID } from 'node:crypto';
import { fixtures } from '../../src/generated/fixtures.ts';
import { servers } from '../../src/generated/operations.ts';
import { type ClientOptions, type CreateUserRequest, createP100Client, type P100Client } from '../../src/index.ts';
import { CommandError } from '../../src/testing/command-line.ts';
import type { DocumentedCode, FakeP100 } from '../../src/testing.ts';
import { variable } from '../../src/variables.ts';
import { printBalances, printCall, printErrors, printFailure, printMethods, printPairs, printUser } from './print.ts';
import { startServers } from './servers.ts';

const johnDoe: CreateUserRequest = fixtures.createUser.requests['john-doe'];
const { externalUserId } = johnDoe;

/** All steps with a fake P100 on loopback, which can fail in every documented way. */
export async function demonstrate(): Promise<void> {
  const { fake, p100Url, webhookUrl, activated, close } = await startServers();
  try {
    const p100 = createP100Client({ apiKey: 'any-key', baseUrl: p100Url, maxRetries: 0 });
    console.log(`A fake P100 listens on ${p100Url}.\nA server for its webhooks listens on ${webhookUrl}.`);
    printCall('1. Create a user', 'p100.users.create({ externalUserId, … })');
    printPairs([['externalUserId', externalUserId]]);
    printUser(await p100.users.create(johnDoe));
    printCall('2. P100 activates the user and sends a webhook', 'createWebhookHandler({ token, on: { userStatus } })');
    await fake.activateUser(externalUserId);
    printPairs(Object.entries(await activated));
    printCall('3. Read the balances', `p100.users.getBalances({ externalUserId })`);
    printBalances(await p100.users.getBalances({ externalUserId }));
    await askForPrices(p100, '4.');
    await transfer(p100);
    await showErrors(p100, fake);
    printMethods('7. The operations and their methods');
  } finally {
    await close();
  }
}

/** The safe steps at staging: creates one user and moves no money. */
export async function demonstrateLive(): Promise<void> {
  const p100 = connect();
  const body = { ...johnDoe, externalUserId: randomUUID() };
  console.log(`P100 is at ${p100.baseUrl}.`);
  printCall('1. Create a user', 'p100.users.create({ externalUserId, … })');
  printPairs([['externalUserId', body.externalUserId]]);
  printUser(await p100.users.create(body));
  const { city: _, ...incomplete } = body;
  const stranger = connect({ apiKey: 'not-a-key' });
  printCall('2. Errors', 'p100.users.create(body)');
  await printErrors([
    () => p100.users.create(incomplete as CreateUserRequest),
    () => p100.users.create(body),
    () => stranger.users.create(body),
  ]);
  printCall('3. Read the balances', 'p100.users.getBalances({ externalUserId })');
  await printFailure(async () => printBalances(await p100.users.getBalances({ externalUserId: body.externalUserId })));
  await printFailure(() => askForPrices(p100, '4.'));
  printMethods('5. The operations and their methods');
}

/** Staging, or another address that is not production. */
function connect(options: ClientOptions = {}): P100Client {
  const p100 = createP100Client({ ...(!variable('P100_BASE_URL') && { environment: 'staging' }), ...options });
  const host = (url: string) => new URL(url).hostname.replace(/\.+$/, '');
  if (host(p100.baseUrl) !== host(servers.production)) return p100;
  throw new CommandError('This would open an account in production. Unset P100_BASE_URL.');
}

async function askForPrices(p100: P100Client, number: string): Promise<void> {
  printCall(`${number} Get rates and fees`, 'p100.exchange.getRates()');
  printPairs(Object.entries(await p100.exchange.getRates()));
  printCall('', "p100.withdrawals.getNetworkFee({ currency: 'usdc', network: 'polygon' })");
  printPairs(Object.entries(await p100.withdrawals.getNetworkFee({ currency: 'usdc', network: 'polygon' })));
}

async function transfer(p100: P100Client): Promise<void> {
  const call = 'p100.transfers.create({ sourceExternalUserId, amount, currency })';
  printCall('5. Transfer from the user to you', call);
  const created = await p100.transfers.create({ sourceExternalUserId: externalUserId, amount: '100', currency: 'btc' });
  printPairs(Object.entries(created));
  printCall('', 'p100.transfers.get({ transferId })');
  printPairs(Object.entries(await p100.transfers.get(created)));
}

/** Every documented error of creating a user. */
async function showErrors(p100: P100Client, fake: FakeP100): Promise<void> {
  const { 400: refusals, 401: denials } = fixtures.createUser.examples;
  printCall('6. Errors', 'p100.users.create(body)');
  const refused = Object.values(refusals).map(({ errorCode }) => () => {
    fake.failNext({ type: errorCode as DocumentedCode });
    return p100.users.create(johnDoe);
  });
  const denied = Object.values(denials).map((text) => () => {
    fake.on('createUser', () => new Response(text, { status: 401 }));
    return p100.users.create({ ...johnDoe, externalUserId: randomUUID() });
  });
  await printErrors([...refused, ...denied]);
}
