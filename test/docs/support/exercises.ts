import { bulkExercises } from './bulk-exercises.ts';
import { guideExercises } from './guide-exercises.ts';
import type { KitServer } from './kit-server.ts';
import { networkExercises } from './network-exercises.ts';
import { observabilityExercises } from './observability-exercises.ts';
import { openingExercises } from './opening-exercises.ts';
import { webhookExercises } from './webhook-exercises.ts';

// biome-ignore lint/suspicious/noExplicitAny: the compiler has checked the blocks, and what they export is asserted here.
export type Exported = any;

/**
 * Calls the exports of a block and asserts what its reader expects. `server` is the server that its client calls.
 * `reload` loads the block again, with a new client, after an environment variable has changed.
 */
export type Exercise = (exported: Exported, server: KitServer, reload: () => Promise<Exported>) => void | Promise<void>;

/** The exercise of each block that exports something, by its document and its first export. */
export const exercises: Record<string, Exercise> = {
  ...openingExercises,
  ...guideExercises,
  ...networkExercises,
  ...observabilityExercises,
  ...webhookExercises,
  ...bulkExercises,
};
