import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { CommandError, flag, runCommand } from '../src/testing/command-line.ts';

const manifest: { exports: Record<string, { types?: string }> } = JSON.parse(readFileSync('package.json', 'utf8'));
const declarations = Object.values(manifest.exports).flatMap(({ types }) =>
  types?.startsWith('./dist/') ? types : [],
);
const entryPoints = declarations.filter((path) => !path.endsWith('.yaml.d.ts'));

const ignored = { logLevel: ExtractorLogLevel.None };

/** Writes or checks the report of one entry point. Returns its problems. */
function report(entryPoint: string, check: boolean): string[] {
  const name = basename(entryPoint, '.d.ts');
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
    configObject: {
      projectFolder: process.cwd(),
      mainEntryPointFilePath: resolve(entryPoint),
      compiler: { tsconfigFilePath: resolve('src/tsconfig.json') },
      apiReport: {
        enabled: true,
        includeForgottenExports: true,
        reportFileName: `${name}.api.md`,
        reportFolder: resolve('.api'),
        reportTempFolder: resolve('.cache/api'),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Types that only a signature refers to are part of the surface, not a mistake.
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          'ae-forgotten-export': ignored,
          'ae-missing-release-tag': ignored,
          // One entry point may refer to another.
          'ae-unresolved-link': ignored,
          // test/types/documentation.test.ts checks the documentation, including inherited members.
          'ae-undocumented': ignored,
        },
        tsdocMessageReporting: { default: ignored },
      },
    },
  });
  mkdirSync('.api', { recursive: true });
  const { succeeded, apiReportChanged } = Extractor.invoke(config, { localBuild: !check });
  if (check && apiReportChanged) {
    return [`Out of date: .api/${name}.api.md. Run \`npm run build && npm run api-report\` and commit the result.`];
  }
  return succeeded ? [] : [`The report of ${name} failed: see above.`];
}

await runCommand({
  name: 'npm run api-report --',
  summary: 'Writes a report of the public API of each entry point to .api/, from the built declarations.',
  options: { check: flag('write nothing, and fail if a report is out of date') },
  example: '--check',
  run({ check }) {
    const names = entryPoints.map((path) => `${basename(path, '.d.ts')}.api.md`);
    const strays = readdirSync('.api').filter((file) => file.endsWith('.api.md') && !names.includes(file));
    if (!check) for (const file of strays) rmSync(join('.api', file));
    const problems = [
      ...entryPoints.flatMap((path) => report(path, check)),
      ...(check
        ? strays.map((file) => `.api/${file} belongs to no entry point: run \`npm run api-report\` to remove it.`)
        : []),
    ];
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
    console.log(check ? 'The API reports are up to date.' : 'Wrote the API reports to .api/.');
  },
});
