import { describe, expect, it } from 'vitest';
import { readShownOperations } from '../../scripts/docs/operations.ts';
import { samplesOf } from '../../scripts/docs/samples.ts';
import { createUserPath, description } from '../support/description.ts';
import { findSeriousProblems } from './support/axe.ts';
import { type OpenedPage, useBrowser, withoutBrowser } from './support/browser.ts';
import { pageFile, useSite } from './support/site.ts';

if (withoutBrowser) console.warn(withoutBrowser);

const open = useBrowser();
const site = useSite();
const operations = readShownOperations(description);
const main = operations[0] as (typeof operations)[0];
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1440, height: 900 } };
/** One page of each kind. */
const kinds = [
  'index.html',
  `index.html${main.link}`,
  'sdk/index.html',
  'sdk/modules.html',
  'sdk/guides/errors.html',
  'sdk/interfaces/p100-partner-sdk.UsersResource.html',
  'sdk/classes/p100-partner-sdk.ValidationError.html',
  '404.html',
];

describe.skipIf(withoutBrowser)('the page', () => {
  it.each([
    ['a file', () => pageFile],
    ['a server, under a sub-path', () => site()],
  ])('loads from %s without further requests', async (_, address) => {
    const { page, requests, complaints } = await open(address());
    await page.waitForLoadState('networkidle');
    expect(requests).toEqual([address()]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe(description.info.title);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toBe(description.info.summary);
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toMatch(/^data:image\/svg\+xml/);
  });

  it('cannot fetch anything, and runs only its own scripts', async () => {
    const { page } = await open(site());
    const refused = await page.evaluate(async () => {
      const policies: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => policies.push(event.effectiveDirective));
      await fetch('openapi.json').catch(() => undefined);
      document.body.append(Object.assign(document.createElement('script'), { text: 'globalThis.intruder = true' }));
      document.body.append(Object.assign(new Image(), { src: 'https://elsewhere.example/pixel' }));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return { policies, intruder: 'intruder' in globalThis };
    });
    expect(refused.intruder).toBe(false);
    expect(refused.policies).toEqual(expect.arrayContaining(['connect-src', 'script-src-elem', 'img-src']));
  });

  it('paints within half a second', async () => {
    const times: number[] = [];
    // The best of five: other work on the machine only ever adds time.
    for (let attempt = 0; attempt < 5; attempt++) {
      const { page } = await open(pageFile);
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
      );
    }
    expect(Math.min(...times)).toBeLessThan(500);
  });

  it.each([
    [1440, 900],
    [1280, 900],
    [390, 1600],
  ])('at %i px, says where and how to call within the first %i px', async (width, fold) => {
    const { page } = await open(pageFile, width < 600 ? phone : { viewport: { width, height: 900 } });
    const below = await page.evaluate(() => {
      const section = document.querySelector('[data-section-id="/section/at-a-glance"]');
      const command = section?.querySelector('pre')?.getBoundingClientRect().bottom ?? Infinity;
      const address = section?.querySelector('table')?.getBoundingClientRect().bottom ?? Infinity;
      return Math.max(command, address) + scrollY;
    });
    expect(below).toBeLessThan(fold);
    const [table, command] = await Promise.all(
      ['table', 'pre'].map((tag) =>
        page.locator(`[data-section-id="/section/at-a-glance"] ${tag}`).first().innerText(),
      ),
    );
    for (const { url } of description.servers) expect(table).toContain(url);
    for (const words of ['x-api-key', main.method, main.path]) expect(table).toContain(words);
    expect(command).toContain(`curl -X POST '${description.servers[0].url}${createUserPath}'`);
  });

  it('links each operation and webhook from the table to its section, in a new tab too', async () => {
    const { page } = await open(site());
    const links = page.locator('[data-section-id="/section/operations-and-webhooks"] td a');
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      operations.map(({ link }) => link),
    );
    for (const { link, title } of operations) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await page.locator(`[data-section-id="${link.slice(1)}"] h2`, { hasText: title }).waitFor();
    }
    const other = await page.context().newPage();
    await other.goto(`${site()}${operations.at(-1)?.link}`);
    await other
      .getByRole('heading', { name: operations.at(-1)?.title as string, level: 2, exact: true })
      .first()
      .waitFor();
  });

  it('has only links that can be copied', async () => {
    const { page } = await open(`${site()}${main.link}`);
    await page.getByTestId('right-panel').first().waitFor();
    const addresses = await page
      .locator('#redoc a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(addresses.filter((address) => !/^(#|https:|[a-z]+\.|operations\/)/.test(address ?? ''))).toEqual([]);
  });

  it('follows its links even without JavaScript', async () => {
    const { page } = await open(`${site()}${operations.at(-1)?.link}`, { javaScriptEnabled: false });
    const title = operations.at(-1)?.title as string;
    const heading = page.locator('#all-operations').getByRole('heading', { name: title, exact: true });
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
    await page.goto(`${site()}#/section/authentication`);
    const chapter = page.getByRole('heading', { name: 'Authentication' }).first();
    expect(await chapter.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(900);
  });

  it('prints every operation', async () => {
    const { page } = await open(pageFile);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const headings = await page.locator('#all-operations h2').all();
    expect(headings).toHaveLength(operations.length);
    for (const heading of headings) expect(await heading.isVisible()).toBe(true);
  });

  it.each([1280, 1440])('at %i px, shows the whole path, and the response beside the request', async (width) => {
    const { page } = await open(`${pageFile}${main.link}`, { viewport: { width, height: 900 } });
    const section = page.locator(`[data-section-id="${main.link.slice(1)}"]`);
    const shown = section.locator('.panel-request-samples button span', { hasText: main.path as string }).first();
    expect(await shown.evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
    for (const panel of ['.panel-request-samples', '.panel-response-samples']) {
      const box = await section.locator(panel).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? Infinity)).toBeLessThan(900);
      expect(box?.height).toBeGreaterThan(200);
    }
    expect(await section.locator('.panel-response-samples').innerText()).toContain('"cryptoBalances"');
    expect(await section.getByText('Created.').first().isVisible()).toBe(true);
  });

  it('shows the values of an open set, and the sources of facts', async () => {
    const { page } = await open(`${pageFile}${main.link}`, desktop);
    const field = page.locator('[id$="t=request&path=documenttype"]');
    await field.waitFor();
    expect(await field.innerText()).toMatch(/ID_CARD[\s\S]*PASSPORT/);
    expect(await field.innerText()).toContain('Others may be added.');
    expect(await page.getByText(/Example: /).count()).toBeGreaterThan(8);
    await page.getByRole('tab', { name: '400' }).first().click();
    await page.getByText('Reusing one returns').first().waitFor();
    expect(await page.getByText('(any)').count()).toBe(0);
  });

  it.each(['P411', 'idempotent', 'webhook', 'retry'])('finds %s', async (word) => {
    const { page, complaints } = await open(pageFile);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Search docs...').fill(word);
    await page.locator('[role=option], [data-component-name*="SearchItem"]').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'uses %s colours if the reader prefers them, on every page',
    async (colorScheme) => {
      const { page } = await open(site(), { colorScheme });
      const brightness = () =>
        page.evaluate(() =>
          Math.max(...(getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(Number)),
        );
      for (const path of ['index.html', 'sdk/index.html', 'sdk/guides/errors.html']) {
        await page.goto(`${site()}${path}`);
        if (colorScheme === 'dark') expect(await brightness()).toBeLessThan(80);
        else expect(await brightness()).toBeGreaterThan(220);
      }
      await page.getByRole('button', { name: /colours/ }).click();
      await page.goto(site());
      if (colorScheme === 'dark') expect(await brightness()).toBeGreaterThan(220);
      else expect(await brightness()).toBeLessThan(80);
    },
  );
});

describe.skipIf(withoutBrowser)('the samples', () => {
  const samples = samplesOf(description, main);
  const shown = ({ page }: OpenedPage) => page.getByTestId('right-panel').getByTestId('source-code').first();
  const menu = ({ page }: OpenedPage) => page.locator('.panel-request-samples button[aria-haspopup=menu]').nth(1);

  it('start with the SDK, and curl comes before the script', async () => {
    const opened = await open(`${pageFile}${main.link}`, desktop);
    expect(await menu(opened).textContent()).toBe('TypeScript (SDK)');
    await menu(opened).click();
    const names = await opened.page.locator('.panel-request-samples').first().getByRole('menuitem').allTextContents();
    const languages = names.filter((name) => samples.some(({ label }) => label === name));
    expect(languages).toEqual(samples.map(({ label }) => label));
  });

  it.each(samples)('show $label as in its file, and copy it', async ({ label, source }) => {
    const opened = await open(`${site()}${main.link}`, { permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = opened;
    await menu(opened).click();
    await page.getByRole('menuitem', { name: label, exact: true }).first().click();
    expect((await shown(opened).textContent())?.trimEnd()).toBe(source.trimEnd());
    await page.locator('.panel-request-samples').first().getByTestId('panel-body').getByTestId('copy-button').click();
    expect((await page.evaluate(() => navigator.clipboard.readText())).trimEnd()).toBe(source.trimEnd());
  });
});

describe.skipIf(withoutBrowser)('accessibility', () => {
  it.each(kinds)('nothing scrolls sideways on a phone (%s)', async (path) => {
    const { page } = await open(`${site()}${path}`, phone);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each(['', main.link])('the keyboard reaches everything (%s)', async (hash) => {
    const { page } = await open(`${pageFile}${hash}`);
    const count = await page.evaluate(() => {
      // In a row of tabs, only the selected one is in the tab order. The arrow keys reach the others.
      const usable = 'a[href], :enabled:not([role=tab][tabindex="-1"]), [role=button], [data-testid=search-trigger]';
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
  });

  it('the arrow keys switch between the responses, and move in a menu', async () => {
    const { page } = await open(`${pageFile}${main.link}`, desktop);
    const answer = (status: string) =>
      page.getByRole('tablist', { name: 'Response status' }).first().getByRole('tab', { name: status });
    await answer('201').focus();
    await page.keyboard.press('ArrowRight');
    expect(await answer('400').getAttribute('aria-selected')).toBe('true');
    await page.locator('.panel-request-samples button[aria-haspopup=menu]').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Shell (curl)');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('TypeScript (SDK)');
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
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['testid'])).toBe('search-trigger');
  });

  const views = kinds.flatMap((path) => [
    [path, 'light', desktop] as const,
    [path, 'dark', desktop] as const,
    [path, 'light', phone] as const,
  ]);

  it.each(views)(
    'axe finds nothing serious after scrolling through %s (%s, %j)',
    async (path, colorScheme, options) => {
      // The page's policy rightly blocks axe, so it is bypassed.
      const { page } = await open(`${site()}${path}`, { colorScheme, bypassCSP: true, ...options });
      expect(await findSeriousProblems(page, { scroll: true })).toEqual([]);
    },
  );

  it.each(['light', 'dark'] as const)(
    'axe finds nothing serious with menus and search open (%s)',
    async (colorScheme) => {
      const { page } = await open(`${site()}${main.link}`, { colorScheme, bypassCSP: true, ...desktop });
      await page.locator('.panel-request-samples button[aria-haspopup=menu]').nth(1).click();
      expect(await findSeriousProblems(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder('Search docs...').fill('P411');
      await page.waitForTimeout(500);
      expect(await findSeriousProblems(page)).toEqual([]);
      await page.goto(`${site()}sdk/index.html`);
      await page.locator('#tsd-search-trigger').click();
      await page.locator('#tsd-search-input').fill('retry');
      await page.locator('#tsd-search-results li').first().waitFor();
      expect(await findSeriousProblems(page)).toEqual([]);
    },
  );
});

describe.skipIf(withoutBrowser)('the SDK reference', () => {
  it.each([
    ['a file', () => pageFile],
    ['a server', () => site()],
  ])('is one click away from %s, requests nothing from outside, and links back', async (_, address) => {
    const { page, requests } = await open(address());
    await page.getByRole('link', { name: 'SDK', exact: true }).click();
    await page.getByRole('heading', { name: 'p100-partner-sdk' }).first().waitFor();
    const root = address().replace('index.html', '');
    expect(requests.filter((request) => !request.startsWith(root))).toEqual([]);
    await page.getByRole('link', { name: 'API', exact: true }).click();
    await page.getByRole('heading', { name: 'At a glance' }).first().waitFor();
  });

  it.each(['createP100Client', 'P411', 'migrate', 'idempotent', 'webhook', 'retry'])('finds %s', async (word) => {
    const { page } = await open(`${site()}sdk/index.html`);
    await page.locator('#tsd-search-trigger').click();
    await page.locator('#tsd-search-input').fill(word);
    await page.locator('#tsd-search-results li a').first().waitFor();
  });
});
