import { describe, expect, it } from 'vitest';
import { createP100Client } from '../../src/index.ts';
import { recordViolations, usePrism } from '../support/prism.ts';
import { documentedAnswers, documentedCodes, documentedRequests } from './documented.ts';
import { faultsOf } from './faults.ts';
import {
  type Answer,
  argumentsOf,
  type Call,
  calls,
  ensured,
  failures,
  placed,
  sentCalls,
  successes,
} from './table.ts';

const prism = usePrism();
const exercised = { answers: new Set<string>(), codes: new Set<string>(), requests: new Set<string>() };

type Methods = Record<string, Record<string, (...args: unknown[]) => unknown>>;
type Raw = Record<string, (path: string, init: object) => Promise<Record<string, unknown>>>;

function connect() {
  const { fetch, violations } = recordViolations();
  const p100 = createP100Client({ apiKey: 'a-key', baseUrl: prism(), fetch, maxRetries: 0 });
  return { p100, raw: p100.raw as unknown as Raw, methods: p100 as unknown as Methods, violations };
}

const named = <Each extends Call>(each: readonly Each[]) => each.map((one) => [one.name, one] as const);

/** Calls the method of an operation, or its ensure variant. */
async function call(
  methods: Methods,
  each: Call,
  options: object,
  method = each.operation.methodName,
): Promise<unknown> {
  return methods[each.operation.resource]?.[method]?.(...argumentsOf(each, options));
}

/** The error of a call that must fail. */
async function rejection(calling: Promise<unknown>): Promise<Record<string, unknown>> {
  const [result] = await Promise.allSettled([calling]);
  if (result.status === 'rejected') return result.reason;
  throw new Error(`The call succeeded: ${JSON.stringify(result.value)}`);
}

/** Makes Prism send this response. */
const prefer = ({ status, example }: Answer) => ({
  headers: { prefer: example === undefined ? `code=${status}` : `code=${status}, example=${example}` },
});

function record({ operation, described, example }: Answer): void {
  exercised.answers.add([operation.id, described.status, example ?? ''].join(' '));
  const code = example && described.codes[example]?.code;
  if (code) exercised.codes.add(code);
}

const title = ({ name, status, example }: Answer) => [name, status, example ?? 'without a documented body'].join(' ');
const titled = (answers: readonly Answer[]) => answers.map((answer) => [title(answer), answer] as const);

describe('the request of the description', () => {
  it.each(titled(successes))('succeeds: %s', async (_, answer) => {
    const { methods, violations } = connect();
    expect(await call(methods, answer, prefer(answer))).toEqual(answer.value);
    expect(violations).toEqual([]);
    record(answer);
  });

  it.each(titled(successes))('succeeds through raw: %s', async (_, answer) => {
    const { raw, violations } = connect();
    const { method, path } = answer.operation;
    const { data, error, response } =
      (await raw[method]?.(path, { params: placed(answer), body: answer.body, ...prefer(answer) })) ?? {};
    expect({ data, error }).toEqual({ data: answer.value, error: undefined });
    expect(response).toMatchObject({ ok: true, status: answer.status });
    expect(violations).toEqual([]);
  });

  const requests = sentCalls.flatMap((each) =>
    each.requests.map((request) => [`${each.name} ${request.example}`, { ...each, ...request }] as const),
  );

  it.each(requests)('is accepted: %s', async (_, request) => {
    const { methods, violations } = connect();
    await call(methods, request, {});
    expect(violations).toEqual([]);
    exercised.requests.add(`${request.operation.id} ${request.example}`);
  });

  it.each(named(ensured))('creates through the ensure method of %s', async (_, each) => {
    const { methods, violations } = connect();
    const outcome = await call(methods, each, {}, each.ensure.method);
    expect(outcome).toEqual({ created: true, [each.ensure.resultName]: each.created });
    expect(violations).toEqual([]);
  });
});

describe('the key', () => {
  const guarded = sentCalls.filter(({ operation }) => operation.authenticated);

  it.each(named(guarded))('authenticates the call: %s', async (_, each) => {
    const withoutKey: typeof fetch = (url, init) => {
      const headers = new Headers(init?.headers);
      headers.delete('x-api-key');
      return fetch(url, { ...init, headers });
    };
    const p100 = createP100Client({ apiKey: 'a-key', baseUrl: prism(), fetch: withoutKey });
    const error = await rejection(call(p100 as unknown as Methods, each, {}));
    expect(error).toMatchObject({ name: 'AuthenticationError', status: 401, reason: 'missing-key' });
  });
});

describe('a request with one fault is refused', () => {
  const faults = sentCalls.flatMap(faultsOf);

  it.each(faults.map((fault) => [`${fault.name} ${fault.what}`, fault] as const))('%s', async (_, fault) => {
    const { methods, violations } = connect();
    const error = await rejection(call(methods, fault, {}));
    // Either the client refuses it before sending, or Prism refuses it and says why.
    if (error['name'] === 'P100ConfigError') expect(error['message']).toContain(fault.field);
    else expect(violations).toEqual([expect.stringContaining(fault.field)]);
  });
});

describe('a documented error', () => {
  it.each(titled(failures))('is decoded: %s', async (_, answer) => {
    const { methods, violations } = connect();
    const { status, value, described, example = '' } = answer;
    const error = await rejection(call(methods, answer, prefer(answer)));
    const known = described.codes[example];
    // A response without a code is a 401, whose examples are named like its reasons.
    if (known) expect(known.className).toBe(error['name']);
    else expect(error).toMatchObject({ name: 'AuthenticationError', reason: example });
    expect(error).toMatchObject({ status, operation: answer.operation.id });
    const { code, errorName, errorMessage } = error;
    const body = (known ? value : {}) as Record<string, unknown>;
    expect([code, errorName, errorMessage]).toEqual([known?.code, body['errorName'], body['errorMessage']]);
    expect(violations).toEqual([]);
    record(answer);
  });

  it.each(titled(failures))('is the error of raw: %s', async (_, answer) => {
    const { raw, violations } = connect();
    const { method, path } = answer.operation;
    const { data, error } =
      (await raw[method]?.(path, { params: placed(answer), body: answer.body, ...prefer(answer) })) ?? {};
    expect({ data, error }).toEqual({ data: undefined, error: answer.value });
    expect(violations).toEqual([]);
  });

  it.each(named(ensured))('is not an error for the ensure method of %s if it says "exists"', async (_, each) => {
    const { methods } = connect();
    const outcome = await call(methods, each, prefer(each.exists), each.ensure.method);
    expect(outcome).toEqual({ created: false, possiblyCreatedByThisCall: false });
  });
});

describe('an operation for which the client only builds a URL', () => {
  const urls = calls.filter(({ operation }) => operation.url);

  it.each(named(urls))('%s', async (_, each) => {
    const { methods } = connect();
    const { operation, parameters } = each;
    const url = methods[operation.resource]?.[operation.methodName]?.(parameters) as string;
    const path = operation.path.replace(/{(\w+)}/g, (_, name) => encodeURIComponent(String(parameters[name])));
    expect(new URL(url).origin + new URL(url).pathname).toBe(prism() + path);
    for (const answer of each.answers) {
      const response = await fetch(url, prefer(answer));
      expect(response.status).toBe(answer.status);
      expect(response.headers.get('sl-violations')).toBeNull();
      record(answer);
    }
  });

  it.each(named(urls))('%s encodes its parameters', async (_, each) => {
    const { methods } = connect();
    const { operation, parameters } = each;
    const [name = ''] = Object.keys(parameters);
    const build = (value: unknown) =>
      methods[operation.resource]?.[operation.methodName]?.({ ...parameters, [name]: value });
    expect(build('a/b?c')).toContain('/a%2Fb%3Fc');
    expect(() => build('..')).toThrow(name);
  });
});

describe('everything in the description', () => {
  it('is exercised: each response of each operation', () => {
    expect([...exercised.answers].sort()).toEqual(documentedAnswers().sort());
  });

  it('is exercised: each request example', () => {
    expect([...exercised.requests].sort()).toEqual(documentedRequests().sort());
  });

  it('is exercised: each error code', () => {
    expect([...exercised.codes].sort()).toEqual(documentedCodes().sort());
  });
});
