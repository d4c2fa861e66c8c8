/** Whether a header contains one of the tokens, with or without `Bearer `: P100 does not document a prefix. */
export async function matchesToken(header: string, tokens: readonly string[]): Promise<boolean> {
  const hashes = [header, ...tokens].map((token) => sha256(token.replace(/^Bearer +/i, '')));
  const [sent = '', ...known] = await Promise.all(hashes);
  return known.map((hash) => isEqual(hash, sent)).includes(true);
}

/** Compares every character, so that the time reveals nothing about a token. Comparing hashes also hides its length. */
const isEqual = (hash: string, other: string): boolean =>
  [...hash].reduce((difference, _, index) => difference | (hash.charCodeAt(index) ^ other.charCodeAt(index)), 0) === 0;

/** SHA-256 in hex, by Web Crypto, which every runtime has. */
export async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
