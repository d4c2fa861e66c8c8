import { readFileSync } from 'node:fs';
import { CommandError, flag, option, runCommand, text } from '../src/testing/command-line.ts';
import { checkOut, committed, description, lastRelease, updateCommitted } from './stability/baseline.ts';
import { compareDescriptions, compileTypeTests, writeChangelog } from './stability/gates.ts';
import { mayBreak } from './stability/version.ts';

await runCommand({
  name: 'npm run stability --',
  summary:
    'Compares the description and the types with the last release, or with the baseline in .api/ before the first one.',
  options: {
    update: flag('save the current state as the baseline in .api/'),
    changelog: option({ placeholder: 'FILE', description: 'write what changed in the description, as Markdown' }, text),
  },
  example: '--update',
  async run({ update, changelog }) {
    const tag = lastRelease();
    if (update && tag)
      throw new CommandError(`--update is only for the time before the first release. The baseline is now ${tag}.`);
    if (update) updateCommitted();
    const baseline = tag ? checkOut(tag) : committed;
    if (changelog) await writeChangelog(baseline.description, description, changelog);
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const typesMayBreak = tag !== undefined && mayBreak(tag.slice(1), version);
    const breaks = await compareDescriptions(baseline.description, description);
    const types = typesMayBreak ? undefined : compileTypeTests(baseline.typeTests);
    const advice = tag ? 'Announce the breaking change with a changeset' : 'Accept the breaking change with --update';
    const problems = [
      ...(breaks ? [`${breaks}\nRaise info.version in openapi/openapi.yaml, or revert the change.`] : []),
      ...(types ? [`${types}\n${advice}, or revert it.`] : []),
    ];
    if (problems.length > 0) throw new CommandError(`${problems.join('\n\n')}\nThis breaks users of ${baseline.name}.`);
    console.log(`No breaking change since ${baseline.name}.`);
  },
});
