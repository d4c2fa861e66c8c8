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
 * Calls what a block exports and asserts what its reader expects. `server` is what its client calls. `reload` loads the
 * block again, with a client of its own, after a variable was changed.
 */
export type Exercise = (exported: Exported, server: KitServer, reload: () => Promise<Exported>) => void | Promise<void>;

/** What to do with each block that is a part of a program, by its document and the first name that it exports. */
export const exercises: Record<string, Exercise> = {
  ...openingExercises,
  ...guideExercises,
  ...networkExercises,
  ...observabilityExercises,
  ...webhookExercises,
  ...bulkExercises,
};
