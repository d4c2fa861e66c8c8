// Holds the description and the types against the last release, and until there is one against the committed baseline.
// --update makes the current state that baseline.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkOut, committed, lastRelease, updateCommitted } from './stability/baseline.ts';
import { compareDescriptions, compileTypeTests } from './stability/gates.ts';
import { mayBreak } from './stability/version.ts';

const { values } = parseArgs({ options: { update: { type: 'boolean', default: false } } });
const tag = lastRelease();

if (values.update && tag) throw new Error(`${tag} is released, and it is the baseline.`);
if (values.update) updateCommitted();

const baseline = tag ? checkOut(tag) : committed;
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const typesMayBreak = tag !== undefined && mayBreak(tag.slice(1), version);
const complaints = {
  'Raise info.version in openapi/openapi.yaml, or undo the change.': await compareDescriptions(
    baseline.description,
    'src/generated/openapi.json',
  ),
  'Announce it with a changeset, or undo the change.': typesMayBreak ? undefined : compileTypeTests(baseline.typeTests),
};

for (const [advice, complaint] of Object.entries(complaints)) {
  if (complaint === undefined) continue;
  console.error(`${complaint}\nUsers of ${baseline.name} would break. ${advice}`);
  process.exitCode = 1;
}
if (process.exitCode === undefined) console.log(`What works with ${baseline.name} works with this.`);
