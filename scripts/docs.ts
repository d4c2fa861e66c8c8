// Builds the API page, its downloads and the SDK reference into dist/docs/ (or --out). With --serve it shows them on loopback and
// builds again after each change.
import { parseArgs } from 'node:util';
import { runCommand } from './command.ts';
import { buildDocs } from './docs/build.ts';
import { serveDocs } from './docs/serve.ts';
import { explainListening, readPort } from './port.ts';

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: 'dist/docs' },
      serve: { type: 'boolean', default: false },
      port: { type: 'string', default: '4030' },
    },
  });

  const { out: folder } = values;
  const port = readPort(values.port, 4030);
  const begun = performance.now();
  await buildDocs(folder);
  console.log(`Built ${folder}/index.html in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  if (!values.serve) return;
  await serveDocs(folder, port).catch((error) => {
    throw explainListening(error, port, 'npm run docs -- --serve --port 4031');
  });
});
