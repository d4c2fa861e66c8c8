import type { P100Client } from './client.js';
import type { CallOptions, Operation, RetryPolicy } from './operation.js';
import { checkOptions, optionKinds, refuse, type Where } from './options.js';
import { type Perform, unwrap } from './perform.js';

/** Settings of a call by `request`, to an endpoint that has no method yet. */
export interface RequestOptions extends Omit<CallOptions, 'extraBody'> {
  /** Query parameters. An array is sent as repeated parameters. */
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  /** Sent as JSON; a `FormData` is sent as is. */
  readonly body?: unknown;
  /**
   * Whether the call may be repeated if its outcome is unknown. Use `never-twice` for everything that moves money.
   * @default `idempotent` for GET and HEAD, else `never-twice`
   */
  readonly retry?: Exclude<RetryPolicy, 'unique-key'> | undefined;
}

/** The HTTP methods that `request` supports. */
export type RequestMethod = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const readingMethods: readonly string[] = ['GET', 'HEAD'];
const where: Where = { id: 'request', name: 'request' };

/** Creates the client's `request`. */
export function createRequest(perform: Perform): P100Client['request'] {
  return async <T>(method: RequestMethod, path: string, given?: RequestOptions) => {
    checkTarget(method, path);
    const options = checkOptions(given, optionKinds.request, where);
    const { query = {}, body, retry } = options;
    const operation = undescribed(method, path, body !== undefined, retry);
    const params = { path: {}, query, header: {} };
    const { result } = await perform({ operation, where, params, body, options });
    return unwrap(result) as T;
  };
}

function undescribed(method: string, path: string, hasBody: boolean, retry: RequestOptions['retry']): Operation {
  const reads = readingMethods.includes(method);
  if (reads && hasBody) refuse(`${method} takes no body. Remove the option body.`, where);
  const policy = retry ?? (reads ? 'idempotent' : 'never-twice');
  if (!['idempotent', 'never-twice'].includes(policy)) refuse("retry must be 'idempotent' or 'never-twice'.", where);
  return {
    ...where,
    method,
    path,
    authenticated: true,
    retry: { policy, transient: {} },
    parameters: {},
    ...(hasBody && { requestBody: 'json' }),
    responses: { '2XX': 'any' },
    codes: {},
    fields: [],
  };
}

/** Refuses a method or path that would not call the endpoint that it names. */
function checkTarget(method: unknown, path: unknown): void {
  const methodFits = methods.includes(method as string);
  const problems = [
    ...(methodFits ? [] : [`The method must be one of ${methods.join(', ')}, in upper case.`]),
    ...pathProblems(path),
  ];
  if (problems.length > 0) refuse(problems.join(' '), where);
}

function pathProblems(path: unknown): string[] {
  const example = "Example: '/v1/card/pin'.";
  if (typeof path !== 'string' || !path.startsWith('/')) return [`The path must begin with a slash. ${example}`];
  if (path.startsWith('//') || !/^[!$&-;=@A-Z_a-z~%]+$/.test(path)) {
    return [
      `The path must be percent-encoded, without host and fragment. Pass a query as the option query. ${example}`,
    ];
  }
  const segments = path.replaceAll(/%2e/gi, '.').split(/\/|%2f|%5c/i);
  const hasDots = segments.includes('.') || segments.includes('..');
  return hasDots ? ['The path must not contain the segments . or ..'] : [];
}
