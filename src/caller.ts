import type { Arguments, Caller, CallOptions, EnsureVariant, Operation } from './operation.js';
import { checkOptions, optionKinds } from './options.js';
import { buildUrl, placeParameters } from './parameters.js';
import type { Perform } from './perform.js';
import type { Result } from './pipeline/context.js';
import type { Settings } from './settings.js';

/** Makes what the generated methods call. */
export function createCaller(perform: Perform, { baseUrl }: Settings): Caller {
  return {
    async call<Value>(operation: Operation, args: Arguments, options?: CallOptions) {
      const { result } = await perform(taskOf(operation, operation.name, args, options));
      if (!result.ok) throw result.error;
      return result.value as Value;
    },
    async ensure(operation, variant, args, options) {
      const settle = (result: Result) => settleExisting(result, variant);
      const { result } = await perform({ ...taskOf(operation, variant.name, args, options), settle });
      if (!result.ok) throw result.error;
      return result.value as never;
    },
    url(operation, { parameters }) {
      const params = placeParameters(operation, parameters, operation);
      return buildUrl(baseUrl, operation, params, operation);
    },
  };
}

function taskOf(operation: Operation, name: string, { parameters, body }: Arguments, given: CallOptions | undefined) {
  const where = { id: operation.id, name };
  const options = given ?? {};
  checkOptions(options, optionKinds.call, where);
  return { operation, where, content: { params: placeParameters(operation, parameters, where), body, options } };
}

/** For an `ensure` method, "it exists already" is a result and not an error. */
function settleExisting(result: Result, { existsCode, resultName }: EnsureVariant): Result {
  if (result.ok) return { ok: true, value: { created: true, [resultName]: result.value } };
  const { error } = result;
  if (error.code !== existsCode) return result;
  return { ok: true, value: { created: false, possiblyCreatedByThisCall: error.mayHaveTakenEffect } };
}
