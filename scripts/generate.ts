import { CommandError, flag, option, runCommand, text } from '../src/testing/command-line.ts';
import { generate } from './generator/generate.ts';

await runCommand({
  name: 'npm run generate --',
  summary: 'Generates types, resources and fixtures from the description.',
  options: {
    check: flag('write nothing, and fail if a file is out of date'),
    description: option(
      { placeholder: 'FILE', description: 'root file of the description', default: 'openapi/openapi.yaml' },
      text,
    ),
    out: option({ placeholder: 'FOLDER', description: 'folder to write to', default: 'src/generated' }, text),
  },
  example: '--check',
  async run({ check, description, out }) {
    const stale = await generate({ description, out, write: !check });
    if (check && stale.length > 0) {
      throw new CommandError(`Out of date: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
    }
    console.log(stale.length === 0 ? `${out} is up to date.` : `Wrote ${stale.join(', ')}.`);
  },
});
