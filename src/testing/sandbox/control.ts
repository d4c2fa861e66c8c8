import { setTimeout as wait } from 'node:timers/promises';
import { P100ConfigError } from '../../errors.js';
import type { FakeP100, Fault, WebhookName } from '../../testing.js';
import type { FaultQueue } from './fault-queue.js';

/** A request that controls the sandbox. `{id}` in the path is an `externalUserId` or the name of an event. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly does: string;
  readonly run: (id: string, body: unknown) => unknown;
}

const prefix = '/__sandbox';

/** Responds to the requests with which tests in other languages control the sandbox. */
export function createControl(fake: FakeP100, faults: FaultQueue) {
  const users = () => [...fake.users].map(([externalUserId, user]) => ({ externalUserId, ...user }));
  const reset = () => {
    fake.reset();
    faults.clear();
  };
  const routes: Route[] = [
    { method: 'GET', path: '/users', does: 'returns the users', run: users },
    { method: 'DELETE', path: '/users', does: 'removes users, calls and faults', run: reset },
    {
      method: 'POST',
      path: '/users/{id}/activate',
      does: 'activates a user, and sends the event userStatus',
      run: async (id) => (await soon(fake.activateUser(id))) ?? fake.users.get(id),
    },
    {
      method: 'POST',
      path: '/webhooks/{id}',
      does: 'sends the example of an event; fields of the body replace those of the example',
      run: async (event, changes) =>
        (await soon(fake.sendWebhook(event as WebhookName, changes as object))) ?? {
          received: false,
          message: 'Not received yet. The sandbox delivers it again, as P100 does. The log shows each delivery.',
        },
    },
    { method: 'GET', path: '/calls', does: 'returns the requests that arrived', run: () => fake.calls },
    {
      method: 'POST',
      path: '/faults',
      does: 'makes the next request fail',
      run: (_, fault) => faults.add(fault as Fault),
    },
  ];

  return (request: Request): Promise<Response> | undefined => {
    const { pathname } = new URL(request.url);
    return pathname === prefix || pathname.startsWith(`${prefix}/`) ? respond(routes, request, pathname) : undefined;
  };
}

/** The result, or undefined if it takes long: a webhook that fails is repeated for two minutes. */
const soon = <Value>(result: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([result, wait(2_000, undefined, { ref: false })]);

async function respond(routes: Route[], request: Request, pathname: string): Promise<Response> {
  const path = pathname.slice(prefix.length);
  const overview = routes.map(({ method, path, does }) => `${method} ${prefix}${path}: ${does}`);
  for (const route of routes) {
    const [start = '', end] = route.path.split('{id}');
    const id = path.slice(start.length, path.length - (end ?? '').length);
    const matches = end === undefined ? path === route.path : path === `${start}${id}${end}` && /^[^/]+$/.test(id);
    if (matches && route.method === request.method) return run(route, id, request);
  }
  if (path === '') return Response.json({ known: overview });
  return Response.json({ error: 'There is no such request.', known: overview }, { status: 404 });
}

async function run(route: Route, id: string, request: Request): Promise<Response> {
  try {
    const text = await request.text();
    const result = await route.run(decodeURIComponent(id), text ? JSON.parse(text) : {});
    return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
  } catch (error) {
    const known = error instanceof P100ConfigError || error instanceof SyntaxError || error instanceof URIError;
    return Response.json({ error: (error as Error).message }, { status: known ? 400 : 500 });
  }
}
