import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CommandError, runCommand } from '../src/testing/command-line.ts';
import {
  type Component,
  componentProblems,
  licence,
  lockfileProblems,
  manifestProblems,
} from './supply-chain/rules.ts';

await runCommand({
  name: 'npm run supply-chain --',
  summary:
    'Lists the packages that users install with this one, with their licences, and checks the rules for dependencies.',
  options: {},
  example: '',
  run() {
    const components = productionTree();
    for (const component of components) console.log(`${component.name} ${component.version}: ${licence(component)}`);
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const problems = [
      ...manifestProblems(JSON.parse(readFileSync('package.json', 'utf8'))),
      ...lockfileProblems(packages),
      ...componentProblems(components, packages),
      ...lintLockfile(),
    ];
    if (problems.length > 0) throw new CommandError(problems.join('\n'));
  },
});

function productionTree(): Component[] {
  const omitted = ['dev', 'peer', 'optional'].flatMap((kind) => ['--omit', kind]);
  const options = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...omitted];
  return JSON.parse(execFileSync('npm', options, { encoding: 'utf8' })).components;
}

function lintLockfile(): string[] {
  const checks = ['--validate-https', '--validate-integrity', '--validate-package-names', '--allowed-hosts', 'npm'];
  try {
    execFileSync('node_modules/.bin/lockfile-lint', ['--path', 'package-lock.json', '--type', 'npm', ...checks]);
    return [];
  } catch (error) {
    return [String((error as { stderr: Buffer }).stderr).trim()];
  }
}
