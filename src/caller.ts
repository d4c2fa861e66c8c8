import type { Arguments, Caller, CallOptions, EnsureVariant, Operation } from './operation.js';
import { checkOptions, optionKinds } from './options.js';
import { buildUrl, placeParameters } from './parameters.js';
import { type Perform, unwrap } from './perform.js';
import type { Result } from './pipeline/context.js';
import type { Settings } from './settings.js';

/** Creates the functions that the generated methods call. */
export function createCaller(perform: Perform, { baseUrl }: Settings): Caller {
  return {
    async call(operation, args, options) {
      const { result } = await perform(createTask(operation, operation.name, args, options));
      return unwrap(result) as never;
    },
    async ensure(operation, variant, args, options) {
      const settle = (result: Result) => settleExisting(result, variant);
      const { result } = await perform({ ...createTask(operation, variant.name, args, options), settle });
      return unwrap(result) as never;
    },
    url(operation, { parameters }) {
      return buildUrl(baseUrl, operation, placeParameters(operation, parameters, operation), operation);
    },
  };
}

function createTask(
  operation: Operation,
  name: string,
  { parameters, body }: Arguments,
  given: CallOptions | undefined,
) {
  const where = { id: operation.id, name };
  const options = checkOptions(given, optionKinds.call, where);
  return { operation, where, params: placeParameters(operation, parameters, where), body, options };
}

/** For an `ensure` method, "it already exists" is a result, not an error. */
function settleExisting(result: Result, { existsCode, resultName }: EnsureVariant): Result {
  if (result.ok) return { ok: true, value: { created: true, [resultName]: result.value } };
  const { error } = result;
  if (error.code !== existsCode) return result;
  return { ok: true, value: { created: false, possiblyCreatedByThisCall: error.mayHaveTakenEffect } };
}
