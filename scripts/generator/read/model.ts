import { type Document, httpMethods, type Schema } from '../../description/document.ts';
import { type ErrorCode, readErrorCodes } from '../../description/error-codes.ts';
import { resolve } from '../../description/reference.ts';
import type { DescribedOperation, DescribedResource, Model } from '../model.ts';
import { refuseNames } from './names.ts';
import { readOperation } from './operation.ts';
import { readKeyHeader } from './security.ts';
import { readWebhooks } from './webhooks.ts';

/** Reads everything that code is generated from, and refuses what the SDK does not support. */
export function readModel(root: Document): Model {
  const operations = readOperations(root);
  const model: Model = {
    servers: Object.fromEntries(root.servers.map((server) => [server['x-environment'], server.url])),
    keyHeader: readKeyHeader(root),
    resources: readResources(root, operations),
    operations,
    webhooks: readWebhooks(root),
    errorClasses: readErrorClasses(root),
    testKitCodes: readTestKitCodes(root),
    schemas: Object.keys(root.components.schemas ?? {}),
  };
  refuseNames(model);
  return model;
}

function readOperations(root: Document): DescribedOperation[] {
  return Object.entries(root.paths).flatMap(([path, reference]) => {
    const item = resolve(root, reference);
    return httpMethods.flatMap((method) => {
      const operation = item[method];
      return operation ? [readOperation(root, path, method, item, operation)] : [];
    });
  });
}

/** The resources in the order of the tags. The description of the tag documents the resource. */
function readResources(root: Document, operations: DescribedOperation[]): DescribedResource[] {
  const tags = new Map((root.tags ?? []).map(({ name, description = '' }) => [name, description]));
  const untagged = operations.find(({ resource }) => !tags.has(resource));
  if (untagged) {
    throw new Error(
      `${untagged.method} ${untagged.path}: its resource ${untagged.resource} needs a tag of that name. Its description documents the resource.`,
    );
  }
  return [...tags]
    .map(([name, description]) => ({
      name,
      description,
      operations: operations.filter(({ resource }) => resource === name),
    }))
    .filter((resource) => resource.operations.length > 0);
}

function readErrorClasses(root: Document): Record<string, string> {
  const codes = allCodes(root).filter(({ ownClass }) => ownClass);
  return Object.fromEntries(codes.map(({ code, className }) => [code, className]));
}

/** The problems of a request that the test kit can detect by itself. */
const testKitRules = [
  'invalid-request',
  'user-exists',
  'user-unknown',
  'user-missing',
  'forbidden-country',
  'file-type',
  'file-size',
];

function readTestKitCodes(root: Document): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { code, testKitRule: rule } of allCodes(root)) {
    if (rule === undefined) continue;
    if (!testKitRules.includes(rule)) {
      throw new Error(
        `The error code ${code} has x-test-kit: ${rule}, which is not one of ${testKitRules.join(', ')}.`,
      );
    }
    if (codes[rule]) throw new Error(`The error codes ${codes[rule]} and ${code} both have x-test-kit: ${rule}.`);
    codes[rule] = code;
  }
  return codes;
}

function allCodes(root: Document): ErrorCode[] {
  const schema: Schema | undefined = root.components.schemas?.['ErrorCode'];
  return schema ? readErrorCodes(schema) : [];
}
