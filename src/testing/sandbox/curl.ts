import { keyHeader } from '../../generated/operations.js';
import { described } from '../described.js';

/** A curl command that sends P100's example request to an address. It can be pasted into a shell as it is. */
export function curlLine(url: string, key = 'any-key'): string {
  const operation = described.find(({ body }) => body === 'json');
  if (!operation) throw new Error('The description has no operation with a JSON body.');
  const [body] = Object.values(operation.requests);
  return [
    `curl -sS -X ${operation.method} '${url}${operation.path}' \\`,
    `  -H 'content-type: application/json' -H '${keyHeader}: ${key}' \\`,
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
