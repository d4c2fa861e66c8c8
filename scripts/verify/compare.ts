import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { type Answer, parse } from './checks.ts';

/** A difference between a server and the description. */
export interface Finding {
  /** `undescribed`: only the server has it. `missing`: only the description has it. `different`: both have it, unlike. */
  readonly kind: 'undescribed' | 'missing' | 'different';
  /** Status and path of the field, such as `201 balances.fiatBalances[].status`; or the check that failed. */
  readonly where: string;
  readonly what: string;
}

/** What is read of a schema or response of the description. */
interface Node {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly schema?: Node }>>;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly additionalProperties?: Node | boolean;
  readonly items?: Node;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
}

type Paths = Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Node>> }>>>>;

/**
 * Compares responses with the description: what a validator finds, fields and values that are not described, and
 * described fields that were in no response. Values are never part of a finding, except those of open sets.
 */
export class Comparison {
  readonly #description: object;
  readonly #responses: Readonly<Record<string, Node>>;
  readonly #validator = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  readonly #findings = new Map<string, Finding>();
  readonly #seen = new Set<string>();
  readonly #schemas = new Map<string, Node>();

  constructor(description: { readonly paths: Paths }, path: string, method: string) {
    this.#description = description;
    this.#responses = description.paths[path]?.[method.toLowerCase()]?.responses ?? {};
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
    const schema = Object.values(this.#resolve(response).content ?? {})[0]?.schema;
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

  #validate(schema: Node, body: unknown, where: string): void {
    const { $ref = '' } = schema;
    const isValid = this.#validator.validate($ref ? { $ref: `description${$ref}` } : schema, body);
    for (const error of isValid ? [] : (this.#validator.errors ?? [])) this.#addViolation(error, where);
  }

  #addViolation({ instancePath, keyword, params, message = '' }: ErrorObject, status: string): void {
    const steps = instancePath.split('/').slice(1);
    const where = steps.reduce((path, step) => (/^\d+$/.test(step) ? `${path}[]` : join(path, step)), status);
    if (keyword === 'required') {
      const lacking = join(where, params['missingProperty']);
      this.add({ kind: 'missing', where: lacking, what: 'is required and was not sent' });
    } else {
      this.add({ kind: 'different', where, what: steps.length > 0 ? message : `the body ${message}` });
    }
  }

  #visit(schema: Node, value: unknown, where: string): void {
    this.#seen.add(where);
    const { properties = {}, additionalProperties, items } = this.#resolve(schema);
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
      const known = this.#knownValues(schema);
      const isNew = known.length > 0 && !known.includes(value);
      if (isNew) this.add({ kind: 'undescribed', where, what: `the value "${value}" is not described` });
    }
  }

  #addField(where: string, value: unknown): void {
    const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
    this.add({ kind: 'undescribed', where, what: `the field (${type}) is not described` });
  }

  /** A field below one that was never sent is not worth a finding of its own. */
  #findMissing(schema: Node, where: string): void {
    if (!this.#seen.has(where)) {
      this.add({ kind: 'missing', where, what: where.endsWith('[]') ? 'the list was always empty' : 'was never sent' });
      return;
    }
    const { properties = {}, additionalProperties, items } = this.#resolve(schema);
    for (const [name, field] of Object.entries(properties)) this.#findMissing(field, join(where, name));
    if (typeof additionalProperties === 'object') this.#findMissing(additionalProperties, join(where, '*'));
    if (items) this.#findMissing(items, `${where}[]`);
  }

  #knownValues(schema: Node): unknown[] {
    const { enum: values = [], const: value, anyOf = [], oneOf = [] } = this.#resolve(schema);
    const nested = [...anyOf, ...oneOf].flatMap((part) => this.#knownValues(part));
    return [...values, ...(value === undefined ? [] : [value]), ...nested];
  }

  #resolve(node: Node): Node {
    if (!node.$ref) return node;
    const steps = node.$ref.replace('#/', '').split('/');
    const at = (parent: unknown, step: string) => (parent as Record<string, unknown>)[step];
    return this.#resolve(steps.reduce<unknown>(at, this.#description) as Node);
  }
}

function join(where: string, name: string): string {
  return `${where}${/^\d+$/.test(where) ? ' ' : '.'}${name}`;
}
