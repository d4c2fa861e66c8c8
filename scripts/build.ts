// Builds the package into dist/: the compiled sources and the bundled description, as JSON and as YAML.
// It keeps dist/docs/, which is `npm run docs`'s.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { redocly } from './redocly.ts';

// What an import of YAML gives is the bundler's choice: text, or the parsed document.
const yamlTypes = `/** The description of the API in OpenAPI 3.1, as your bundler loads YAML: as text, or parsed. */
declare const description: unknown;
export default description;
`;

const old = existsSync('dist') ? readdirSync('dist').filter((name) => name !== 'docs') : [];
for (const name of old) rmSync(`dist/${name}`, { recursive: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src'], { stdio: 'inherit' });
if (status === 0) {
  // Without white space, as programs read it; people have the YAML.
  writeFileSync('dist/openapi.json', JSON.stringify(JSON.parse(readFileSync('src/generated/openapi.json', 'utf8'))));
  await redocly('bundle', 'src/generated/openapi.json', '--output', 'dist/openapi.yaml');
  writeFileSync('dist/openapi.yaml.d.ts', yamlTypes);
}
process.exitCode = status ?? 1;
