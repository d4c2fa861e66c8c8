import { type Document, httpMethods, type Operation } from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';

/** The header that carries the key. The SDK supports no other authentication. */
export function readKeyHeader(root: Document): string {
  const operations = Object.entries(root.paths).flatMap(([path, reference]) => {
    const item = resolve(root, reference);
    return httpMethods.flatMap((method) => item[method] ?? []).map((operation) => ({ path, operation }));
  });
  const schemes = operations.map(({ path, operation }) => securityScheme(root, path, operation));
  const headers = new Set(schemes.flatMap((name) => (name ? [headerOf(root, name)] : [])));
  const [header] = headers;
  if (!header || headers.size > 1) {
    throw new Error('All operations must use the same security scheme: an API key in a header.');
  }
  return header;
}

/** The scheme of an operation; undefined if `security: []` says that no key is sent. */
export function securityScheme(root: Document, where: string, operation: Operation): string | undefined {
  const requirements = (operation.security ?? root.security ?? []).map((requirement) => Object.keys(requirement));
  if (requirements.length === 0) return undefined;
  const [names, ...others] = requirements;
  const [name] = names ?? [];
  if (!name || names?.length !== 1 || others.length > 0) {
    throw new Error(
      `${where}: a choice or combination of security schemes is not supported: name one scheme, or use [] for none.`,
    );
  }
  return name;
}

function headerOf(root: Document, name: string): string {
  const reference = root.components.securitySchemes?.[name];
  if (!reference) throw new Error(`There is no security scheme ${name}.`);
  const { type, in: place, name: header } = resolve(root, reference);
  if (type === 'apiKey' && place === 'header' && header) return header;
  throw new Error(`The security scheme ${name} is not supported: use an API key in a header.`);
}
