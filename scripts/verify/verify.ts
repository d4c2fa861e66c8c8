import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fixtures } from '../../src/generated/fixtures.ts';
import { servers } from '../../src/generated/operations.ts';
import { createP100Client, type P100Client } from '../../src/index.ts';
import { CommandError } from '../../src/testing/command-line.ts';
import { ask, type Check, checks, documented, nameAnswer } from './checks.ts';
import { Comparison, type Finding } from './compare.ts';

export interface Report {
  readonly externalUserId: string;
  readonly requests: number;
  readonly findings: readonly Finding[];
  /** Why the remaining requests were not sent. */
  readonly stopped?: string;
  /** Documented responses that did not occur. */
  readonly notSeen: readonly string[];
}

const { method, path, key } = fixtures.createUser;

const cannotVerify = (message: string) => new CommandError(message, 2);

/** Creates one user at a server, sends requests that it must refuse, and compares responses with the description. */
export async function verify(baseUrl: string, apiKey: string): Promise<Report> {
  const url = address(baseUrl, apiKey) + path;
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  const comparison = new Comparison(description, path, method);
  const body = { ...description.components.examples['john-doe'].value, [key]: randomUUID() };
  const seen: string[] = [];
  let stopped: string | undefined;
  for (const check of checks(body, apiKey)) {
    const answer = await ask(url, check).catch((error) => {
      throw cannotVerify(
        `${seen.length ? `No response to "${check.title}"` : 'The server cannot be reached'}: ${reason(error)}.`,
      );
    });
    const outcome = nameAnswer(answer);
    if (check.apiKey === apiKey && answer.status === 401) {
      throw cannotVerify(`The server refuses the key in P100_API_KEY (${outcome}).`);
    }
    seen.push(outcome);
    comparison.addAnswer(answer);
    if (outcome !== check.expected) {
      comparison.add({ kind: 'different', where: check.title, what: `expected ${check.expected}, got ${outcome}` });
    }
    stopped = reasonToStop(check, answer.status);
    if (stopped) break;
  }
  return {
    externalUserId: body[key],
    requests: seen.length,
    findings: comparison.findings(),
    ...(stopped && { stopped }),
    notSeen: documented.filter((name) => !seen.includes(name)),
  };
}

/** One user is enough, whatever the server accepts. */
function reasonToStop({ title, expected }: Check, status: number): string | undefined {
  const created = status >= 200 && status < 300;
  if (created === (expected === '201')) return undefined;
  const why = created
    ? 'further requests could create more users'
    : 'without this user, further requests could create one';
  return `Stopped after "${title}": ${why}.`;
}

/** The base URL that the client would use. Refuses production in any spelling. */
function address(url: string, apiKey: string): string {
  const { baseUrl } = connect(url, apiKey);
  const host = (of: string) => new URL(of).hostname.replace(/\.+$/, '');
  if (host(baseUrl) !== host(servers.production)) return baseUrl;
  throw cannotVerify(`This would open an account in production. Pass --base-url ${servers.staging}.`);
}

function connect(baseUrl: string, apiKey: string): P100Client {
  try {
    return createP100Client({ apiKey, baseUrl });
  } catch (error) {
    throw cannotVerify((error as Error).message);
  }
}

function reason(error: Error & { cause?: { code?: string; message?: string } }): string {
  return error.cause?.message || error.cause?.code || error.message;
}
