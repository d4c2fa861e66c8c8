// Builds the package into dist/: the compiled sources and the bundled description.
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src'], { stdio: 'inherit' });
if (status === 0) copyFileSync('src/generated/openapi.json', 'dist/openapi.json');
process.exitCode = status ?? 1;
