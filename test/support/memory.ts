import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Collects garbage; several times, because finalizers and weak references need a turn each. */
export async function collectGarbage(): Promise<void> {
  for (let pass = 0; pass < 4; pass++) {
    collect();
    await nextTurn();
  }
}

/** Bytes that are in use after a collection: the heap and the memory that it holds outside. */
export async function usedBytes(): Promise<number> {
  await collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
