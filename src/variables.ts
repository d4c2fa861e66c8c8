/** An environment variable. Undefined if it is empty or not set. */
export function variable(name: string): string | undefined {
  // Through globalThis, because workers and browsers have no `process`.
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name] || undefined;
}
