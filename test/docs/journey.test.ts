import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startKitServer } from './support/kit-server.ts';
import { run } from './support/run.ts';

it('the described onboarding runs against the test kit, and its output does not contain the key', async () => {
  const server = await startKitServer({ apiKeys: ['key-of-this-test'] });
  const har = join(await mkdtemp(join(tmpdir(), 'journey-')), 'journey.har');
  const inputs = { apiKey: 'key-of-this-test', externalUserId: 'customer-of-this-test' };
  const { status, stdout, stderr } = await run(
    process.execPath,
    [
      'node_modules/@redocly/cli/bin/cli.js',
      'respect',
      'openapi/onboarding.arazzo.yaml',
      '--verbose',
      ...['--server', `p100=${server.url}`],
      ...['--input', JSON.stringify(inputs)],
      ...['--har-output', har],
    ],
    { env: { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' } },
  );
  await server.close();
  expect(status, stdout + stderr).toBe(0);
  expect([...server.users.keys()]).toEqual(['customer-of-this-test']);
  const written = `${stdout}${stderr}${await readFile(har, 'utf8')}`;
  expect(written).toContain('x-api-key');
  expect(written).not.toContain('key-of-this-test');
});
