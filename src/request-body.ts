import type { FileLimits, Operation } from './operation.js';
import { refuse, type Where } from './options.js';

type Fields = Readonly<Record<string, unknown>>;

/** Serialises the body of a request: as JSON, or as a form if the operation takes files. */
export function serializeBody(
  operation: Operation,
  body: unknown,
  extraBody: Fields | undefined,
  where: Where,
): string | FormData {
  if (body instanceof FormData) return body;
  if (typeof body !== 'object' || body === null) refuse('pass the request body as an object.', where);
  const fields = extraBody ? { ...plain(body, where), ...extraBody } : body;
  return operation.requestBody === 'multipart' ? toForm(fields, operation, where) : toJson(fields, where);
}

/** The fields of a body. Calls `toJSON` if there is one, as ORM models have. */
function plain(body: object, where: Where): Fields {
  if (typeof (body as { toJSON?: unknown }).toJSON !== 'function') return body as Fields;
  return JSON.parse(toJson(body, where));
}

function toJson(value: object, where: Where): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch {
    // Without its cause: what a `toJSON` throws may contain personal data.
    refuse('the body cannot be written as JSON. It may be cyclic or contain a BigInt.', where);
  }
  // A `toJSON` can return anything.
  if (!/^[{[]/.test(json ?? '')) refuse('the body must be an object when written as JSON. Check its toJSON.', where);
  return json as string;
}

function toForm(fields: object, { files = {} }: Operation, where: Where): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const limits = Object.hasOwn(files, field) ? files[field] : undefined;
    if (limits) checkFiles(field, values, limits, where);
    for (const each of values) form.append(field, each instanceof Blob ? each : String(each));
  }
  for (const field of Object.keys(files)) if (!form.has(field)) refuse(`${field} needs at least one file.`, where);
  return form;
}

function checkFiles(field: string, values: readonly unknown[], limits: FileLimits, where: Where): void {
  const { maxItems = Number.POSITIVE_INFINITY, maxBytes = Number.POSITIVE_INFINITY, contentTypes } = limits;
  if (values.length > maxItems) refuse(`${field} takes at most ${maxItems} files.`, where);
  for (const file of values) {
    if (!(file instanceof Blob)) refuse(`${field} takes Blob or File objects.`, where);
    if (file.size > maxBytes) refuse(`a file in ${field} is larger than ${maxBytes} bytes.`, where);
    if (contentTypes?.includes(file.type) === false) {
      refuse(`a file in ${field} must have one of the types ${contentTypes.join(', ')}.`, where);
    }
  }
}
