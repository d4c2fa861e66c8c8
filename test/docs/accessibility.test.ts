import { describe, expect, it } from 'vitest';
import { findSeriousProblems, scrollThrough } from './support/axe.ts';
import { useBrowser, withoutBrowser } from './support/browser.ts';
import { desktop, pageFile, pageKinds, phone, useSite } from './support/site.ts';

const open = useBrowser();
const site = useSite();
const mainLink = '#/users/createuser';
/** The first of the menus is that of base URLs. */
const languageMenu = '.panel-request-samples button[aria-haspopup=menu]';

describe.skipIf(withoutBrowser)('everybody can use it', () => {
  it.each(pageKinds)('nothing scrolls sideways on a phone (%s)', async (path) => {
    const { page } = await open(`${site()}${path}`, phone);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    const widths = () => ['html', 'header.site'].map((selector) => document.querySelector(selector)?.scrollWidth);
    expect(await page.evaluate(widths)).toEqual([390, 390]);
  });

  it.each(['', mainLink])('the keyboard reaches everything (%s)', async (hash) => {
    const { page } = await open(`${pageFile}${hash}`);
    const count = await page.evaluate(() => {
      // Of a row of tabs, the arrow keys reach all but the chosen one. A button inside of a link is reached by the link.
      const usable =
        'a[href], :enabled:not([role=tab][tabindex="-1"], a *), [role=button], [data-testid=search-trigger]';
      const seen = [...document.querySelectorAll<HTMLElement>(usable)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          element.getBoundingClientRect().width > 0,
      );
      for (const element of seen) element.dataset['unreached'] = element.outerHTML.slice(0, 200);
      return seen.length;
    });
    expect(count).toBeGreaterThan(15);
    for (let step = 0; step < count * 3; step++) {
      await page.keyboard.press('Tab');
      await page.evaluate(() => delete (document.activeElement as HTMLElement).dataset['unreached']);
    }
    const unreached = await page
      .locator('[data-unreached]')
      .evaluateAll((elements) => elements.map((element) => (element as HTMLElement).dataset['unreached']));
    expect(unreached).toEqual([]);
  });

  it.each(['index.html', 'sdk/index.html'])('the first Tab offers to skip to the content (%s)', async (path) => {
    const { page } = await open(`${site()}${path}`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    expect(await page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(2);
  });

  it('the arrow keys switch between the responses, and move in a menu', async () => {
    const { page } = await open(`${pageFile}${mainLink}`, desktop);
    const response = (status: string) =>
      page.getByRole('tablist', { name: 'Response status' }).first().getByRole('tab', { name: status });
    await response('201').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => response('400').getAttribute('aria-selected')).toBe('true');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.locator(languageMenu).nth(1).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Shell (curl)');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('TypeScript (SDK)');
  });

  it('the search opens with the keyboard, keeps the focus, and gives it back', async () => {
    const { page } = await open(pageFile);
    await page.getByTestId('search-trigger').focus();
    await page.keyboard.press('Enter');
    const field = page.getByPlaceholder('Search docs...');
    await field.waitFor();
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('#redoc, header.site') === null)).toBe(true);
    }
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    const focused = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid']);
    await expect.poll(focused).toBe('search-trigger');
  });

  it.each(pageKinds)('axe finds nothing serious after scrolling through %s', async (path) => {
    // The page's policy keeps axe out, as it should.
    const { page } = await open(`${site()}${path}`, { bypassCSP: true, colorScheme: 'light', ...desktop });
    await scrollThrough(page);
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Dark colours' }).click();
    expect(await findSeriousProblems(page)).toEqual([]);
    await page.setViewportSize(phone.viewport);
    await scrollThrough(page);
    expect(await findSeriousProblems(page)).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing serious with menus and search open (%s)',
    async (colorScheme) => {
      const { page } = await open(`${site()}${mainLink}`, { colorScheme, bypassCSP: true, ...desktop });
      await page.locator(languageMenu).nth(1).click();
      await page.getByRole('menuitem').first().waitFor();
      expect(await findSeriousProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder('Search docs...').fill('P411');
      await page.locator('[data-component-name="Search/SearchItem"]').first().waitFor();
      expect(await findSeriousProblems(page)).toEqual([]);
      await page.goto(`${site()}sdk/index.html`);
      await page.locator('#tsd-search-trigger').click();
      await page.locator('#tsd-search-input').fill('retry');
      await page.locator('#tsd-search-results li').first().waitFor();
      expect(await findSeriousProblems(page)).toEqual([]);
    },
  );

  it('axe finds nothing serious in the menu of a phone', async () => {
    const { page } = await open(`${site()}${mainLink}`, { bypassCSP: true, ...phone });
    await page.getByRole('button', { name: 'Open navigation menu' }).click();
    await page.getByRole('link', { name: 'At a glance' }).first().waitFor();
    expect(await findSeriousProblems(page)).toEqual([]);
  });
});
