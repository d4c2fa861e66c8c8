// Our own rules for `redocly lint`, for what the generator and the documentation rely on.

const retryPolicies = ['idempotent', 'unique-key', 'never-twice'];
const sources = ['docs', 'integrator'];

// A misspelt extension would silently have no effect.
const extensions = [
  'x-additionalPropertiesName',
  'x-codeSamples',
  'x-displayName',
  'x-environment',
  'x-error-class',
  'x-max-file-bytes',
  'x-number-amount',
  'x-personal-data',
  'x-required-source',
  'x-retry',
  'x-sdk',
  'x-source',
  'x-test-kit',
  'x-webhook-path',
  'x-webhook-path-source',
];

/** Each property of a schema needs a description and an example. */
function describedProperties() {
  return {
    Schema(schema, { report, location, resolve }) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        const target = property.$ref ? resolve(property).node : property;
        const at = location.child(['properties', name]);
        if (!(property.description ?? target?.description)) {
          report({ message: `Property \`${name}\` has no description.`, location: at });
        }
        if (!exampleOf(property) && !exampleOf(target) && !isObject(target)) {
          report({ message: `Property \`${name}\` has no example.`, location: at });
        }
      }
    },
  };
}

const exampleOf = (schema) => Array.isArray(schema?.examples) && schema.examples.length > 0;
// The example of an object consists of the examples of its properties, which this rule requires.
const isObject = (schema) => schema?.type === 'object' && schema.properties !== undefined;

/** Each response and each request body needs a named example. Otherwise the mock invents values. */
function namedExamples() {
  return {
    MediaType(mediaType, { report, location }) {
      if (Object.keys(mediaType.examples ?? {}).length === 0) {
        report({ message: 'A body needs at least one named example.', location });
      }
    },
  };
}

/**
 * Amounts are decimal strings, because floating-point numbers lose precision. If P100 documents a number, `amount` is
 * either a string or a number, or `x-number-amount` marks that P100 documents only a number.
 */
function noFloatAmounts() {
  return {
    Schema(schema, { report, location }) {
      const amount = schema.properties?.amount;
      const types = [amount?.type].flat();
      const isNumber = types.includes('number') || types.includes('integer');
      if (isNumber && !types.includes('string') && !amount['x-number-amount']) {
        report({
          message: '`amount` must be a decimal string, because floating-point numbers lose precision.',
          location: location.child(['properties', 'amount', 'type']),
        });
      }
    },
  };
}

/** Each parameter needs a description and an example. */
function describedParameters() {
  return {
    Parameter(parameter, { report, location }) {
      if (!parameter.description) report({ message: `Parameter \`${parameter.name}\` has no description.`, location });
      if (parameter.example === undefined && !parameter.examples) {
        report({ message: `Parameter \`${parameter.name}\` has no example.`, location });
      }
    },
  };
}

/** The client is generated from these two extensions. Webhooks need none, because the client does not call them. */
function sdkMetadata() {
  return {
    Paths: {
      Operation(operation, { report, location }) {
        const { resource, method } = operation['x-sdk'] ?? {};
        if (!resource || !method) {
          report({ message: 'An operation needs `x-sdk: { resource, method }`.', location });
        }
        if (!retryPolicies.includes(operation['x-retry']?.policy)) {
          report({ message: `An operation needs \`x-retry.policy\`: ${retryPolicies.join(', ')}.`, location });
        }
      },
    },
  };
}

/** Extensions must have known names, and sources known values. */
function knownExtensions() {
  return {
    any(node, { report, location }) {
      for (const [name, value] of Object.entries(node ?? {})) {
        if (!name.startsWith('x-')) continue;
        const at = location.child([name]);
        if (!extensions.includes(name)) report({ message: `Unknown extension \`${name}\`.`, location: at });
        if (name.endsWith('-source') && !sources.includes(value)) {
          report({ message: `\`${name}\` must be one of ${sources.join(', ')}.`, location: at });
        }
      }
    },
  };
}

export default function p100Rules() {
  return {
    id: 'p100',
    rules: {
      oas3: {
        'described-parameters': describedParameters,
        'described-properties': describedProperties,
        'known-extensions': knownExtensions,
        'named-examples': namedExamples,
        'no-float-amounts': noFloatAmounts,
        'sdk-metadata': sdkMetadata,
      },
    },
  };
}
