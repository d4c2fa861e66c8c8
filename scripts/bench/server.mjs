// Answers every request with the page's answer, in a process of its own. Below /hold it answers only once somebody
// asks for /release.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { examples } = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8')).components;
const answer = Buffer.from(JSON.stringify(examples['user-created'].value));
const held = [];

const reply = (response) => {
  response.writeHead(201, { 'content-type': 'application/json', 'content-length': answer.length });
  response.end(answer);
};

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.url.startsWith('/hold')) return held.push(response);
    if (request.url.startsWith('/release')) held.splice(0).forEach(reply);
    return reply(response);
  });
});
server.keepAliveTimeout = 600_000;
server.requestTimeout = 0;
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
