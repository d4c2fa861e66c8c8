/** Reads a port from the command line; throws a sentence for the user where it is none. */
export function readPort(text: string | undefined, usual: number): number {
  const port = Number(text ?? usual);
  if (/^\d+$/.test(text ?? '0') && port <= 65_535) return port;
  throw new Error(`${text} is not a port: pass a number from 0 (any free port) to 65535.`);
}

/** Says why a server could not start; where its port is the reason, how to start it on another one. */
export function explainListening(error: unknown, port: number, remedy: string): Error {
  const text = error instanceof Error ? error.message : String(error);
  const taken = `Port ${port} is taken: pass another one, such as \`${remedy}\`.`;
  return new Error(text.includes('EADDRINUSE') ? taken : `Cannot start: ${text}`, { cause: error });
}
