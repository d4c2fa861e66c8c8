import { explainListening, flag, listenOptions, option, runCommand, text } from '../src/testing/command-line.ts';
import { buildDocs } from './docs/build.ts';

await runCommand({
  name: 'npm run docs --',
  summary: 'Builds the API page, its downloads and the SDK reference.',
  options: {
    out: option({ placeholder: 'FOLDER', description: 'folder to write to', default: 'dist/docs' }, text),
    serve: flag('serve the site until you press Ctrl+C, and rebuild it after each change'),
    ...listenOptions(4030),
  },
  example: '--serve --port 4031',
  async run({ out, serve, ...address }) {
    const begun = performance.now();
    await buildDocs(out, { tryIt: serve });
    console.log(`Built ${out}/index.html in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
    if (!serve) return;
    // Loaded only here, because loading the mock takes a while.
    const { serveDocs } = await import('./docs/serve.ts');
    await serveDocs(out, address).catch((error) => {
      throw explainListening(error, address);
    });
  },
});
