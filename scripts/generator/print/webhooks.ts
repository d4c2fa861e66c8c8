import type { Model } from '../model.ts';
import { banner, importTypes, literal, tsDoc } from '../text.ts';

/** Prints the bodies of the events that P100 sends, and the paths that it documents for them. */
export function printWebhooks({ webhooks }: Model): string {
  const members = webhooks.map(({ event, type, description }) => `${tsDoc([description], '  ')}  ${event}: ${type};\n`);
  const paths = webhooks.map(({ event, path }) => `  ${event}: ${path ? literal(path) : 'undefined'},\n`);
  return [
    banner,
    importTypes(
      webhooks.map(({ type }) => type),
      './types.js',
    ),
    `\n${tsDoc(['The body of each event, by the name of the event.'])}export interface WebhookEvents {\n${members.join('')}}\n`,
    `\n${tsDoc(['Name of a webhook event, such as `userStatus`.'])}export type WebhookName = keyof WebhookEvents;\n`,
    `\n${tsDoc(['The path to which P100 sends each event. Undefined if P100 does not document it.'])}`,
    `export const webhookPaths: Readonly<Record<WebhookName, string | undefined>> = {\n${paths.join('')}};\n`,
  ].join('');
}
