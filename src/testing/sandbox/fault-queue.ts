import { createFakeP100, type Fault } from '../../testing.js';

/** Faults that were ordered under /__sandbox. They wait here, so that the log can name the fault of each request. */
export type FaultQueue = ReturnType<typeof createFaultQueue>;

export function createFaultQueue() {
  const faults: Fault[] = [];
  return {
    add(fault: Fault): void {
      // Throws if the fault is unknown.
      createFakeP100().failNext(fault);
      faults.push(fault);
    },
    next: (): Fault | undefined => faults.shift(),
    clear(): void {
      faults.length = 0;
    },
  };
}
