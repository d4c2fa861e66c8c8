import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type CreateUserRequest, createP100Client, type P100Client } from '../../src/index.ts';
import { startPrismMock } from '../prism.ts';
import { printErrors, printUser } from './print.ts';

const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
const { examples, responses } = description.components;
const johnDoe: CreateUserRequest = examples['john-doe'].value;

/** Against a mock of its own, which can be asked for every documented answer. */
export async function demonstrateMock(): Promise<void> {
  const mock = await startPrismMock();
  try {
    const p100 = createP100Client({ apiKey: 'any-key', baseUrl: mock.url, maxRetries: 0 });
    console.log(`A mock of the P100 Partner API listens on ${mock.url}.\n`);
    await createUser(p100, johnDoe);
    const denied = Object.keys(responses.AccessDenied.content['*/*'].examples).map((name) => ask(p100, 401, name));
    const business = Object.keys(responses.CreateUserError.content['application/json'].examples);
    await printErrors([...business.map((name) => ask(p100, 400, name)), ...denied]);
  } finally {
    await mock.close();
  }
}

/** Against staging, where only some errors can be provoked. */
export async function demonstrateStaging(): Promise<void> {
  const p100 = createP100Client({ environment: 'staging' });
  const body = { ...johnDoe, externalUserId: randomUUID() };
  console.log(`Creating the user ${body.externalUserId} at ${process.env['P100_BASE_URL'] || 'staging'}.\n`);
  await createUser(p100, body);
  const { city: _, ...incomplete } = body;
  const stranger = createP100Client({ environment: 'staging', apiKey: 'not-a-key' });
  await printErrors([
    () => p100.users.create(incomplete as CreateUserRequest),
    () => p100.users.create(body),
    () => stranger.users.create(body),
  ]);
  console.log('The other documented errors cannot be provoked from outside: see `npm run demo` without --live.');
}

async function createUser(p100: P100Client, body: CreateUserRequest): Promise<void> {
  console.log(`p100.users.create({ externalUserId: '${body.externalUserId}', … })\n`);
  printUser(await p100.users.create(body));
}

/** Asks the mock for one of its named answers. */
function ask(p100: P100Client, status: number, name: string): () => Promise<unknown> {
  const headers = { prefer: `code=${status}, example=${name}` };
  return () => p100.users.create(johnDoe, { headers });
}
