// The site as Markdown, for language models and other programs: llms.txt is the index, llms-full.txt the full text.
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../description/document.ts';
import { insertErrorTable } from './for-page.ts';
import { printGlance } from './glance.ts';
import { printOperation } from './markdown.ts';
import { readShownOperations } from './operations.ts';

interface Page {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

export async function writeMarkdown(bundle: Document, folder: string): Promise<void> {
  const { title, summary } = bundle.info;
  const operations = readShownOperations(bundle);
  const pages = operations.map((operation): Page => {
    const text = `# ${operation.title}\n\n${printOperation(bundle, operation)}`;
    return { path: `operations/${operation.id}.md`, title: operation.title, text };
  });
  const guides = await readGuides();
  const glance = printGlance(bundle, operations).replaceAll(/\]\(#\/[^)]*\)/g, (link) => {
    const found = operations.find((operation) => link === `](${operation.link})`);
    return `](operations/${found?.id}.md)`;
  });
  const introduction: Page = {
    path: 'introduction.md',
    title,
    text: `# ${title}\n\n${summary}\n\n${glance}\n\n${insertErrorTable(bundle)}`,
  };
  const all = [introduction, ...pages, ...guides];
  for (const name of ['operations', 'guides']) await mkdir(join(folder, name), { recursive: true });
  await Promise.all(all.map(({ path, text }) => writeFile(join(folder, path), `${text.trim()}\n`)));
  await copyFile('openapi/onboarding.arazzo.yaml', join(folder, 'onboarding.arazzo.yaml'));
  const list = (entries: readonly Page[]) => entries.map((entry) => `- [${entry.title}](${entry.path})`).join('\n');
  const parts = [
    `# ${title}`,
    `> ${summary}`,
    'The TypeScript client is the package `p100-partner-sdk`. [openapi.json](openapi.json) describes the API, and [onboarding.arazzo.yaml](onboarding.arazzo.yaml) how to open an account.',
    `## API\n\n${list([introduction])}\n- [Everything in one file](llms-full.txt)`,
    `## Operations and webhooks\n\n${list(pages)}`,
    `## Guides\n\n${list(guides)}`,
  ];
  await writeFile(join(folder, 'llms.txt'), `${parts.join('\n\n')}\n`);
  await writeFile(join(folder, 'llms-full.txt'), `${all.map(({ text }) => text.trim()).join('\n\n')}\n`);
}

async function readGuides(): Promise<Page[]> {
  const names = (await readdir('docs')).filter((name) => name.endsWith('.md'));
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join('docs', name), 'utf8');
      return { path: `guides/${name}`, title: /^# (.+)/.exec(text)?.[1] ?? name, text };
    }),
  );
}
