// The core of the contract, for any runtime. It returns its results as plain data, so that one expectation fits all.
import { createP100Client, isP100Error } from 'p100-partner-sdk';

/** The public properties of a failure. */
function describe(error) {
  if (!isP100Error(error)) return { foreign: String(error?.message ?? error) };
  const { name, code, status, reason, scope, attempts, issues, possiblyCreatedByThisCall } = error;
  return { name, code, status, reason, scope, attempts, issues, possiblyCreatedByThisCall };
}

const failure = (promise) => promise.then((value) => ({ resolved: value }), describe);

/** Runs the core against Prism, and against a server that stalls at `/stall` and redirects at `/redirect`; nothing listens at `refusing`. */
export async function runCore({ prism, faults, refusing, request, examples }, createFetch = () => undefined) {
  const connect = (baseUrl, options) =>
    createP100Client({ apiKey: 'a-key', baseUrl, maxRetries: 0, fetch: createFetch(), ...options });
  const p100 = connect(prism);
  const created = await p100.users.create(request);
  const ensured = await p100.users.ensure(request);
  const errors = {};
  for (const { name, status } of examples) {
    const headers = { prefer: `code=${status}, example=${name}` };
    errors[name] = await failure(p100.users.create(request, { headers }));
  }
  const timeout = await failure(connect(`${faults}/stall`, { timeoutMs: 300 }).users.create(request));
  const deadline = await failure(connect(`${faults}/stall`, { deadlineMs: 300 }).users.create(request));
  const controller = new AbortController();
  const abort = failure(connect(`${faults}/stall`).users.create(request, { signal: controller.signal }));
  setTimeout(() => controller.abort(new Error('the caller has gone')), 100);
  const aborted = await abort;
  const redirect = await failure(connect(`${faults}/redirect`).users.create(request));
  const refused = await failure(connect(refusing).users.create(request));
  return { created, ensured, errors, timeout, deadline, aborted, redirect, refused: refused.name };
}
