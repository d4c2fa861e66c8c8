// Lists what a user installs with this package, with licences, and fails where a rule about dependencies is broken.
import { readFileSync } from 'node:fs';
import { findProblems, productionTree } from './supply-chain/rules.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

for (const [name, { version, license }] of productionTree(packages)) console.log(`${name} ${version}: ${license}`);
const problems = findProblems(manifest, packages);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
