// Adapts the description for the page. The downloads are not changed.
import { STATUS_CODES } from 'node:http';
import type { Document, Schema } from '../description/document.ts';
import { readErrorCodes } from '../description/error-codes.ts';
import { resolve } from '../description/reference.ts';
import { printGlance } from './glance.ts';
import { join, printCall, printCodes } from './markdown.ts';
import { listValues, readShownOperations, type ShownOperation, sayOpen } from './operations.ts';
import { samplesOf } from './samples.ts';

/** Marks the place of the table of error codes in the introduction. Invisible elsewhere. */
const marker = '<!-- error-codes -->';

export function insertErrorTable({ info, components }: Document): string {
  if (!info.description?.includes(marker)) throw new Error(`openapi/description.md has no line ${marker}.`);
  return info.description.replace(marker, () => printCodes(readErrorCodes(components.schemas?.['ErrorCode'] ?? {})));
}

export function prepareForPage(bundle: Document, tryIt: boolean): Document {
  const root = structuredClone(bundle);
  const operations = readShownOperations(root);
  // The menu lists headings of all levels alike, so those of the third level become bold text.
  const introduction = insertErrorTable(root).replaceAll(/^### (.*)$/gm, '**$1**');
  root.info.description = join([printGlance(root, operations), '## About this description', introduction]);
  for (const operation of operations) prepareOperation(root, operation, tryIt);
  // Targets of references come first, because references copy their texts.
  visitObjects(root, (node) => !node.$ref && prepareSchema(node));
  visitObjects(root, (node) => node.$ref && prepareReference(root, node));
  return root;
}

function prepareOperation(root: Document, operation: ShownOperation, tryIt: boolean): void {
  const { source, webhook, id } = operation;
  const button = `<button type="button" class="try" data-try="${id}">Send the example to the mock</button>`;
  source.description = join([printCall(root, operation), tryIt && !webhook && button, source.description]);
  source['x-codeSamples'] = samplesOf(root, operation);
  for (const [status, reference] of Object.entries(source.responses)) {
    const { description = '', ...rest } = resolve(root, reference);
    const word = STATUS_CODES[status];
    const labelled = !word || description.startsWith(word) ? description : `${word}. ${description}`;
    source.responses[status] = { ...rest, description: labelled };
  }
}

type PageSchema = Schema & { 'x-badges'?: object[]; 'x-enumDescriptions'?: object };

/** Adds its example and the label of its source to a field, and shows an open set as its values. */
function prepareSchema(node: PageSchema): void {
  if (node.examples?.[0] !== undefined) node.example ??= node.examples[0];
  addLabels(node, node);
  const listed = node.enum ? undefined : listValues(node);
  if (!listed) return;
  const nullable = [node.anyOf, node.oneOf].flat().some((part) => part?.type === 'null');
  node.type = nullable ? ['string', 'null'] : 'string';
  node.enum = listed.values.map(([value]) => value);
  for (const key of ['anyOf', 'oneOf'] as const) delete node[key];
  if (listed.values.some(([, text]) => text)) {
    node['x-enumDescriptions'] = Object.fromEntries(listed.values);
  }
  node.description = `${node.description ?? ''} ${sayOpen(listed.open, node.description)}`.trim();
}

/** A description beside a reference hides that of its target. A field needs both, unless the target is an object. */
function prepareReference(root: Document, node: PageSchema): void {
  const target = resolve<PageSchema>(root, { $ref: node.$ref as string });
  if (node.description && target.description && !target.properties) node.description += ` ${target.description}`;
  addLabels(node, { ...target, ...node });
}

function addLabels(node: PageSchema, { 'x-source': source, 'x-required-source': requiredSource }: Schema): void {
  // Not for operations: the label would appear in the menu, and the text names the source.
  if ('operationId' in node) return;
  const labels = [label(source), label(requiredSource, 'required: ')].flat();
  if (labels.length > 0) node['x-badges'] = labels.map((name) => ({ name }));
}

const label = (source: string | undefined, prefix = '') => (source ? [`${prefix}${source}`] : []);

/** Visits every object of the description except the values of examples. */
function visitObjects(node: unknown, visit: (node: PageSchema) => unknown, keys: 'words' | 'names' = 'words'): void {
  if (typeof node !== 'object' || node === null) return;
  if (keys === 'words' && !Array.isArray(node)) visit(node as PageSchema);
  for (const [key, child] of Object.entries(node)) {
    if (keys === 'words' && ['value', 'example', 'examples', 'enum', 'required'].includes(key)) continue;
    visitObjects(child, visit, key === 'properties' && keys === 'words' ? 'names' : 'words');
  }
}
