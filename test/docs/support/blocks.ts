import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readFences } from '../../support/fences.ts';
import { createProject } from './project.ts';

/** A fenced code block of a Markdown file. */
export interface Block {
  /** The Markdown file, and the line number of the first line of code. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
  /** Where the code was written to, so that it can be compiled and run. */
  readonly file: string;
  /** Names that it exports. A block with exports is part of a program and runs when they are called. */
  readonly exports: readonly string[];
  /** What it prints, if a `text` block follows. */
  readonly output: string | undefined;
}

/** The folder for the blocks: a separate project in which the package is installed. */
export const blocksFolder = '.cache/blocks';

/** Every Markdown file whose blocks must run. */
export const documents = ['README.md', 'openapi/page/sdk.md', ...readdirSync('docs').map((name) => `docs/${name}`)];

/** Writes the blocks of all documents into their folder. */
export function extractBlocks(): Block[] {
  createProject(blocksFolder);
  return documents.flatMap((document) => readBlocks(document, readFileSync(document, 'utf8')));
}

function readBlocks(document: string, text: string): Block[] {
  const fences = readFences(text);
  return fences.map(({ language, title, code, line }, index) => {
    const following = fences[index + 1];
    const file = resolve(join(blocksFolder, basename(document, '.md'), title ?? `block-${index + 1}.${language}`));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, code);
    return {
      place: `${document}:${line}`,
      language,
      code,
      file,
      exports: language === 'ts' ? exportedNames(code) : [],
      output: following?.language === 'text' ? following.code : undefined,
    };
  });
}

const exportedNames = (code: string): string[] =>
  [...code.matchAll(/^export (?:async )?(?:function|const|let|class) (\w+)|^export (default)/gm)].map(
    ([, name, standard]) => name ?? standard ?? '',
  );
