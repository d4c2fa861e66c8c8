import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

const executablePath = '/usr/bin/chromium';

/** Why the browser tests are skipped; undefined if there is a browser. */
export const withoutBrowser = existsSync(executablePath)
  ? undefined
  : `The browser tests are left out: there is no ${executablePath} here (Debian: apt-get install chromium).`;

// No DNS lookups, and no requests of the browser itself.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** An open page, with its requests and its errors. */
export interface OpenedPage {
  readonly page: Page;
  /** Addresses of the requests, without `data:` and `blob:`. */
  readonly requests: string[];
  /** Console errors, warnings and uncaught exceptions. */
  readonly complaints: string[];
}

export type OpenPage = (url: string, options?: BrowserContextOptions) => Promise<OpenedPage>;

/** Runs Chromium during the tests of a file; returns a function that opens an address in a fresh profile. */
export function useBrowser(): OpenPage {
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!withoutBrowser) browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(() => browser?.close());
  return async (url, options = {}) => {
    if (!browser) throw new Error(withoutBrowser);
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    // Generous, so that slow machines do not fail the tests.
    page.setDefaultTimeout(60_000);
    const opened: OpenedPage = { page, requests: [], complaints: [] };
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url())) opened.requests.push(request.url());
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) opened.complaints.push(message.text());
    });
    page.on('pageerror', (error) => opened.complaints.push(error.message));
    await page.goto(url);
    if (options.javaScriptEnabled !== false) await waitForTheme(page);
    await page.getByRole('heading').first().waitFor();
    return opened;
  };
}

/** The API page responds to its reader when its search is ready, which is the last thing that its theme does. */
export async function waitForTheme(page: Page): Promise<void> {
  if ((await page.locator('#redoc').count()) === 0) return;
  await page.getByTestId('search-trigger').filter({ hasText: 'Search' }).waitFor({ state: 'attached' });
}
