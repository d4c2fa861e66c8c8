import ts from 'typescript';
import { callName, type DescribedOperation, type Model, parametersType } from '../model.ts';

// Members of the client itself.
const clientMembers = ['raw', 'request', 'baseUrl'];
// Names that the generated files use themselves.
const generatedNames = ['servers', 'keyHeader', 'operations'];
const typeNames = [
  'paths',
  'webhooks',
  'components',
  '$defs',
  'Record',
  'Promise',
  'Blob',
  'ReturnType',
  'Caller',
  'CallOptions',
  'EnsureOutcome',
];
/** Refuses names that would clash in the generated code. */
export function refuseNames(model: Model): void {
  const methods = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const operation of model.operations) {
    const where = `${operation.method} ${operation.path}`;
    const { id, resource, ensure } = operation;
    refuseName(where, operation);
    for (const name of [callName(operation), ...(ensure ? [`${resource}.${ensure.method}`] : [])]) {
      refuseTaken(where, methods, name, 'is already called');
    }
    refuseTaken(where, ids, id, 'already has the operationId');
  }
  refuseTypeNames(model);
}

function refuseTaken(where: string, taken: Map<string, string>, name: string, is: string): void {
  const other = taken.get(name);
  if (other) throw new Error(`${where}: another operation ${is} ${name} (${other}).`);
  taken.set(name, where);
}

function refuseName(where: string, { id, resource, methodName, ensure }: DescribedOperation): void {
  if (clientMembers.includes(resource)) {
    throw new Error(
      `${where}: a resource cannot be called ${resource}, because the client already has a member of that name.`,
    );
  }
  for (const name of [id, resource, methodName, ...(ensure ? [ensure.method, ensure.resultName] : [])]) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name ?? '')) {
      throw new Error(`${where}: the name ${name} must be in camelCase.`);
    }
  }
  if (generatedNames.includes(id) || isReserved(id)) {
    throw new Error(
      `${where}: the operationId cannot be ${id}, because the generated code cannot declare a constant of that name.`,
    );
  }
}

function isReserved(name: string): boolean {
  const keyword = ts.identifierToKeywordKind(ts.factory.createIdentifier(name)) ?? ts.SyntaxKind.Unknown;
  return ts.SyntaxKind.FirstReservedWord <= keyword && keyword <= ts.SyntaxKind.LastFutureReservedWord;
}

function refuseTypeNames({ schemas, operations }: Model): void {
  for (const name of schemas) {
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name) || typeNames.includes(name)) {
      throw new Error(
        `The schema ${name} needs another name: a word in PascalCase that the generated code does not use.`,
      );
    }
  }
  const clash = operations.find((operation) => schemas.includes(parametersType(operation)));
  if (clash) {
    throw new Error(
      `${clash.method} ${clash.path}: the type of its parameters, ${parametersType(clash)}, has the name of a schema. Rename one of them.`,
    );
  }
}
