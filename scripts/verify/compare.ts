import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import type { Body, Document, httpMethods, Schema } from '../description/document.ts';
import { resolve } from '../description/reference.ts';
import { jsonType, knownValues } from '../description/schemas.ts';
import { type Answer, parse } from './checks.ts';

/** A difference between a server and the description. */
export interface Finding {
  /** `undescribed`: only the server has it. `missing`: only the description. `different`: they disagree. */
  readonly kind: 'undescribed' | 'missing' | 'different';
  /** Status and path of the field, such as `201 balances.fiatBalances[].status`; or the check that failed. */
  readonly where: string;
  readonly what: string;
}

/**
 * Compares responses with the description. Finds violations of the schema, fields and values that are not described, and
 * described fields that were in no response. Findings never contain values, except those of open sets.
 */
export class Comparison {
  readonly #description: Document;
  readonly #responses: Readonly<Record<string, Body>>;
  readonly #validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  readonly #findings = new Map<string, Finding>();
  readonly #seen = new Set<string>();
  readonly #schemas = new Map<string, Schema>();

  constructor(description: Document, path: string, method: string) {
    this.#description = description;
    const operation = description.paths[path]?.[method.toLowerCase() as (typeof httpMethods)[number]];
    this.#responses = operation?.responses ?? {};
    this.#validator.addSchema({ ...description, $id: 'description' });
  }

  add(finding: Finding): void {
    const id = `${finding.kind} ${finding.where}`;
    if (!this.#findings.has(id)) this.#findings.set(id, finding);
  }

  addAnswer({ status, text }: Answer): void {
    const where = String(status);
    const response = this.#responses[where];
    if (!response) {
      this.add({ kind: 'undescribed', where, what: 'the status is not described' });
      return;
    }
    const schema = Object.values(resolve(this.#description, response).content ?? {})[0]?.schema;
    if (!schema) return;
    const body = parse(text);
    this.#schemas.set(where, schema);
    this.#validate(schema, body, where);
    this.#visit(schema, body, where);
  }

  findings(): Finding[] {
    for (const [where, schema] of this.#schemas) this.#findMissing(schema, where);
    return [...this.#findings.values()];
  }

  #validate(schema: Schema, body: unknown, where: string): void {
    const { $ref = '' } = schema;
    const isValid = this.#validator.validate($ref ? { $ref: `description${$ref}` } : schema, body);
    for (const error of isValid ? [] : (this.#validator.errors ?? [])) this.#addViolation(error, where);
  }

  #addViolation({ instancePath, keyword, params, message = '' }: ErrorObject, status: string): void {
    const steps = instancePath.split('/').slice(1);
    const where = steps.reduce((path, step) => (/^\d+$/.test(step) ? `${path}[]` : join(path, step)), status);
    if (keyword === 'required') {
      const lacking = join(where, params['missingProperty']);
      this.add({ kind: 'missing', where: lacking, what: 'is required but was not sent' });
    } else {
      this.add({ kind: 'different', where, what: steps.length > 0 ? message : `the body ${message}` });
    }
  }

  #visit(schema: Schema, value: unknown, where: string): void {
    this.#seen.add(where);
    const { properties = {}, additionalProperties, items } = resolve(this.#description, schema);
    if (Array.isArray(value) && items) {
      for (const item of value) this.#visit(items, item, `${where}[]`);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, field] of Object.entries(value)) {
        const described = Object.hasOwn(properties, name) ? properties[name] : undefined;
        if (described) this.#visit(described, field, join(where, name));
        else if (typeof additionalProperties === 'object') this.#visit(additionalProperties, field, join(where, '*'));
        else if (Object.keys(properties).length > 0) this.#addField(join(where, name), field);
      }
    } else if (typeof value === 'string') {
      const known = knownValues(this.#description, schema);
      const isNew = known.length > 0 && !known.includes(value);
      if (isNew) this.add({ kind: 'undescribed', where, what: `the value "${value}" is not described` });
    }
  }

  #addField(where: string, value: unknown): void {
    this.add({ kind: 'undescribed', where, what: `the field (${jsonType(value)}) is not described` });
  }

  /** Finds fields that were never sent. Fields inside such a field are not reported again. */
  #findMissing(schema: Schema, where: string): void {
    if (!this.#seen.has(where)) {
      this.add({ kind: 'missing', where, what: where.endsWith('[]') ? 'the list was always empty' : 'was never sent' });
      return;
    }
    const { properties = {}, additionalProperties, items } = resolve(this.#description, schema);
    for (const [name, field] of Object.entries(properties)) this.#findMissing(field, join(where, name));
    if (typeof additionalProperties === 'object') this.#findMissing(additionalProperties, join(where, '*'));
    if (items) this.#findMissing(items, `${where}[]`);
  }
}

function join(where: string, name: string): string {
  return `${where}${/^\d+$/.test(where) ? ' ' : '.'}${name}`;
}
