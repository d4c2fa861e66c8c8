import type { Document } from '../../description/document.ts';
import { resolve } from '../../description/reference.ts';
import type { DescribedWebhook } from '../model.ts';

/** The events that P100 sends, named by the keys of `webhooks`. */
export function readWebhooks(root: Document): DescribedWebhook[] {
  return Object.entries(root.webhooks ?? {}).map(([event, reference]) => {
    const { post: operation } = resolve(root, reference);
    const body = operation?.requestBody && resolve(root, operation.requestBody);
    const media = body?.content?.['application/json'];
    const type = media?.schema?.$ref?.split('/').at(-1);
    if (!operation || !type) {
      throw new Error(
        `The webhook ${event} needs a POST with a JSON body whose schema is in openapi/components/schemas.`,
      );
    }
    const [example] = Object.values(media?.examples ?? {});
    if (!example) throw new Error(`The webhook ${event} needs a named example.`);
    return {
      event,
      path: operation['x-webhook-path'],
      description: [operation.summary && `${operation.summary}.`, operation.description].filter(Boolean).join('\n\n'),
      type,
      example: resolve(root, example).value,
    };
  });
}
