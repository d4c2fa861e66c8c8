import { testKitCodes } from '../generated/fixtures.js';
import { isObject } from '../is-object.js';
import { type Answer, bodyAnswer, jsonAnswer, textAnswer } from './answer.js';
import { findFileProblem, findIssues } from './checks.js';
import { type Described, denialText, documents, errorAnswer, success } from './described.js';
import type { Handlers } from './handlers.js';
import type { FakeP100Options, FakeUser } from './options.js';
import type { ReceivedCall } from './request.js';
import { type UserStore, userKey } from './users.js';

/** What a response depends on. */
export interface Service {
  readonly options: FakeP100Options;
  readonly store: UserStore;
  readonly handlers: Handlers;
}

/** Responds to a call as the description says. */
export async function serve(call: ReceivedCall, service: Service): Promise<Answer> {
  const { operation, record } = call;
  if (!operation) return textAnswer(404, 'Not Found');
  const denial = deny(operation, call.key, service.options);
  if (denial) return denial;
  const issues = findIssues(operation, record.parameters, record.body);
  if (issues.length > 0) return invalid(issues, operation);
  const handled = await service.handlers.handle(operation, record);
  if (handled) return handled;
  const code = findRefusal(operation, call, service);
  return code ? errorAnswer(code, operation) : succeed(operation, call, service.store);
}

function deny(operation: Described, key: string | null, { apiKeys }: FakeP100Options): Answer | undefined {
  if (!operation.authenticated) return undefined;
  if (!key) return textAnswer(401, denialText(operation, 'missing-key'));
  return !apiKeys || apiKeys.includes(key) ? undefined : textAnswer(401, denialText(operation, 'wrong-key'));
}

function invalid(issues: readonly string[], operation: Described): Answer {
  const { status, text } = errorAnswer(testKitCodes['invalid-request'], operation);
  return jsonAnswer(status, { ...JSON.parse(text), errorMessage: `${issues.join('. ')}.` });
}

type Rule = keyof typeof testKitCodes;

/** The code with which P100 refuses a well-formed request, if it does. */
function findRefusal(operation: Described, { record }: ReceivedCall, { options, store }: Service): string | undefined {
  const body = isObject(record.body) ? record.body : {};
  const ids = usersOf(operation, { ...record.parameters, ...body });
  const creates = operation.key === userKey;
  const fileProblem = findFileProblem(operation, body);
  const rules: [Rule, boolean][] = [
    ['forbidden-country', options.forbiddenCountries?.includes(String(body['country'])) ?? false],
    ['user-exists', creates && ids.some((id) => store.users.has(id))],
    ['user-missing', userFields(operation).length > 0 && ids.length === 0],
    ['user-unknown', !creates && ids.some((id) => !store.users.has(id))],
    ['file-type', fileProblem === 'file-type'],
    ['file-size', fileProblem === 'file-size'],
  ];
  // A user without KYC must also be new, but P100 does not document the code for it.
  const documented = (rule: Rule) => documents(operation, testKitCodes[rule]) || rule === 'user-exists';
  const refusal = rules.find(([rule, applies]) => applies && documented(rule));
  return refusal && testKitCodes[refusal[0]];
}

/** The parameters and fields that name users: `externalUserId`, `sourceExternalUserId`, … */
const userFields = ({ parameters, types }: Described): string[] =>
  [...Object.keys(parameters), ...Object.keys(types)].filter((name) =>
    name.toLowerCase().endsWith(userKey.toLowerCase()),
  );

const usersOf = (operation: Described, values: Readonly<Record<string, unknown>>): string[] =>
  userFields(operation).flatMap((name) => (typeof values[name] === 'string' ? [values[name]] : []));

function succeed(operation: Described, { record }: ReceivedCall, store: UserStore): Answer {
  const { status, body } = success(operation);
  if (operation.key === userKey)
    return jsonAnswer(status, store.create(operation, record.body as FakeUser['request']).user);
  const user = store.users.get(String(record.parameters[userKey]));
  if (operation.reads && user) return jsonAnswer(status, user.balances);
  return bodyAnswer(status, repeatIds(operation, record.parameters, body));
}

/** The example of a success, with the requested ids instead of those of the example. */
function repeatIds(operation: Described, parameters: Readonly<Record<string, unknown>>, body: unknown): unknown {
  if (!isObject(body)) return body;
  const ids = new Map(
    Object.entries(operation.parameters)
      .filter(([, { in: place }]) => place === 'path')
      .map(([name, { example }]) => [example, parameters[name]]),
  );
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, ids.get(value) ?? value]));
}
