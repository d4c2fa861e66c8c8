// The first thing on the page: where to call, how to authenticate, what to send, what comes back, what can go wrong.
import type { Document } from '../description/document.ts';
import { printCodes, printTable } from './markdown.ts';
import { keyHeaderOf, type ShownOperation } from './operations.ts';
import { curlSample, samplesOf } from './samples.ts';

export function printGlance(root: Document, operations: readonly ShownOperation[]): string {
  const [main] = operations;
  if (!main) throw new Error('The description has no operations.');
  const [success] = main.responses;
  const languages = new Set(samplesOf(root, main).map(({ lang }) => lang));
  return [
    '## At a glance',
    printTable(
      ['Where and how', ''],
      [
        ...root.servers.map(({ url, 'x-environment': name }) => [`Base URL, ${name}`, `\`${url}\``]),
        ['Authentication', `your key in the header \`${keyHeaderOf(root)}\`, from your server only`],
        [`[${main.title}](${main.link})`, `\`${main.method}\` \`${main.path}\``],
        ['The same in your language', `[${[...languages].join(', ')}](${main.link})`],
      ],
    ),
    `\`\`\`sh\n${curlSample(root, main)}\`\`\``,
    "To try it without a key, run `npm ci && npm run mock` in a clone of the SDK's repository, and replace the base URL with `http://127.0.0.1:4010`.",
    `Returns \`${success?.label}\` with this body, shortened here:`,
    `\`\`\`js\n${shorten(success?.content?.example)}\n\`\`\``,
    'Every refusal except HTTP 401 has an `errorCode`:',
    printCodes(main.codes),
    '## Operations and webhooks',
    printOverview(operations),
  ].join('\n\n');
}

/** JSON with only the first entry of each list, and without deeply nested values. */
function shorten(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth > 3) return '{ … }';
  const indent = '  '.repeat(depth);
  const entries = Array.isArray(value)
    ? [shorten(value[0], depth + 1), ...(value.length > 1 ? [`… ${value.length - 1} more`] : [])]
    : Object.entries(value).map(([name, entry]) => `"${name}": ${shorten(entry, depth + 1)}`);
  const lines = entries.map((entry) => `${indent}  ${entry}`).join(',\n');
  return Array.isArray(value) ? `[\n${lines}\n${indent}]` : `{\n${lines}\n${indent}}`;
}

/** Every operation and webhook with a link to it, under the names of their groups. */
function printOverview(operations: readonly ShownOperation[]): string {
  const groups = [...new Set(operations.map(({ group }) => group))];
  const rows = groups.flatMap((name) => [
    [`**${name}**`, '', ''],
    ...operations.filter(({ group }) => group === name).map(printRow),
  ]);
  return printTable(['Operation', 'Call', 'SDK'], rows);
}

function printRow({ title, link, method, path, webhook, call }: ShownOperation): string[] {
  const request = path ? `\`${method} ${path}\`` : 'path not documented';
  return [`[${title}](${link})`, webhook ? `${request} on your server` : request, call ? `\`${call}\`` : ''];
}
