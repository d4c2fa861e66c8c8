import { errorClasses } from '../src/errors.ts';

/** Name of the class that an error code arrives as. */
export function errorClassName(code: string): string {
  return Object.entries(errorClasses).find(([known]) => known === code)?.[1].name ?? 'P100ApiError';
}
