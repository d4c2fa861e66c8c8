import { readBody } from '../pipeline/body.js';
import { within } from '../pipeline/time.js';
import { matchesToken, sha256 } from './hash.js';
import type { P100WebhookEvent, WebhookDelivery } from './options.js';
import { isObject, type Settings } from './settings.js';

// The documented bodies have less than 1 KiB.
const bodyLimit = 256 * 1024;

/** Takes a delivery: token first, then path, method, body, and at last your function. */
export async function receive(
  request: Request,
  path: string,
  settings: Settings,
): Promise<Pick<P100WebhookEvent, 'status' | 'event' | 'id'>> {
  const sent = request.headers.get('authorization');
  if (!sent) return { status: 401 };
  let delivery: WebhookDelivery | undefined;
  try {
    const tokens = await limited(settings.handlerTimeoutMs, settings.readTokens);
    if (!(await matchesToken(sent, tokens))) return { status: 401 };
    const { event, call } = settings.findRoute(path) ?? {};
    if (!call) return { status: 404 };
    if (request.method !== 'POST') return { status: 405, event };
    if (request.headers.has('content-encoding')) return { status: 415, event };
    const read = await readObject(request, settings.bodyTimeoutMs);
    if (!read.ok) return { status: read.status, event };
    const known = { event, path, id: await sha256(`${path}\n${read.text}`), receivedAt: new Date() };
    delivery = known;
    await limited(settings.handlerTimeoutMs, () => call(read.body, known));
    return { status: 200, event, id: known.id };
  } catch (error) {
    settings.onError(error, delivery);
    return { status: 500, ...(delivery && { event: delivery.event, id: delivery.id }) };
  }
}

type ReadObject =
  | { readonly ok: true; readonly text: string; readonly body: Record<string, unknown> }
  | { readonly ok: false; readonly status: 400 | 408 | 413 };

async function readObject(request: Request, milliseconds: number): Promise<ReadObject> {
  const { result, cancel } = readBody(request, bodyLimit);
  const read = await limited(milliseconds, () => result).catch(cancel);
  if (!read) return { ok: false, status: 408 };
  if (!read.ok) return { ok: false, status: read.reason === 'too-large' ? 413 : 400 };
  try {
    const body: unknown = JSON.parse(read.text);
    if (isObject(body)) return { ok: true, text: read.text, body };
  } catch {}
  return { ok: false, status: 400 };
}

/** Work that took too long goes on: nothing can stop it. */
function limited<Result>(milliseconds: number, work: () => Result | Promise<Result>): Promise<Result> {
  const timeIsUp = () => new Error(`createWebhookHandler: no result within ${milliseconds} ms.`);
  return within({ milliseconds, signal: undefined, timeIsUp }, async () => work());
}
