import { connect, createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Fastify from 'fastify';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { createReceiver, deliver, listen, token, useHttp, userActive, userPath } from './receiver.ts';

const serve = useHttp();
const big = JSON.stringify({ a: 'x'.repeat(300_000) });

const parsers: Record<string, express.RequestHandler[]> = {
  'no parser': [(_request, _response, next) => next()],
  'express.json': [express.json({ limit: '1mb' })],
  'express.text': [express.text({ type: '*/*', limit: '1mb' })],
  'express.raw': [express.raw({ type: '*/*', limit: '1mb' })],
  'express.urlencoded': [express.urlencoded()],
};

it.each(Object.entries(parsers))('receives on a path of Express after %s', async (_, middleware) => {
  const receiver = createReceiver();
  const app = express()
    .use(middleware)
    .use('/p100', listen(receiver) as express.RequestHandler);
  const url = await serve(app);
  expect((await deliver(`${url}/p100${userPath}`)).status).toBe(200);
  expect(receiver.received).toMatchObject([[userActive, { path: `/p100${userPath}` }]]);
  expect((await deliver(`${url}/p100${userPath}`, { headers: {} })).status).toBe(401);
  expect((await deliver(`${url}/p100/webhook/other`)).status).toBe(404);
  expect((await deliver(`${url}/p100${userPath}`, { body: big })).status).toBe(413);
  expect((await fetch(`${url}/p100/webhook/health`)).status).toBe(200);
});

it('refuses a body that was read and discarded', async () => {
  const receiver = createReceiver();
  const url = await serve((request, response) => {
    request.resume().on('end', () => listen(receiver)(request, response));
  });
  expect((await deliver(url + userPath)).status).toBe(400);
});

it('receives on the raw objects of Fastify', async () => {
  const receiver = createReceiver();
  const app = Fastify({ forceCloseConnections: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _body, done) => done(null));
  app.all('/p100/*', (request, reply) => {
    reply.hijack();
    void listen(receiver)(request.raw, reply.raw);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  expect((await deliver(`${url}/p100${userPath}`)).status).toBe(200);
  expect(receiver.received).toMatchObject([[userActive, { path: `/p100${userPath}` }]]);
  expect((await deliver(`${url}/p100${userPath}`, { body: big })).status).toBe(413);
  await app.close();
});

it('receives on Hono', async () => {
  const { handler, received } = createReceiver();
  const app = new Hono().all('/p100/*', ({ req }) => handler(req.raw));
  const init = { method: 'POST', headers: { authorization: token }, body: JSON.stringify(userActive) };
  expect((await app.request(`/p100${userPath}`, init)).status).toBe(200);
  expect(received).toMatchObject([[userActive, { path: `/p100${userPath}` }]]);
});

it('receives over HTTP/2', async () => {
  const receiver = createReceiver();
  const server = createHttp2Server(listen(receiver) as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const stream = session.request({ ':method': 'POST', ':path': userPath, authorization: token });
  stream.end(JSON.stringify(userActive));
  const status = await new Promise((resolve) => stream.on('response', (headers) => resolve(headers[':status'])));
  expect(status).toBe(200);
  expect(receiver.received).toMatchObject([[userActive, {}]]);
  session.close();
  server.close();
});
