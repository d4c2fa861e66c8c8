import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue, type Worker } from 'bullmq';
import { expect, vi } from 'vitest';
import type { CreateUserRequest } from '../../../src/index.ts';
import { johnDoe } from '../../support/description.ts';
import type { KitServer } from './kit-server.ts';

interface Customers {
  load(externalUserId: string): Promise<CreateUserRequest>;
  record(externalUserId: string, outcome: string, userId?: string): Promise<void>;
}
type StartWorker = (queue: Queue, customers: Customers) => Worker;

/** Onboards customers with the guide's worker on its own Redis. */
export async function exerciseBullmqWorker(startWorker: StartWorker, server: KitServer): Promise<void> {
  const redis = await startRedis();
  const queue = new Queue('onboarding', { connection: { path: redis.socket } });
  const outcomes: Record<string, string> = {};
  const customers: Customers = {
    load: async (externalUserId) => ({
      ...johnDoe(),
      externalUserId,
      country: externalUserId === 'forbidden' ? 'XX' : 'PL',
    }),
    record: async (externalUserId, outcome) => {
      outcomes[externalUserId] = outcome;
    },
  };
  const add = (externalUserId: string) =>
    queue.add('onboard', { externalUserId }, { attempts: 3, backoff: { type: 'fixed', delay: 100 } });
  const until = (holds: () => void | Promise<void>) => vi.waitFor(holds, { timeout: 10_000 });
  let worker = startWorker(queue, customers);
  try {
    server.failNext({ type: 'bad-gateway' });
    server.failNext({ type: 'connection-reset', takesEffect: true });
    await Promise.all(['first', 'second', 'forbidden'].map(add));
    await until(() => expect(Object.keys(outcomes)).toHaveLength(3));
    expect(outcomes['forbidden']).toBe('P431');
    expect(server.users.size).toBe(2);
    await until(async () => expect((await queue.getFailed()).map(({ attemptsMade }) => attemptsMade)).toEqual([1]));
    expect(JSON.stringify(await queue.getJobs())).not.toMatch(/johndoe|Example 321/);
    await worker.close();

    vi.stubEnv('P100_API_KEY', 'wrong');
    worker = startWorker(queue, customers);
    await add('later');
    await until(async () => expect(await queue.isPaused()).toBe(true));
    await worker.close();
    vi.stubEnv('P100_API_KEY', 'test');
    worker = startWorker(queue, customers);
    await queue.resume();
    await until(() => expect(outcomes['later']).toBe('created'));
  } finally {
    await worker.close();
    await queue.close();
    await redis.stop();
  }
}

/** Redis on a socket in a temporary folder, without persistence. */
async function startRedis(): Promise<{ socket: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const socket = join(folder, 'redis.sock');
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder]);
  let printed = '';
  server.stdout.on('data', (part) => {
    printed += part;
  });
  await vi.waitFor(() => expect(printed).toContain('eady to accept connections'), { timeout: 10_000 });
  return {
    socket,
    stop: async () => {
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}
