import { readFileSync } from 'node:fs';
import { CommandError, runCommand } from '../src/testing/command-line.ts';
import { findProblems, productionTree } from './supply-chain/rules.ts';

await runCommand({
  name: 'npm run supply-chain --',
  summary: 'Lists what users install with this package, with licences, and checks the rules about dependencies.',
  options: {},
  example: '',
  run() {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    for (const [name, { version, license }] of productionTree(packages)) console.log(`${name} ${version}: ${license}`);
    const problems = findProblems(manifest, packages);
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
  },
});
