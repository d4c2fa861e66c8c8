// The servers of the runtimes that have a command line. Each returns its address and how to stop it.
const hostname = '127.0.0.1';

async function nodeHttp(_handler, listener) {
  const { createServer } = await import('node:http');
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, hostname, resolve));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://${hostname}:${server.address().port}`, stop };
}

function bun(handler) {
  const server = globalThis.Bun.serve({ port: 0, hostname, fetch: handler });
  return { url: `http://${hostname}:${server.port}`, stop: () => server.stop(true) };
}

function deno(handler) {
  const ending = new AbortController();
  const server = globalThis.Deno.serve({ port: 0, hostname, signal: ending.signal, onListen() {} }, handler);
  return { url: `http://${hostname}:${server.addr.port}`, stop: () => ending.abort() };
}

export const servers = { nodeHttp, ...(globalThis.Bun && { bun }), ...(globalThis.Deno && { deno }) };
