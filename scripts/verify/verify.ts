import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fixtures } from '../../src/generated/fixtures.ts';
import { operations, servers } from '../../src/generated/operations.ts';
import { createP100Client } from '../../src/index.ts';
import { CommandError } from '../../src/testing/command-line.ts';
import { startPrismProxy } from '../prism.ts';
import { serve } from '../sandbox/serve.ts';
import { type Check, creationCheck, keyChecks, type Setup, userChecks } from './checks.ts';
import { Comparison, type Finding } from './compare.ts';
import { createForwarder, type Forwarder } from './forward.ts';

export interface Report {
  readonly externalUserId: string;
  readonly requests: number;
  readonly findings: readonly Finding[];
  /** Documented answers that could not be brought about. */
  readonly notProvoked: readonly string[];
}

/** Why nothing could be verified. */
const cannotVerify = (message: string) => new CommandError(message, 2);

const { createUser } = fixtures;

const documentedAnswers = [
  ...operations.flatMap(({ id, codes }) => (id === 'createUser' ? codes : [])),
  ...Object.keys(createUser.examples[401]),
];

/** Asks a server what the description says of it, creates one user there, and answers how the two differ. */
export async function verify(baseUrl: string, apiKey: string): Promise<Report> {
  checkServer(baseUrl, apiKey);
  const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
  const comparison = new Comparison(description, createUser.path, createUser.method);
  const forwarder = createForwarder(baseUrl);
  const upstream = await serve(forwarder);
  const proxy = await startPrismProxy({ upstream: upstream.url });
  try {
    const body = { ...description.components.examples['john-doe'].value, externalUserId: randomUUID() };
    const setup = { baseUrl: proxy.url, apiKey, fetch: recordViolations(comparison), body };
    const outcomes = await runChecks(setup, comparison, forwarder);
    for (const { status, text } of forwarder.recorded) comparison.addAnswer(status, text);
    return {
      externalUserId: body.externalUserId,
      requests: forwarder.recorded.length,
      findings: comparison.findings(),
      notProvoked: documentedAnswers.filter((name) => !outcomes.includes(name)),
    };
  } finally {
    await proxy.close();
    await upstream.close();
  }
}

function checkServer(baseUrl: string, apiKey: string): void {
  try {
    createP100Client({ apiKey, baseUrl });
  } catch (error) {
    throw cannotVerify((error as Error).message);
  }
  if (new URL(baseUrl).host === new URL(servers.production).host) {
    throw cannotVerify(`This would open an account at production: pass --base-url ${servers.staging}.`);
  }
}

async function runChecks(setup: Setup, comparison: Comparison, forwarder: Forwarder): Promise<string[]> {
  const runAll = async (checks: Check[]) => {
    const outcomes: string[] = [];
    for (const { title, expected, run } of checks) {
      const outcome = await run();
      if (outcome !== expected) {
        comparison.add({ kind: 'different', where: title, what: `should be answered ${expected}, was ${outcome}` });
      }
      outcomes.push(outcome);
    }
    return outcomes;
  };
  const [created = ''] = await runAll([creationCheck(setup)]);
  if (forwarder.recorded.length === 0) {
    throw cannotVerify(`The server cannot be reached: ${forwarder.failure() ?? created}.`);
  }
  if ([...Object.keys(createUser.examples[401]), 'unknown'].includes(created)) {
    throw cannotVerify(`The server denies access to the key in P100_API_KEY (${created}).`);
  }
  // Without the user, each of its checks could create one.
  const asked = created === 'created' || created === 'P411' ? userChecks(setup) : [];
  return [created, ...(await runAll([...asked, ...keyChecks(setup)]))];
}

/** A fetch that hands on what Prism finds wrong with an answer. Requests are wrong on purpose. */
function recordViolations(comparison: Comparison): typeof fetch {
  return async (...args) => {
    const response = await fetch(...args);
    for (const violation of readViolations(response.headers.get('sl-violations'))) {
      const [side, ...steps] = violation.location;
      if (side !== 'response' || steps[0] !== 'body') continue;
      const path = steps.slice(1).map((step) => (/^\d+$/.test(step) ? '[]' : `.${step}`));
      const where = `${response.status} ${path.join('').replace(/^\./, '')}`.trim();
      const lacking = /required property '(.+)'/.exec(violation.message)?.[1];
      const whole = where.includes(' ') ? `${where}.${lacking}` : `${where} ${lacking}`;
      if (lacking) comparison.add({ kind: 'missing', where: whole, what: 'is required and did not come' });
      else comparison.add({ kind: 'different', where, what: violation.message });
    }
    return response;
  };
}

interface Violation {
  readonly location: string[];
  readonly message: string;
}

function readViolations(header: string | null): Violation[] {
  if (!header) return [];
  try {
    return JSON.parse(header);
  } catch {
    // Prism cuts a header off that grows too long.
    return [{ location: ['response', 'body'], message: 'has more violations than Prism can list' }];
  }
}
