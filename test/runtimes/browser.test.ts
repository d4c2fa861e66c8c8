import { createServer } from 'node:http';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

const executablePath = '/usr/bin/chromium';
const disabled = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'];
const args = ['--no-sandbox', '--no-first-run', ...disabled.map((part) => `--disable-${part}`)];

/** The bundle that a user of the package would build for a page. */
const source = `
  import { createP100Client, isP100Error } from 'p100-partner-sdk';
  globalThis.start = (options) => {
    try {
      return Object.keys(createP100Client(options));
    } catch (error) {
      return isP100Error(error) ? error.toJSON() : String(error);
    }
  };`;

let browser: Browser;
let page: Page;
const server = createServer((_, response) => {
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title>');
});

beforeAll(async () => {
  const stdin = { contents: source, resolveDir: inject('consumer') };
  const options = { bundle: true, format: 'iife', platform: 'browser', write: false, logLevel: 'error' } as const;
  const { outputFiles } = await build({ ...options, stdin });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await chromium.launch({ executablePath, args });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
});

afterAll(async () => {
  await browser?.close();
  server.close();
});

const start = (options: object) =>
  page.evaluate((given) => (globalThis as unknown as { start(options: object): unknown }).start(given), options);

describe('in a browser the client', () => {
  it('refuses to start, and says why and what to do', async () => {
    const refusal = (await start({ apiKey: 'a-key' })) as { name: string; message: string };
    expect(refusal.name).toBe('P100ConfigError');
    expect(refusal.message).toMatch(
      /everyone could read the key, so the client does not start. Call P100 from your server/,
    );
    expect(refusal.message).toContain('dangerouslyAllowBrowser');
    expect(refusal.message).not.toContain('a-key');
  });

  it('starts with dangerouslyAllowBrowser', async () => {
    const members = await start({ apiKey: 'a-key', dangerouslyAllowBrowser: true });
    expect(members).toEqual(expect.arrayContaining(['users', 'raw']));
  });
});
