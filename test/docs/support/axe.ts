import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The problems that axe rates serious or critical on a page in its current state. */
export async function findSeriousProblems(page: Page): Promise<unknown[]> {
  await page.addScriptTag({ content: axe });
  return page.evaluate(async () => {
    // While colours change, their contrast is that of neither theme.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 5).map(({ html }) => html) }));
  });
}

/** Scrolls through the page, because sections are rendered when they come into view. */
export async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
      scrollTo(0, y);
      // Observers of what is in view are called between two frames.
      for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}
