import type { RunningServer } from '../../../scripts/prism.ts';
import { serve } from '../../../src/testing/sandbox/server.ts';
import { createdUser } from '../../support/description.ts';

/** Responds as a later revision of P100's documentation says, and keeps the bodies that it receives. */
export async function serveLaterRevision(): Promise<RunningServer & { bodies: unknown[] }> {
  const bodies: unknown[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    bodies.push(await new Request(input, init).json());
    return Response.json({ userId: createdUser().userId, poaRequiredForExtended: false }, { status: 201 });
  };
  return { bodies, ...(await serve({ fetch })) };
}
