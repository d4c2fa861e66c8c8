import type { IncomingMessage, ServerResponse } from 'node:http';

/** Prints method, path, status and injected fault of a request once it is over. Never its query, body or headers. */
export function logRequest(
  { method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
  fault?: () => string | undefined,
): void {
  response.once('close', () => {
    // Control characters could manipulate a terminal.
    const path = url.replace(/\?.*/s, '').replace(/[^\x21-\x7e]/g, '?');
    const status = response.headersSent ? response.statusCode : 'no response';
    console.log([method, path, status, fault?.()].filter(Boolean).join(' '));
  });
}
