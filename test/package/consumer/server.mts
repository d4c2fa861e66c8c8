import { createServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import { toNodeListener } from 'p100-partner-sdk/webhooks';
import { webhooks } from './consumer.mjs';

export const server = createServer(toNodeListener(webhooks));
export const http2Server = createHttp2Server((request, response) => void toNodeListener(webhooks)(request, response));
