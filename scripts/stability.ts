import { readFileSync } from 'node:fs';
import { CommandError, flag, option, runCommand, text } from '../src/testing/command-line.ts';
import { checkOut, committed, description, lastRelease, updateCommitted } from './stability/baseline.ts';
import { compareDescriptions, compileTypeTests, writeChangelog } from './stability/gates.ts';
import { mayBreak } from './stability/version.ts';

await runCommand({
  name: 'npm run stability --',
  summary:
    'Compares the description and the types with the last release; before the first, with the baseline in .api/.',
  options: {
    update: flag('make the current state the baseline in .api/'),
    changelog: option({ placeholder: 'FILE', description: 'write what changed in the description, as Markdown' }, text),
  },
  example: '--update',
  async run({ update, changelog }) {
    const tag = lastRelease();
    if (update && tag) throw new CommandError(`${tag} is released, and it is the baseline.`);
    if (update) updateCommitted();
    const baseline = tag ? checkOut(tag) : committed;
    if (changelog) await writeChangelog(baseline.description, description, changelog);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const typesMayBreak = tag !== undefined && mayBreak(tag.slice(1), version);
    const breaks = await compareDescriptions(baseline.description, description);
    const types = typesMayBreak ? undefined : compileTypeTests(baseline.typeTests);
    const problems = [
      ...(breaks ? [`${breaks}\nRaise info.version in openapi/openapi.yaml, or undo the change.`] : []),
      ...(types ? [`${types}\nAnnounce it with a changeset, or undo the change.`] : []),
    ];
    if (problems.length > 0) throw new CommandError(`${problems.join('\n\n')}\nUsers of ${baseline.name} would break.`);
    console.log(`What works with ${baseline.name} works with this.`);
  },
});
