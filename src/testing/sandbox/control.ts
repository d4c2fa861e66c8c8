import { setTimeout as wait } from 'node:timers/promises';
import { P100ConfigError } from '../../errors.js';
import type { FakeP100, Fault, WebhookName } from '../../testing.js';

/** What the control path does, by method and path. `{id}` is an `externalUserId` or the name of an event. */
interface Route {
  readonly method: string;
  readonly path: string;
  readonly does: string;
  readonly run: (id: string, body: unknown) => unknown;
}

const prefix = '/__sandbox';

/** Responds to requests by which teams who test in other languages steer the sandbox. */
export function createControl(fake: FakeP100, failNext: (fault: Fault) => void) {
  const users = () => [...fake.users].map(([externalUserId, user]) => ({ externalUserId, ...user }));
  const routes: Route[] = [
    { method: 'GET', path: '/users', does: 'returns the users', run: users },
    { method: 'DELETE', path: '/users', does: 'forgets users, calls and faults', run: fake.reset },
    {
      method: 'POST',
      path: '/users/{id}/activate',
      does: 'makes a user active, and sends the webhook that says so',
      run: async (id) => (await soon(fake.activateUser(id))) ?? fake.users.get(id),
    },
    {
      method: 'POST',
      path: '/webhooks/{id}',
      does: 'sends an event, with the fields of the body in place of those of the example',
      run: async (event, changes) =>
        (await soon(fake.sendWebhook(event as WebhookName, changes as object))) ?? {
          received: false,
          message: 'Not received yet. It is repeated as P100 does; the log shows each delivery.',
        },
    },
    { method: 'GET', path: '/calls', does: 'returns the requests that arrived', run: () => fake.calls },
    {
      method: 'POST',
      path: '/faults',
      does: 'makes a coming request fail',
      run: (_, fault) => failNext(fault as Fault),
    },
  ];

  return (request: Request): Promise<Response> | undefined => {
    const { pathname } = new URL(request.url);
    return pathname === prefix || pathname.startsWith(`${prefix}/`) ? respond(routes, request, pathname) : undefined;
  };
}

/** The result if it comes soon: a webhook that is not received is repeated for two minutes. */
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
  return Response.json({ error: 'There is nothing here.', known: overview }, { status: 404 });
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
