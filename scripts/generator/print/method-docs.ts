import type { ErrorCode } from '../../description/error-codes.ts';
import { callName, type DescribedOperation, type Ensure } from '../model.ts';
import { literal } from '../text.ts';

/** The paragraphs of a method's documentation. */
export function describeMethod(operation: DescribedOperation): string[] {
  const { summary, description, url } = operation;
  const errors = url ? [] : codesOf(operation);
  return [`${summary}.`, description, tags(operation, errors, printExample(operation))];
}

export function describeEnsure(operation: DescribedOperation, { existsCode, resultName, method }: Ensure): string[] {
  const { resource, methodName } = operation;
  const errors = codesOf(operation).filter(({ code }) => code !== existsCode);
  const example = `const outcome = await p100.${resource}.${method}(${exampleArguments(operation)});\nif (outcome.created) console.log(outcome.${resultName});`;
  return [
    `Like \`${methodName}\`, but \`${existsCode}\` is a result, not an error.`,
    `Returns \`{ created: true, ${resultName} }\` if this call created the ${resultName}. Returns \`{ created: false }\` if the ${resultName} already exists; \`possiblyCreatedByThisCall\` then says whether an earlier attempt of this call may have created the ${resultName}. Safe to repeat.`,
    tags(operation, errors, example),
  ];
}

/** The error classes that the documentation links to. */
export function errorClassesOf({ url, ...operation }: DescribedOperation): string[] {
  if (url) return ['P100ConfigError'];
  return ['P100Error', ...codesOf({ url, ...operation }).map(({ className }) => className)];
}

/** The codes that are thrown: one that comes with a 2xx is part of the result. */
const codesOf = ({ responses }: DescribedOperation): ErrorCode[] =>
  responses.filter(({ status }) => !status.startsWith('2')).flatMap(({ codes }) => Object.values(codes));

function tags(operation: DescribedOperation, errors: ErrorCode[], example: string): string {
  const { parameters, body, url } = operation;
  return [
    ...(parameters.length > 0 ? [`@param parameters - ${parameters.map(describeParameter).join(' ')}`] : []),
    ...(body ? [`@param body - ${body.description}`] : []),
    ...(url ? [] : ['@param options - Limits, headers and other settings of this call.']),
    ...errors.map(
      ({ code, title, description, className }) => `@throws {@link ${className}} ${code}, ${title}. ${description}`,
    ),
    url
      ? '@throws {@link P100ConfigError} if a parameter is missing or empty, or is `.` or `..`.'
      : `@throws {@link P100Error} for every ${errors.length > 0 ? 'other ' : ''}failure. After an abort, the signal's own reason is thrown.`,
    `@example\n${example}`,
  ].join('\n');
}

const describeParameter = ({ name, description }: { name: string; description: string }) =>
  `\`${name}\`: ${description}`;

function printExample(operation: DescribedOperation): string {
  const call = `p100.${callName(operation)}(${exampleArguments(operation)})`;
  return operation.url ? `const url = ${call};` : `const result = await ${call};`;
}

/** The arguments with the values of the description's examples. A long body is only named. */
function exampleArguments({ parameters, body, ...operation }: DescribedOperation): string {
  const shown = parameters.filter(({ required }) => required);
  const values = Object.fromEntries(shown.map(({ name, example }) => [name, example]));
  const list =
    parameters.length > 0 && (shown.length > 0 || body) ? [shown.length > 0 ? literal(values) : 'undefined'] : [];
  if (body) list.push(exampleBody({ parameters, body, ...operation }));
  return list.join(', ');
}

function exampleBody({ body }: DescribedOperation): string {
  const [example] = Object.values(body?.examples ?? {});
  const files = Object.entries(body?.files ?? {}).map(([field, { contentTypes = ['application/octet-stream'] }]) => {
    const file = `await openAsBlob('document', { type: ${literal(contentTypes[0])} })`;
    return `${field}: ${body?.types[field]?.includes('array') ? `[${file}]` : file}`;
  });
  if (files.length === 0) {
    const text = literal(example);
    return text.length <= 120 ? text : 'body';
  }
  const others = Object.entries(example as object).filter(([field]) => !body?.files[field]);
  return `{ ${[...others.map(([field, value]) => `${field}: ${literal(value)}`), ...files].join(', ')} }`;
}
