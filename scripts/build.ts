import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { CommandError, runCommand } from '../src/testing/command-line.ts';
import { toYaml } from './description/yaml.ts';

// Bundlers import YAML as text or as the parsed document, so the type is unknown.
const yamlTypes = `/** The description of the API in OpenAPI 3.1, as your bundler loads YAML: as text, or parsed. */
declare const description: unknown;
export default description;
`;

await runCommand({
  name: 'npm run build --',
  summary: 'Builds the package into dist/: compiled sources, and the description as JSON and YAML. Keeps dist/docs/.',
  options: {},
  example: '',
  async run() {
    const old = existsSync('dist') ? readdirSync('dist').filter((name) => name !== 'docs') : [];
    for (const name of old) rmSync(`dist/${name}`, { recursive: true });
    const compiler = [
      process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', 'src'],
      { stdio: 'inherit' },
    ] as const;
    if (spawnSync(...compiler).status !== 0)
      throw new CommandError('The sources do not compile: fix the errors above.');
    // The JSON is for programs and has no white space. The YAML is for people.
    const description = JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'));
    writeFileSync('dist/openapi.json', JSON.stringify(description));
    writeFileSync('dist/openapi.yaml', toYaml(description));
    writeFileSync('dist/openapi.yaml.d.ts', yamlTypes);
  },
});
