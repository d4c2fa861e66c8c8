import { keyHeader } from './generated/operations.js';
import { refuse, type Where } from './options.js';

/** Headers that control the connection or frame the body. A wrong one can break other calls on the same connection. */
const connectionHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Returns headers with lower-case names. Refuses those that are malformed, not allowed, or would replace the key. */
export function checkHeaders(headers: Iterable<readonly [string, string]>, where: Where): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of headers) {
    const lowerCase = name.toLowerCase();
    const problem = findProblem(lowerCase, value);
    if (problem) refuse(problem, where);
    checked[lowerCase] = value;
  }
  return checked;
}

function findProblem(name: string, value: unknown): string | undefined {
  // The name is not printed, because it may be a key in the wrong place.
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]{1,128}$/.test(name))
    return 'headers has a name that HTTP does not allow. Use letters, digits and hyphens.';
  if (name === keyHeader) return `headers cannot replace ${keyHeader}. Pass the key as apiKey.`;
  if (connectionHeaders.has(name)) return `headers cannot contain ${name}. The HTTP client sets it.`;
  // Latin-1 without control characters: what every transport can send.
  if (typeof value !== 'string' || !/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) {
    return `the value of the header ${name} must be a string of visible Latin-1 characters.`;
  }
  return undefined;
}
