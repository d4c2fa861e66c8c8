import fc from 'fast-check';
import type { Fault } from '../../src/testing.ts';

const takesEffect = fc.boolean();
const ofType = <Type extends Fault['type']>(...types: Type[]) => fc.constantFrom(...types);

/** Any fault that a retry may overcome. Waits are short, so that thousands fit into a test. */
export const anyFault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ type: ofType('connection-reset', 'stall', 'bad-gateway', 'P500', 'P501'), takesEffect }),
  fc.record({ type: ofType('connection-refused', 'truncated-body') }),
  fc.record({ type: ofType('slow-body'), durationMs: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ type: ofType('too-many-requests') }),
  fc.record({ type: ofType('too-many-requests'), retryAfter: fc.constantFrom(0, 1, 'soon') }),
);
