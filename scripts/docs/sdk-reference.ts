import { existsSync } from 'node:fs';
import {
  Application,
  Converter,
  type DeclarationReflection,
  OptionDefaults,
  PageEvent,
  type ProjectReflection,
  ReferenceType,
  ReflectionKind,
} from 'typedoc';

const entryPoints = ['src/index.ts', 'src/testing.ts', 'src/undici.ts', 'src/webhooks.ts'];

// Stands for the address of the API page, which differs from folder to folder.
const apiPage = 'api-page:';

/** Builds the reference of every entry point, with README and guides, into a folder. Fails on any warning. */
export async function buildSdkReference(folder: string): Promise<void> {
  const app = await Application.bootstrap({
    entryPoints: entryPoints.filter((path) => existsSync(path)),
    tsconfig: 'src/tsconfig.json',
    name: 'p100-partner-sdk',
    readme: existsSync('README.md') ? 'README.md' : 'none',
    projectDocuments: ['docs/quick-start.md', 'docs/!(quick-start).md'],
    sort: ['kind', 'source-order'],
    navigationLinks: { 'API page': apiPage },
    favicon: 'openapi/page/favicon.svg',
    hideGenerator: true,
    // Without an address of the repository there is nothing to link a line of the source to.
    disableSources: true,
    excludeInternal: true,
    blockTags: [...OptionDefaults.blockTags, '@description'],
    // Types behind exported ones, which are shown in full.
    intentionallyNotExported: ['components', 'servers', 'Effect', 'ErrorOfCode', 'RawMethod', 'SomeP100Error'],
    intentionallyNotDocumented: ['p100-partner-sdk.FetchAnswer.headers.__type.get'],
    // `npm run typecheck` does it.
    skipErrorChecking: true,
    treatWarningsAsErrors: true,
    validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: true },
    requiredToBeDocumented: ['Class', 'Enum', 'Function', 'Interface', 'Method', 'TypeAlias', 'Variable'],
    logLevel: 'Warn',
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    leadWithDescriptions(project);
    removeConstructors(project);
    removeFacts(project);
    nameModules(project);
    nameGuides(project);
  });
  app.renderer.on(PageEvent.END, linkApiPage);
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the sources.');
  app.validate(project);
  if (!app.logger.hasErrors() && !app.logger.hasWarnings()) await app.generateDocs(project, folder);
  if (app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error('TypeDoc has complaints: see above.');
}

/** openapi-typescript writes a property's text as a tag of its own; it is the summary. */
function leadWithDescriptions(project: ProjectReflection): void {
  for (const { comment } of Object.values(project.reflections)) {
    const description = comment?.getTag('@description');
    if (!comment || !description) continue;
    comment.summary = description.content;
    comment.removeTags('@description');
  }
}

/** Nobody but the client makes an error, so how it is made is no part of the reference. */
function removeConstructors(project: ProjectReflection): void {
  for (const made of project.getReflectionsByKind(ReflectionKind.Constructor)) {
    project.removeReflection(made);
  }
}

/** Nor are the facts that it is made of, which only a constructor takes. */
function removeFacts(project: ProjectReflection): void {
  for (const parameter of project.getReflectionsByKind(ReflectionKind.TypeParameter)) {
    if (parameter.name === 'Facts') project.removeReflection(parameter);
  }
  for (const { extendedTypes = [] } of project.getReflectionsByKind(ReflectionKind.Class) as DeclarationReflection[]) {
    for (const base of extendedTypes.filter((type) => type instanceof ReferenceType)) {
      base.typeArguments = base.typeArguments?.filter((argument) => !`${argument}`.endsWith('Facts')) ?? [];
    }
  }
}

/** An entry point is called what it is imported by. */
function nameModules(project: ProjectReflection): void {
  for (const entry of project.getReflectionsByKind(ReflectionKind.Module)) {
    entry.name = entry.name === 'index' ? 'p100-partner-sdk' : `p100-partner-sdk/${entry.name}`;
  }
}

/** A guide is called by its heading. */
function nameGuides(project: ProjectReflection): void {
  for (const guide of project.documents ?? []) {
    const title = /^# (.+)/.exec(guide.content[0]?.text ?? '')?.[1];
    if (!title) throw new Error(`${guide.name} has no heading on its first line.`);
    guide.name = title;
  }
}

function linkApiPage(page: PageEvent): void {
  const up = '../'.repeat(page.url.split('/').length);
  page.contents &&= page.contents.replaceAll(`href="${apiPage}"`, `href="${up}index.html"`);
}
