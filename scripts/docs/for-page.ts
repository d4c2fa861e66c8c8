// The description as the page shows it. What others download stays as it is written.
import { STATUS_CODES } from 'node:http';
import type { Document, Schema } from '../description/document.ts';
import { readErrorCodes } from '../description/error-codes.ts';
import { resolve } from '../description/reference.ts';
import { printGlance } from './glance.ts';
import { join, printCall, printCodes } from './markdown.ts';
import { listValues, readShownOperations, type ShownOperation } from './operations.ts';
import { samplesOf } from './samples.ts';

/** Where the table of error codes goes in the introduction. Other readers of the description see nothing of it. */
const marker = '<!-- error-codes -->';

export function insertErrorTable({ info, components }: Document): string {
  if (!info.description?.includes(marker)) throw new Error(`openapi/description.md has no line ${marker}.`);
  return info.description.replace(marker, () => printCodes(readErrorCodes(components.schemas?.['ErrorCode'] ?? {})));
}

export function prepareForPage(bundle: Document, tryIt: boolean): Document {
  const root = structuredClone(bundle);
  const operations = readShownOperations(root);
  // The menu lists all headings alike, as if each began a chapter: those of the third rank become bold.
  const introduction = insertErrorTable(root).replaceAll(/^### (.*)$/gm, '**$1**');
  root.info.description = join([printGlance(root, operations), '## About this description', introduction]);
  for (const operation of operations) prepareOperation(root, operation, tryIt);
  // What a reference points to comes first: its words are taken over by the reference.
  visitObjects(root, (node) => !node.$ref && prepareSchema(node));
  visitObjects(root, (node) => node.$ref && prepareReference(root, node));
  return root;
}

function prepareOperation(root: Document, operation: ShownOperation, tryIt: boolean): void {
  const { source, webhook, id } = operation;
  const button = `<button type="button" class="try" data-try="${id}">Send the example to the mock</button>`;
  source.description = join([printCall(operation), tryIt && !webhook && button, source.description]);
  source['x-codeSamples'] = samplesOf(root, operation);
  for (const [status, reference] of Object.entries(source.responses)) {
    const { description = '', ...rest } = resolve(root, reference);
    const word = STATUS_CODES[status];
    const labelled = !word || description.startsWith(word) ? description : `${word}. ${description}`;
    source.responses[status] = { ...rest, description: labelled };
  }
}

type PageSchema = Schema & { 'x-badges'?: object[]; 'x-enumDescriptions'?: object };

/** Shows a field with its example, the label of its source, and an open set as its values. */
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
  if (listed.open) node.description = `${node.description ?? ''} Others may be added.`.trim();
}

/** Words beside a reference hide those of its target; a field needs both, unless the target is an object with its own. */
function prepareReference(root: Document, node: PageSchema): void {
  const target = resolve<PageSchema>(root, { $ref: node.$ref as string });
  if (node.description && target.description && !target.properties) node.description += ` ${target.description}`;
  addLabels(node, { ...target, ...node });
}

function addLabels(node: PageSchema, { 'x-source': source, 'x-required-source': requiredSource }: Schema): void {
  // At an operation the label would stand in the menu; its text names the source.
  if ('operationId' in node) return;
  const labels = [label(source), label(requiredSource, 'required: ')].flat();
  if (labels.length > 0) node['x-badges'] = labels.map((name) => ({ name }));
}

const label = (source: string | undefined, prefix = '') => (source && source !== 'page' ? [`${prefix}${source}`] : []);

/** Visits every object of the description but the values of examples. */
function visitObjects(node: unknown, visit: (node: PageSchema) => unknown, keys: 'words' | 'names' = 'words'): void {
  if (typeof node !== 'object' || node === null) return;
  if (keys === 'words' && !Array.isArray(node)) visit(node as PageSchema);
  for (const [key, child] of Object.entries(node)) {
    if (keys === 'words' && ['value', 'example', 'examples', 'enum', 'required'].includes(key)) continue;
    visitObjects(child, visit, key === 'properties' && keys === 'words' ? 'names' : 'words');
  }
}
