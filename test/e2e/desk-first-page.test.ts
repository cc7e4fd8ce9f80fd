import type { BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** Signs coach A in at a page of the desk, by the keyboard alone. */
const signedIn = async (path = '/desk', options: BrowserContextOptions = {}) => {
  const visited = await stage.visit({ url: `${stage.server.url}${path}`, ...options });
  const { page } = visited;
  await page.getByLabel('E-mail').focus();
  await page.keyboard.type('coach-a@demo.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo-demo-demo');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return visited;
};

test('fetches the code of a page with the page: its links name files that are there, and no request waits twice', async () => {
  for (const path of ['/desk', '/desk/calendar', '/desk/bookings', '/desk/account', '/desk/leads/abandoned']) {
    const markup = await (await fetch(`${stage.server.url}${path}`)).text();
    const files = [...markup.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, file]) => file!);
    expect([path, files.length > 0]).toEqual([path, true]);
    const statuses = await Promise.all(files.map(async (file) => (await fetch(stage.server.url + file)).status));
    expect([path, ...new Set(statuses)]).toEqual([path, 200]);
  }
  const { page } = await signedIn();
  await page.getByRole('heading', { name: 'The day' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'The day' }).waitFor();
  // The code that Today needs was named by the page, so that none of its files was found only in another one.
  const named = await page
    .locator('link[rel=modulepreload]')
    .evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
  const loaded = await page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const data = Math.min(...all.filter(({ name }) => name.includes('/v1/')).map(({ startTime }) => startTime));
    return all.filter(({ name, startTime }) => name.includes('/chunks/') && startTime < data).map(({ name }) => name);
  });
  expect(loaded.filter((file) => !named.includes(file) && !/desk-live/.test(file))).toEqual([]);
});

test('shows a photo of the profile on the booking page', async () => {
  const { page, complaints } = await signedIn('/desk/profile');
  const picture = sharp({ create: { width: 640, height: 640, channels: 3, background: '#3366cc' } });
  const buffer = await picture.jpeg().toBuffer();
  await page.locator('input[type=file]').setInputFiles({ name: 'me.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByRole('button', { name: 'Use this photo' }).click();
  await page.getByText('The photo is on the booking page now.').waitFor();
  const { partner } = await page.evaluate(() => ({
    partner: document.querySelector('coach-desk-page')!.getAttribute('publishable-key'),
  }));
  await page.goto(`${stage.server.url}/book/coach-a?key=${partner}`);
  const photo = page.locator('coach-booking img').first();
  await photo.waitFor();
  await expect.poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test('says without a connection that there is none, and can be installed', async () => {
  const { page, context } = await signedIn();
  await page.getByRole('heading', { name: 'The day' }).waitFor();
  const manifest = await page.evaluate(async () => {
    const { href } = document.querySelector<HTMLLinkElement>('link[rel=manifest]')!;
    return (await fetch(href)).json();
  });
  expect(manifest).toMatchObject({ display: 'standalone', scope: '/desk' });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller && !(await caches.match('/pages/offline')))
      await new Promise((done) => requestAnimationFrame(done));
  });
  await page.reload();
  await page.getByRole('heading', { name: 'The day' }).waitFor();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('heading', { name: 'You are offline' }).waitFor();
  await context.setOffline(false);
});

test('walks through the pages by the keyboard alone', async () => {
  const { page } = await signedIn();
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  await page.getByRole('heading', { name: 'The day' }).waitFor();
  for (const [key, name] of [
    ['b', 'Bookings'],
    ['k', 'Clients'],
    ['s', 'Statistics'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await title(name).waitFor();
  }
  await page.keyboard.press('/');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type('availability');
  await page
    .getByRole('option', { name: /Availability/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await title('Availability').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.locator('coach-calendar').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

test('leads through the pages by the bar of a phone, and books for a client by touch', async () => {
  const { page } = await signedIn('/desk', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const bar = page.getByRole('navigation', { name: 'Pages', exact: true });
  await bar.getByRole('link', { name: 'Bookings' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Bookings' }).waitFor();
  await bar.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('dialog').getByRole('link', { name: 'Services' }).tap();
  await page.getByRole('heading', { name: 'What can be booked' }).waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await bar.getByRole('link', { name: 'Calendar' }).tap();
  await page.locator('coach-calendar').getByRole('button', { name: 'New booking' }).tap();
  const panel = page.getByRole('dialog', { name: /New booking/ });
  await panel.waitFor();
});
