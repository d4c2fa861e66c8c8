import {
  type Body,
  type Document,
  httpMethods,
  type Operation,
  type Parameter,
  type Schema,
} from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';
import { isBinary } from '../../description/schemas.ts';
import { bodilessStatuses, parametersType } from '../model.ts';
import { resolveParameters } from '../read/parameters.ts';

/**
 * A copy of the description that makes openapi-typescript print what our types need: the parameters of each operation
 * as a schema, undocumented bodies as unknown, no title before a description, and no examples of files.
 */
export function prepareForTypes(root: Document): Document {
  const copy = structuredClone(root);
  const schemas = copy.components.schemas ?? {};
  for (const schema of Object.values(schemas)) {
    if (schema.description) delete schema.title;
    removeFileExamples(root, schema);
  }
  for (const item of Object.values(copy.paths)) {
    for (const operation of httpMethods.flatMap((method) => item[method] ?? [])) {
      const parameters = resolveParameters(copy, item.parameters, operation.parameters);
      if (parameters.length > 0)
        schemas[parametersType({ id: operation.operationId })] = parametersSchema(operation, parameters);
      for (const [status, response] of Object.entries(operation.responses)) {
        operation.responses[status] = withContent(copy, status, response);
      }
    }
  }
  return copy;
}

/** Examples of files are text, which would be misleading for a `Blob`. */
function removeFileExamples(root: Document, { properties = {} }: Schema): void {
  for (const property of Object.values(properties))
    if (isBinary(root, property.items ?? property)) delete property.examples;
}

/** One flat object, because the caller need not know where each parameter is sent. */
function parametersSchema({ 'x-sdk': sdk }: Operation, parameters: Parameter[]): Schema {
  return {
    description: `Parameters of \`${sdk?.resource}.${sdk?.method}\`.`,
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      parameters.map(({ name, description, schema = {} }) => [
        name,
        { ...schema, ...(description && { description }) },
      ]),
    ),
  };
}

/** openapi-typescript reads a missing `content` as "there is never a body", but here it means "not documented". */
function withContent(root: Document, status: string, response: Body): Body {
  const resolved = resolve(root, response);
  const isUndocumented = status.startsWith('2') && !bodilessStatuses.includes(status) && !resolved.content;
  return isUndocumented ? { ...resolved, content: { 'application/json': {} } } : response;
}
