import type { RunningServer } from '../../../scripts/prism.ts';
import { serve } from '../../../src/testing/sandbox/server.ts';
import { createdUser } from '../../support/description.ts';

/** Answers as a later revision of P100's documentation shows it, and keeps the bodies it was sent. */
export async function serveLaterRevision(): Promise<RunningServer & { bodies: unknown[] }> {
  const bodies: unknown[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit) => {
    bodies.push(await new Request(input, init).json());
    return Response.json({ userId: createdUser().userId, poaRequiredForExtended: false }, { status: 201 });
  };
  return { bodies, ...(await serve({ fetch })) };
}
