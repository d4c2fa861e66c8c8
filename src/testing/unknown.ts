import { P100ConfigError } from '../errors.js';
import { nearest } from '../nearest.js';

/** Refuses a name that does not exist. Names the one that was most likely meant, else all. */
export function refuseUnknown(
  what: string,
  given: unknown,
  known: readonly string[],
  method: string,
  near = typeof given === 'string' ? nearest(given, known) : undefined,
): never {
  const hint = near ? `did you mean ${near}?` : `known: ${known.join(', ') || 'none'}.`;
  throw new P100ConfigError(`${what} ${JSON.stringify(given)}: ${hint}`, method);
}
