import { existsSync } from 'node:fs';
import {
  Application,
  Converter,
  type DeclarationReflection,
  type DocumentReflection,
  KindRouter,
  OptionDefaults,
  PageEvent,
  type ProjectReflection,
  type Reflection,
  ReflectionKind,
  type RouterTarget,
} from 'typedoc';
import { escapeHtml, scrollInside, siteHead, siteHeader } from './site.ts';

const entryPoints = ['src/index.ts', 'src/testing.ts', 'src/webhooks.ts', 'src/undici.ts'];

/** The guides that a newcomer needs first; the others follow by name. */
const firstGuides = ['quick-start', 'errors', 'retries-and-onboarding', 'testing', 'webhooks'];

/** Builds the reference of every entry point, with README and guides, into a folder. Fails on any warning. */
export async function buildSdkReference(folder: string): Promise<void> {
  const app = await Application.bootstrap({
    entryPoints: entryPoints.filter((path) => existsSync(path)),
    tsconfig: 'src/tsconfig.json',
    name: 'p100-partner-sdk',
    // For users of the package; the README is for readers of the repository.
    readme: 'openapi/page/sdk.md',
    projectDocuments: [...firstGuides.map((name) => `docs/${name}.md`), `docs/!(${firstGuides.join('|')}).md`],
    sort: ['kind', 'source-order'],
    customCss: 'openapi/page/sdk.css',
    customJs: 'openapi/page/sdk.js',
    searchInComments: true,
    searchInDocuments: true,
    router: 'guides',
    favicon: 'openapi/page/favicon.svg',
    hideGenerator: true,
    cleanOutputDir: false,
    // Without an address of the repository, source lines cannot be linked.
    disableSources: true,
    excludeInternal: true,
    blockTags: [...OptionDefaults.blockTags, '@unit'],
    // `npm run typecheck` does that.
    skipErrorChecking: true,
    treatWarningsAsErrors: true,
    // `npm run api-report` lists types that are not exported.
    validation: { notExported: false, invalidLink: true, invalidPath: true, rewrittenLink: true, notDocumented: true },
    requiredToBeDocumented: ['Class', 'Enum', 'Interface', 'TypeAlias', 'Variable'],
    logLevel: 'Warn',
  });
  app.renderer.defineRouter('guides', GuideRouter);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    removeInternals(project);
    removeFactories(project);
    nameModules(project);
    nameGuides(project);
  });
  app.renderer.on(PageEvent.END, addSite);
  const project = await app.convert();
  if (!project) throw new Error('TypeDoc could not read the sources.');
  app.validate(project);
  if (!app.logger.hasErrors() && !app.logger.hasWarnings()) await app.generateDocs(project, folder);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error('TypeDoc reported problems: fix the warnings above.');
}

/** Removes constructors of errors, because only the client creates errors, and members that are named by a symbol. */
function removeInternals(project: ProjectReflection): void {
  for (const member of project.getReflectionsByKind(ReflectionKind.ClassMember)) {
    const isInternal = member.kind === ReflectionKind.Constructor || member.name.startsWith('[');
    if (isInternal) project.removeReflection(member);
  }
}

/** Removes the functions that create resources: only the client calls them. */
function removeFactories(project: ProjectReflection): void {
  for (const made of project.getReflectionsByKind(ReflectionKind.Function)) {
    if (/^create(\w+Resource|Resources)$/.test(made.name)) project.removeReflection(made);
  }
  for (const resource of project.getReflectionsByKind(ReflectionKind.Interface) as DeclarationReflection[]) {
    if (resource.name.endsWith('Resource')) delete resource.extendedTypes;
  }
}

/** Names an entry point by its import path. */
function nameModules(project: ProjectReflection): void {
  for (const entry of project.getReflectionsByKind(ReflectionKind.Module)) {
    entry.name = entry.name === 'index' ? 'p100-partner-sdk' : `p100-partner-sdk/${entry.name}`;
  }
}

/** The file names of the guides, which their addresses keep. */
const files = new WeakMap<object, string>();

class GuideRouter extends KindRouter {
  protected override getIdealBaseName(target: Reflection): string {
    const file = files.get(target);
    return file ? `guides/${file}` : super.getIdealBaseName(target);
  }
}

/** Names a guide by its heading. */
function nameGuides(project: ProjectReflection): void {
  for (const guide of project.documents ?? []) {
    const title = /^# (.+)/.exec(textOf(guide))?.[1];
    if (!title) throw new Error(`${guide.name} has no heading on its first line.`);
    files.set(guide, guide.name);
    guide.name = title;
  }
}

const textOf = ({ content }: DocumentReflection): string => content.map(({ text }) => text).join('');

/** The first sentence below the heading of a guide, without markup. */
const summaryOf = (guide: DocumentReflection): string =>
  (/^# .+\s+((?:.|\n(?!\n))+?[.:])(?:\s|$)/.exec(textOf(guide))?.[1] ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[`*_]|\[|\]\([^)]*\)/g, '')
    .replace(/:$/, '.');

/** Adds the site's header to a page, and fills in the addresses of the built site. */
function addSite(page: PageEvent): void {
  const up = '../'.repeat(page.url.split('/').length);
  const guides = page.project.documents ?? [];
  const model = page.model as RouterTarget & { name: string };
  const guide = guides.find((candidate) => candidate === page.model);
  const description = guide
    ? summaryOf(guide)
    : `${model.name}: reference of the TypeScript client for the P100 Partner API.`;
  const list = guides.map(
    (entry) =>
      `<li><a href="guides/${files.get(entry)}.html">${escapeHtml(entry.name)}</a>: ${escapeHtml(summaryOf(entry))}</li>`,
  );
  const head = siteHead({ title: `${model.name} | P100 Partner API`, description, path: `sdk/${page.url}` });
  if (!page.contents) return;
  page.contents = scrollInside(page.contents)
    // A `<summary>` must not contain links.
    .replaceAll(/<summary[\s\S]*?<\/summary>/g, (summary) =>
      summary.replaceAll(/<a [^>]*tsd-anchor-icon[\s\S]*?<\/a>/g, ''),
    )
    .replaceAll('href="site://', () => `href="${up}`)
    .replace(/<meta name="description"[^>]*>/, () => `<meta name="description" content="${escapeHtml(description)}"/>`)
    .replace('</head>', () => `${head}</head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${siteHeader(up)}`)
    .replace('<div class="col-content">', '<div class="col-content" id="content" tabindex="-1">')
    .replace('<p>%guides%</p>', () => `<ul>${list.join('')}</ul>`);
}
