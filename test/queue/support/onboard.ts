import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { CreateUserRequest } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';

const folder = 'examples/bulk-onboarding';

/** A command of the example while it runs. */
export interface Command {
  readonly pid: number | undefined;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** All that it has printed so far. */
  readonly printed: () => string;
  readonly ended: Promise<{ code: number | null; printed: string }>;
}

/** Returns a function that starts commands of the example, and all that they have printed. */
export function useExample(settings: () => { databaseUrl: string; baseUrl: string; apiKey?: string }) {
  const commands: Command[] = [];
  const start = (...args: string[]): Command => {
    const { databaseUrl, baseUrl, apiKey = 'a-key' } = settings();
    const env = { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, P100_BASE_URL: baseUrl, P100_API_KEY: apiKey };
    const child = spawn(process.execPath, ['src/main.ts', ...args], { cwd: folder, env });
    let text = '';
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (part) => {
        text += part;
      });
    }
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, printed: text }));
    const command = {
      pid: child.pid,
      kill: (signal: NodeJS.Signals) => void child.kill(signal),
      printed: () => text,
      ended,
    };
    commands.push(command);
    return command;
  };
  const logs = () => commands.map(({ printed }) => printed()).join('\n');
  return { start, logs };
}

/** Writes customers as NDJSON, each with a name of its own. */
export function writeCustomers(file: string, customers: CreateUserRequest[]): void {
  writeFileSync(file, customers.map((customer) => `${JSON.stringify(customer)}\n`).join(''));
}

export const customer = (externalUserId: string, fields: Partial<CreateUserRequest> = {}): CreateUserRequest => ({
  ...johnDoe(),
  externalUserId,
  ...fields,
});
