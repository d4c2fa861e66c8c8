// Writes src/generated/ from openapi/. With --check it writes nothing and fails when the folder is not current.
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { generate } from './generator/generate.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      description: { type: 'string', default: 'openapi/openapi.yaml' },
      out: { type: 'string', default: 'src/generated' },
    },
  });

  const stale = await generate({ description: values.description, out: values.out, write: !values.check });
  if (values.check && stale.length > 0) {
    console.error(`Not current: ${stale.join(', ')}. Run \`npm run generate\` and commit the result.`);
    process.exitCode = 1;
  } else {
    console.log(stale.length === 0 ? `${values.out} is current.` : `Wrote ${stale.join(', ')}.`);
  }
});
