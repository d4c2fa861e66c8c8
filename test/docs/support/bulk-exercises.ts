import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { exerciseBullmqWorker } from './bullmq.ts';
import { customerIn, customers } from './customers.ts';
import type { Exercise } from './exercises.ts';

export const bulkExercises: Record<string, Exercise> = {
  'docs/onboarding-existing-customers.md#migrate': async ({ migrate }, server) => {
    const journal = join(mkdtempSync(join(tmpdir(), 'migration-')), 'journal.tsv');
    const list = customers(20);
    const seen: number[] = [];
    const first = await migrate([...list.slice(0, 12), customerIn('XX')], {
      journal,
      onProgress: ({ created, refused }: { created: number; refused: unknown[] }) =>
        seen.push(created + refused.length),
    });
    expect(first).toMatchObject({ created: 12, existed: 0, refused: [{ externalUserId: 'in-XX' }], later: [] });
    expect(seen).toHaveLength(13);
    expect(seen.at(-1)).toBe(13);
    expect(readFileSync(journal, 'utf8').trim().split('\n')).toHaveLength(12);
    const callsBefore = server.calls.length;
    expect(await migrate(list, { journal, concurrency: 3 })).toMatchObject({ created: 8, existed: 0, refused: [] });
    expect(server.calls.length - callsBefore).toBe(8);
    expect(await migrate(list, { journal: `${journal}.lost` })).toMatchObject({ created: 0, existed: 20 });
    expect(server.users.size).toBe(20);

    const [late] = customers(21).slice(20);
    for (let fault = 0; fault < 3; fault++) server.failNext({ type: 'bad-gateway' });
    expect(await migrate([late], { journal })).toMatchObject({ created: 0, later: ['customer-20'], refused: [] });
    expect(await migrate([late], { journal })).toMatchObject({ created: 1, later: [] });

    vi.stubEnv('P100_API_KEY', 'wrong');
    const many = customers(200).slice(30);
    const calls = server.calls.length;
    await expect(migrate(many, { journal, concurrency: 2 })).rejects.toMatchObject({ reason: 'wrong-key' });
    expect(server.calls.length - calls).toBeLessThan(10);
  },
  'docs/onboarding-existing-customers.md#startWorker': ({ startWorker }, server) =>
    exerciseBullmqWorker(startWorker, server),
};
