import type { ResponseMetadata } from '../operation.js';

const id = /^[\w.:+/=-]{1,128}$/;

/** The response headers that errors keep, and the form that their values must have. */
const kept: Readonly<Record<string, RegExp>> = {
  date: /^[\w,: -]{1,64}$/,
  server: /^[\w./() -]{1,64}$/,
  via: /^[\w./:,() -]{1,128}$/,
  'retry-after': /^[\w,: -]{1,64}$/,
  'content-type': /^[\w./+-]+\/[\w.+-]+(; ?[\w-]+="?[\w.-]+"?)*$/,
  'x-request-id': id,
  'cf-ray': id,
  traceparent: id,
};

/** The headers of a response that help with support requests. */
export function headersToKeep(headers: ResponseMetadata['headers']): Readonly<Record<string, string>> {
  const found = Object.entries(kept).map(([name, form]) => {
    const value = headers.get(name);
    return typeof value === 'string' && form.test(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(found.flat());
}
