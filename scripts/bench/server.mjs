// Responds to every request with the example, from its own process. Under /chunks, it sends 1 MB in 1-byte chunks.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { examples } = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8')).components;
const user = JSON.stringify(examples['user-created'].value);
const head = 'HTTP/1.1 201 Created\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
const chunks = Buffer.from([...user.padEnd(1_000_000)].map((byte) => `1\r\n${byte}\r\n`).join(''));

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.url.startsWith('/chunks')) {
      request.socket.write(head);
      request.socket.write(chunks);
      request.socket.end('0\r\n\r\n');
    } else {
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': user.length }).end(user);
    }
  });
});
server.keepAliveTimeout = 600_000;
server.requestTimeout = 0;
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
