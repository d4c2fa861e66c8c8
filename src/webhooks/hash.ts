/** Compares hashes, and always all of them, so that the time tells nothing about a token, not even its length. */
export async function matchesToken(header: string, tokens: readonly string[]): Promise<boolean> {
  const sent = await hashOfToken(header);
  const known = await Promise.all(tokens.map(hashOfToken));
  return known.map((hash) => isEqual(hash, sent)).includes(true);
}

// No document shows a prefix.
const hashOfToken = (token: string) => sha256(token.replace(/^Bearer +/i, ''));

function isEqual(one: string, other: string): boolean {
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

/** SHA-256 in hex. With the functions of the web, which every runtime has. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
