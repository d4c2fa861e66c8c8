import { describe, expect, it } from 'vitest';
import { useBrowser, withoutBrowser } from './support/browser.ts';
import { pageFile, useSite } from './support/site.ts';

const open = useBrowser();
const site = useSite();

describe.skipIf(withoutBrowser)('the SDK reference', () => {
  it.each([
    ['a file', () => pageFile],
    ['a server', () => site()],
  ])('is one click away from %s, asks for nothing outside, and leads back', async (_, address) => {
    const { page, requests } = await open(address());
    await page.getByRole('link', { name: 'TypeScript SDK' }).click();
    await page.getByRole('heading', { name: 'p100-partner-sdk' }).first().waitFor();
    const root = address().replace('index.html', '');
    expect(requests.filter((request) => !request.startsWith(root))).toEqual([]);
    await page.getByRole('link', { name: 'HTTP API', exact: true }).click();
    await page.getByRole('heading', { name: 'At a glance' }).first().waitFor();
  });

  it('finds exports and what the guides say', async () => {
    const { page } = await open(`${site()}sdk/index.html`);
    await page.locator('#tsd-search-trigger').click();
    const results = page.locator('#tsd-search-results li a');
    for (const word of ['createP100Client', 'P411', 'migrate', 'idempotent', 'webhook', 'retry']) {
      await page.locator('#tsd-search-input').fill('');
      await results.first().waitFor({ state: 'detached' });
      await page.locator('#tsd-search-input').fill(word);
      await results.first().waitFor();
    }
  });
});
