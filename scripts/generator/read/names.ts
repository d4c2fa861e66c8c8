import { callName, type DescribedOperation, type Model, parametersType } from '../model.ts';

// What the client itself has under these names.
const clientMembers = ['raw', 'request', 'baseUrl'];
// What the generated files use under these names.
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
const reserved = [
  'arguments',
  'await',
  'class',
  'const',
  'default',
  'delete',
  'enum',
  'eval',
  'export',
  'extends',
  'false',
  'function',
  'import',
  'in',
  'new',
  'null',
  'package',
  'return',
  'static',
  'super',
  'switch',
  'this',
  'throw',
  'true',
  'typeof',
  'var',
  'void',
  'with',
  'yield',
];

/** Refuses names that would clash in what is generated. */
export function refuseNames(model: Model): void {
  const taken = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const operation of model.operations) {
    const where = `${operation.method} ${operation.path}`;
    refuseName(where, operation);
    for (const name of [
      callName(operation),
      ...(operation.ensure ? [`${operation.resource}.${operation.ensure.method}`] : []),
    ]) {
      const other = taken.get(name);
      if (other) throw new Error(`${where}: another operation is called ${name} already (${other}).`);
      taken.set(name, where);
    }
    const other = ids.get(operation.id);
    if (other) throw new Error(`${where}: another operation has the operationId ${operation.id} already (${other}).`);
    ids.set(operation.id, where);
  }
  refuseTypeNames(model);
}

function refuseName(where: string, { id, resource, methodName, ensure }: DescribedOperation): void {
  if (clientMembers.includes(resource)) {
    throw new Error(`${where}: a resource cannot be called ${resource}, because the client has a member of that name.`);
  }
  for (const name of [id, resource, methodName, ...(ensure ? [ensure.method, ensure.resultName] : [])]) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name ?? '')) {
      throw new Error(`${where}: the name ${name} has to be in camelCase.`);
    }
  }
  if (generatedNames.includes(id) || reserved.includes(id)) {
    throw new Error(`${where}: the operationId cannot be ${id}, because the generated code has that name already.`);
  }
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
      `${clash.method} ${clash.path}: its parameters are the type ${parametersType(clash)}, which is also a schema.`,
    );
  }
}
