// One process of a migration: ensures users 0 to n - 1 at a sandbox, again and again until each call has succeeded.
import { createP100Client, isP100Error } from '../../src/index.ts';
import { johnDoe } from '../support/description.ts';

const [baseUrl = '', count, startAt] = process.argv.slice(2);
const users = Number(count);
const concurrency = 50;
const p100 = createP100Client({ apiKey: 'a-key', baseUrl, timeoutMs: 5_000 });

/** P100's ids of the users that this process created, as far as it knows. */
const created: Record<string, string> = {};
let failures = 0;

async function ensureAll(ids: number[]): Promise<void> {
  const failed: number[] = [];
  const left = [...ids];
  const work = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      try {
        const outcome = await p100.users.ensure({ ...johnDoe(), externalUserId: String(id) });
        if (outcome.created) created[id] = outcome.user.userId;
      } catch (error) {
        if (!isP100Error(error)) throw error;
        failed.push(id);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  failures += failed.length;
  if (failed.length > 0) await ensureAll(failed);
}

// Each process begins at another user, so that all of them create some and all of them collide.
const offset = Number(startAt);
await ensureAll(Array.from({ length: users }, (_, index) => (index + offset) % users));
console.log(JSON.stringify({ created, failures }));
