import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { operations } from '../../src/generated/operations.ts';
import { description } from '../support/description.ts';
import { documents } from './support/blocks.ts';

/** The prose of a document, without code. */
const proseOf = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/`[^`\n]*`/g, '`code`');

/** The anchors of headings. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

// Without the landing page of the site, whose links work only there.
const guides = documents.filter((name) => !name.startsWith('openapi/'));

describe.each(guides)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('links only to files and headings that exist', () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [path, anchor] = target.split('#');
      const linked = readFileSync(path ? join(dirname(document), path) : document, 'utf8');
      if (anchor) expect(anchorsOf(linked), target).toContain(anchor);
    }
  });

  it('says in its first sentence what it is about', () => {
    expect(text).toMatch(/^# .+\n\n[A-Z`][^\n]+\n/);
  });

  it('is written in plain English', () => {
    const odd = /\b(answers?|answered|mend|doubled|all the same|harmless|the page's|unpack|half-read)\b/gi;
    expect(proseOf(text).match(odd) ?? []).toEqual([]);
  });
});

describe('docs/coverage.md', () => {
  const rows = readFileSync('docs/coverage.md', 'utf8')
    .split('\n')
    .filter((line) => /^\| (?!P100's)/.test(line) && !line.startsWith('|---'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, entry = '', call = '', how = '']) => ({ entry, call: call.replaceAll('`', ''), how }));

  it('names the method of each described operation, and no other method', () => {
    const typed = rows.filter(({ how }) => /^`\w+\.\w+`/.test(how));
    const described = operations.map(({ method, path, name }) => [`${method} ${path}`, name]);
    const listed = typed.map(({ call, how }) => [call, how.split('`')[1]]);
    expect(listed.sort()).toEqual(described.sort());
  });

  it('lists only endpoints without a method as callable by `request`', () => {
    const described = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    const callable = rows.filter(({ how }) => how === '`request`');
    expect(callable.length).toBeGreaterThan(10);
    for (const { call } of callable) {
      expect(call).toMatch(/^(GET|POST|PUT|PATCH|DELETE) \/v1\/[\w/{}-]+$/);
      expect(described).not.toContain(call);
    }
  });

  it('has a path for everything that is public', () => {
    for (const { entry, call, how } of rows) {
      const isEvent = /^`\w+`/.test(how) && how !== '`request`';
      if (call === '' && !isEvent) expect(how, entry).toMatch(/^(not public|an article, not an endpoint)$/);
    }
  });

  it('lists every webhook of the description', () => {
    for (const [event, { post }] of Object.entries<{ post: Record<string, unknown> }>(description.webhooks ?? {})) {
      const row = rows.find(({ how }) => how.startsWith(`\`${event}\``));
      expect(row?.call, event).toBe(post['x-webhook-path'] ?? '');
    }
  });
});

describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('states the number of operations', () => {
    expect(readme).toContain(`${operations.length} operations`);
  });

  it('lists every guide', () => {
    for (const guide of documents.filter((name) => name.startsWith('docs/'))) expect(readme).toContain(`](${guide})`);
  });
});
