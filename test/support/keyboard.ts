import type { Page } from 'playwright-core';

/** More than any page has. */
const MOST = 120;

/** Returns the name of what has the keyboard, within whatever shadow it is: of its label, or its own words. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const label = at instanceof HTMLInputElement ? at.labels?.[0] : undefined;
    return (label ?? at)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });

/** Presses Tab until what is called so has the keyboard. Throws when the whole page has nothing of that name. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < MOST; presses++) {
    await page.keyboard.press('Tab');
    if ((await focusedName(page)) === name) return;
  }
  throw new Error(`Tab reaches nothing that is called “${name}”.`);
}
