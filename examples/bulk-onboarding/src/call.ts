import { type CreateUserRequest, classifyError, isP100Error, type P100Client } from 'p100-partner-sdk';
import type { Outcome } from './records.ts';

/** What one call came to. `again`: the queue repeats it later. `stop`: every customer would fail in the same way. */
export type CallResult =
  | Outcome
  | { readonly outcome: 'again'; readonly reason: string; readonly holdMs: number }
  | { readonly outcome: 'stop'; readonly reason: string };

export async function ensureUser(p100: P100Client, request: CreateUserRequest): Promise<CallResult> {
  try {
    const ensured = await p100.users.ensure(request);
    return ensured.created ? { outcome: 'created', user: ensured.user } : { outcome: 'existed' };
  } catch (error) {
    return failure(error);
  }
}

/** Only names and codes leave here: they are safe in logs and in the queue. */
function failure(error: unknown): CallResult {
  if (!isP100Error(error)) return { outcome: 'stop', reason: (error as Error).name };
  const reason = error.code ?? error.name;
  switch (classifyError(error)) {
    case 'stop':
      return { outcome: 'stop', reason: error.message };
    case 'retry':
      return { outcome: 'again', reason, holdMs: (error.name === 'P100ResponseError' && error.retryAfterMs) || 0 };
    case 'refuse':
      return { outcome: 'refused', reason, fields: error.code === 'P403' ? error.fields : [] };
  }
}
