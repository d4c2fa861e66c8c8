import { readBody, within } from './body.js';
import { matchesToken, sha256 } from './hash.js';
import type { P100WebhookEvent, WebhookDelivery } from './options.js';
import { isObject, type Settings } from './settings.js';

type Outcome = Pick<P100WebhookEvent, 'status' | 'event' | 'id'>;

/** Takes a delivery: token first, then path, method, body, and at last your function. */
export async function receive(request: Request, path: string, settings: Settings): Promise<Outcome> {
  const sent = request.headers.get('authorization');
  if (!sent) return { status: 401 };
  let delivery: WebhookDelivery | undefined;
  try {
    const tokens = await within(settings.handlerTimeoutMs, settings.tokens);
    if (!(await matchesToken(sent, tokens))) return { status: 401 };
    const route = settings.findRoute(path);
    if (!route) return { status: 404 };
    const { event, call } = route;
    if (request.method !== 'POST') return { status: 405, event };
    if (request.headers.has('content-encoding')) return { status: 415, event };
    const text = await readBody(request, settings.bodyTimeoutMs);
    if (typeof text === 'number') return { status: text, event };
    const id = Array.from(await sha256(`${path}\n${text}`), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const body = parse(text);
    if (!isObject(body)) return { status: 400, event, id };
    const known: WebhookDelivery = { event, path, id, receivedAt: new Date() };
    delivery = known;
    await within(settings.handlerTimeoutMs, () => call(body, known));
    return { status: 200, event, id };
  } catch (error) {
    settings.onError(error, delivery);
    return delivery ? { status: 500, event: delivery.event, id: delivery.id } : { status: 500 };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
