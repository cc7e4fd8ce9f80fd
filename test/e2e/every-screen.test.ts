import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
let axe: string;
beforeAll(async () => {
  stage = await openStage();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => stage?.close());

/**
 * Returns the problems that axe finds on the page as it is now. Run in a world that the page's policy does not reach.
 */
async function violations(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = (await session.send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } };
  const { executionContextId } = (await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })) as {
    executionContextId: number;
  };
  const run = async (expression: string) =>
    (await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })) as {
      result: { value?: string };
    };
  await run(axe);
  const { result } = await run(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => id + ': ' + nodes.map((n) => n.html).join(' '))))`,
  );
  await session.detach();
  return JSON.parse(result.value!) as string[];
}

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );

describe.each([
  ['light', { colorScheme: 'light' as const }],
  ['dark', { colorScheme: 'dark' as const }],
  ['320 px', { viewport: { width: 320, height: 720 } }],
])('the partner page, %s', (_, options) => {
  test('is accessible, fits, and never shifts, in every step', async () => {
    // Without motion, so that no colour is seen half way.
    const { page, widget } = await stage.visit({ ...options, reducedMotion: 'reduce' });
    await widget.service('Technique check').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await shift(page)).toBe(0);
    await widget.service('Technique check').click();
    await widget.untilSlots();
    expect(await violations(page)).toEqual([]);
    await widget.chooseFirstSlot();
    await widget.field('Name').waitFor();
    expect(await violations(page)).toEqual([]);
    await widget.fillDetails(`Axel ${Object.keys(options).join()}`, 'axel@example.com');
    await widget.bookButton.click();
    await widget.heading('You are booked').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await sideways(page)).toBeLessThanOrEqual(0);
  });
});

test('draws everything from the right in Arabic, in its own words', async () => {
  const { page, widget } = await stage.visit({ locale: 'ar' });
  await page.locator('coach-booking').evaluate((element) => element.setAttribute('lang', 'ar'));
  await widget.root
    .getByRole('heading', { level: 3 })
    .getByText(/[\u0600-\u06ff]/)
    .waitFor();
  expect(
    await widget.root.evaluate(
      (element) => getComputedStyle(element.shadowRoot!.querySelector('[part~="base"]')!).direction,
    ),
  ).toBe('rtl');
  expect(await violations(page)).toEqual([]);
});

test('shows the operations in the API reference, which sends requests to no other host', async () => {
  const { page, complaints } = await stage.visit({ url: 'about:blank' });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(`${stage.server.url}/docs`);
  await page.getByText('/v1/coaches/{coach}', { exact: true }).first().waitFor();
  // The reference renders the sections around what is in view, so a reader scrolls to the others.
  const slots = page.getByText('/v1/coaches/{coach}/slots', { exact: true });
  const scrolled = async () => {
    await page.mouse.wheel(0, 400);
    return slots.count();
  };
  await expect.poll(scrolled, { timeout: 30_000 }).toBeGreaterThan(0);
  expect(new Set(asked.filter((origin) => origin !== 'null'))).toEqual(new Set([stage.server.url]));
  expect(complaints).toEqual([]);
});
