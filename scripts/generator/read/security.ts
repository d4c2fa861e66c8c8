import type { Document, Operation, SecurityScheme } from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';

/** The header that carries the key. The SDK knows no other kind of authentication. */
export function readKeyHeader(root: Document): string {
  const schemes = Object.entries(root.components.securitySchemes ?? {}).map(
    ([name, scheme]) => [name, resolve(root, scheme as SecurityScheme & { $ref?: string })] as const,
  );
  for (const [name, scheme] of schemes) {
    if (scheme.type !== 'apiKey' || scheme.in !== 'header' || !scheme.name) {
      throw new Error(`The security scheme ${name} is not supported: the SDK sends a key in a header.`);
    }
  }
  const headers = schemes.map(([, scheme]) => scheme.name as string);
  const [header] = headers;
  if (!header || headers.length > 1) {
    throw new Error('The description needs exactly one security scheme, which sends a key in a header.');
  }
  return header;
}

/** Whether an operation sends the key: `security: []` says that it does not. */
export function readAuthenticated(root: Document, where: string, operation: Operation): boolean {
  const requirements = operation.security ?? root.security ?? [];
  if (requirements.length === 0) return false;
  const [names, ...others] = requirements.map((requirement) => Object.keys(requirement));
  const unknown = names?.find((name) => !Object.hasOwn(root.components.securitySchemes ?? {}, name));
  if (unknown) throw new Error(`${where}: there is no security scheme ${unknown}.`);
  if (others.length > 0 || names?.length !== 1) {
    throw new Error(
      `${where}: a choice or combination of security schemes is not supported: name one, or none with [].`,
    );
  }
  return true;
}
