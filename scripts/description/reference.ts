import type { Reference } from './document.ts';

const unescapePointer = (step: string): string => step.replaceAll('~1', '/').replaceAll('~0', '~');

/** Follows a reference inside the bundled document. Keywords beside the reference take precedence. */
export function resolve<Node extends Reference>(root: object, node: Node): Node {
  if (!node.$ref) return node;
  const steps = node.$ref.replace('#/', '').split('/').map(unescapePointer);
  const target = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root);
  if (target === undefined) throw new Error(`The reference ${node.$ref} does not exist.`);
  const { $ref: _, ...beside } = node;
  return { ...resolve(root, target as Node), ...beside };
}
