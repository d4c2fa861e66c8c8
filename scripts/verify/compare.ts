import type { Body, Document, httpMethods, Schema } from '../description/document.ts';
import { resolve } from '../description/reference.ts';
import { jsonType, knownValues } from '../description/schemas.ts';

/** A difference between a server and the description. */
export interface Finding {
  /** `undescribed`: only the server has it. `missing`: only the description has it. `different`: both have it, unlike. */
  readonly kind: 'undescribed' | 'missing' | 'different';
  /** Status and path of the field, such as `201 balances.fiatBalances[].status`; or the check that failed. */
  readonly where: string;
  readonly what: string;
}

/**
 * Compares answers with the description beyond what a validator does: fields and values that are not described, and
 * described fields that never came. Values are never part of a finding, except those of open sets.
 */
export class Comparison {
  readonly #root: Document;
  readonly #responses: Record<string, Body>;
  readonly #findings = new Map<string, Finding>();
  readonly #seen = new Set<string>();
  readonly #statuses = new Set<string>();

  constructor(description: Document, path: string, method: string) {
    this.#root = description;
    const operation = description.paths[path]?.[method.toLowerCase() as (typeof httpMethods)[number]];
    this.#responses = operation?.responses ?? {};
  }

  add(finding: Finding): void {
    const key = `${finding.kind} ${finding.where}`;
    if (!this.#findings.has(key)) this.#findings.set(key, finding);
  }

  addAnswer(status: number, text: string): void {
    const response = this.#responses[status];
    if (!response) {
      this.add({ kind: 'undescribed', where: String(status), what: 'the status is not described' });
      return;
    }
    this.#statuses.add(String(status));
    const schema = this.#schemaOf(response);
    if (!schema) return;
    const body = parse(text);
    const wanted = resolve(this.#root, schema).type;
    if (wanted && wanted !== jsonType(body)) {
      this.add({ kind: 'different', where: String(status), what: `the body is no JSON ${wanted}` });
    }
    this.#visit(schema, body, String(status));
  }

  findings(): Finding[] {
    for (const status of this.#statuses) {
      const schema = this.#schemaOf(this.#responses[status] ?? {});
      if (schema) this.#findMissing(schema, status);
    }
    return [...this.#findings.values()];
  }

  #visit(schema: Schema, value: unknown, where: string): void {
    this.#seen.add(where);
    const { properties = {}, additionalProperties, items } = resolve(this.#root, schema);
    if (Array.isArray(value) && items) {
      for (const item of value) this.#visit(items, item, `${where}[]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, field] of Object.entries(value)) {
        if (Object.hasOwn(properties, name)) this.#visit(properties[name] as Schema, field, join(where, name));
        else if (typeof additionalProperties === 'object') this.#visit(additionalProperties, field, join(where, '*'));
        else if (Object.keys(properties).length > 0) this.#addField(join(where, name), field);
      }
    } else if (typeof value === 'string') {
      const known = knownValues(this.#root, schema);
      const isNew = known.length > 0 && !known.includes(value);
      if (isNew) this.add({ kind: 'undescribed', where, what: `the value ${JSON.stringify(value)} is not described` });
    }
  }

  #addField(where: string, value: unknown): void {
    this.add({ kind: 'undescribed', where, what: `the field (${jsonType(value)}) is not described` });
  }

  /** A field below one that never came is not worth a finding of its own. */
  #findMissing(schema: Schema, where: string): void {
    if (!this.#seen.has(where)) {
      this.add({ kind: 'missing', where, what: where.endsWith('[]') ? 'no item ever came' : 'never came' });
      return;
    }
    const { properties = {}, additionalProperties, items } = resolve(this.#root, schema);
    for (const [name, field] of Object.entries(properties)) this.#findMissing(field, join(where, name));
    if (typeof additionalProperties === 'object') this.#findMissing(additionalProperties, join(where, '*'));
    if (items) this.#findMissing(items, `${where}[]`);
  }

  #schemaOf(response: Body): Schema | undefined {
    return Object.values(resolve(this.#root, response).content ?? {})[0]?.schema;
  }
}

function join(where: string, name: string): string {
  return `${where}${/^\d+$/.test(where) ? ' ' : '.'}${name}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
