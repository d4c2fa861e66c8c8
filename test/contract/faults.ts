import type { DescribedParameter } from '../../scripts/generator/model.ts';
import type { Call, Fields } from './table.ts';

/** A request with one fault. */
export interface Fault extends Call {
  /** The parameter or field that is wrong. */
  readonly field: string;
  readonly what: string;
}

// One value of each JSON type.
const samples: readonly [type: string, value: unknown][] = [
  ['number', 42.5],
  ['boolean', true],
  ['null', null],
  ['array', ['text']],
  ['object', { text: 'text' }],
  ['string', 'text'],
];

/** Each required field left out once, and each field with each wrong type once. */
export const faultsOf = (call: Call): Fault[] => [...missingFields(call), ...wrongTypes(call)];

function missingFields(call: Call): Fault[] {
  const { operation, body, parameters } = call;
  const required = operation.parameters.filter((parameter) => parameter.required);
  return [
    ...required.map(({ name }) => ({
      ...call,
      field: name,
      what: `without ${name}`,
      parameters: omit(parameters, name),
    })),
    ...(operation.body?.requiredFields ?? []).map((field) => ({
      ...call,
      field,
      what: `without ${field}`,
      body: omit(body ?? {}, field),
    })),
  ];
}

function wrongTypes(call: Call): Fault[] {
  const { operation, body, parameters } = call;
  // A form contains only text and files.
  const fields = operation.body?.kind === 'json' ? Object.entries(operation.body.types) : [];
  return [
    ...fields.flatMap(([field, types]) =>
      wrongValues(types).map(([type, value]) => ({
        ...call,
        field,
        what: `with a ${type} as ${field}`,
        body: { ...body, [field]: value },
      })),
    ),
    ...operation.parameters.filter(isTyped).map(({ name }) => ({
      ...call,
      field: name,
      what: `with a wrong ${name}`,
      parameters: { ...parameters, [name]: 'text' },
    })),
  ];
}

/** In a URL everything is text, so only some parameters can have a wrong type. */
const isTyped = ({ in: place, types, values }: DescribedParameter): boolean =>
  place !== 'path' &&
  (values !== undefined ||
    ['number', 'integer', 'boolean'].some((type) => types.includes(type) && !types.includes('string')));

function wrongValues(types: readonly string[]): (readonly [type: string, value: unknown])[] {
  return types.length === 0 ? [] : samples.filter(([type]) => !types.includes(type));
}

function omit(fields: Fields, name: string): Fields {
  const { [name]: _, ...others } = fields;
  return others;
}
