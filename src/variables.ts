/** A variable of the environment. Undefined if it is empty or not set. */
export function variable(name: string): string | undefined {
  // Looked up through globalThis, because workers and browsers have no process.
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env?.[name] || undefined;
}
