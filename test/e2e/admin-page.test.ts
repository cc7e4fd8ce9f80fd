import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserContextOptions } from 'playwright-core';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

async function signedIn(email = 'admin@demo.example', path = '/admin', options: BrowserContextOptions = {}) {
  const visit = await stage.visit({ ...options, url: `${stage.server.url}${path}` });
  const { page } = visit;
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  return visit;
}

test('lets an admin sign in, find a client, open the profile, and come back', async () => {
  const { page, complaints } = await signedIn();
  await page.getByLabel('Role').selectOption('client');
  await page.getByLabel('Part of a name or e-mail').fill('ana');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByText('Shown: 1 of 1').waitFor();
  await page.getByRole('link', { name: 'Ana Torres' }).click();
  await page.getByRole('heading', { name: 'Ana Torres' }).waitFor();
  await page.getByRole('button', { name: 'Open the logs' }).click();
  await page.getByRole('img', { name: /weight/i }).waitFor();
  await page.goBack();
  await page.getByText('Shown: 1 of 1').waitFor();
  expect(complaints).toEqual([]);
});

test('records in the audit log what an admin reads', async () => {
  const { page } = await signedIn('admin@demo.example', '/admin#users?q=ben');
  await page.getByRole('link', { name: 'Ben Okafor' }).click();
  await page.getByRole('link', { name: 'Audit log of this person' }).click();
  await page
    .getByText(/read the profile of .*Ben Okafor/)
    .first()
    .waitFor();
});

test('informs the second of two admins who save the partner, and loses nothing', async () => {
  const [one, two] = [
    await signedIn('admin@demo.example', '/admin#partner'),
    await signedIn('admin@demo.example', '/admin#partner'),
  ];
  await two.page.getByLabel('Bookings in 24 hours from one internet address').fill('17');
  await one.page.getByLabel('Name of the business').fill('Harbour Gym');
  await one.page.getByRole('button', { name: 'Save', exact: true }).click();
  await one.page.getByText('Saved.', { exact: true }).waitFor();
  await two.page.getByRole('button', { name: 'Save', exact: true }).click();
  await two.page.getByText('Somebody else saved in the meantime').waitFor();
  await expect.poll(() => two.page.getByLabel('Name of the business').inputValue()).toBe('Harbour Gym');
  await two.page.getByRole('button', { name: 'Save', exact: true }).click();
  await two.page.getByText('Saved.', { exact: true }).waitFor();
});

test('makes, shows and revokes a key', async () => {
  const { page, complaints } = await signedIn('admin@demo.example', '/admin#keys');
  await page.getByLabel('Kind').selectOption('secret');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByRole('textbox', { name: 'Your new key' }).inputValue();
  expect(key).toMatch(/^sk_test_/);
  const hint = `…${key.slice(-4)}`;
  await page.getByRole('button', { name: 'I have stored it' }).click();
  await page.getByRole('button', { name: `Revoke ${hint}` }).click();
  await page.getByRole('button', { name: 'Revoke at once' }).click();
  await page.getByText('The key has been revoked.').waitFor();
  expect(complaints).toEqual([]);
});

test('refuses a coach, and leads to the calendar', async () => {
  const { page } = await signedIn('coach-a@demo.example');
  await page.getByText('This page is for admins').waitFor();
  await page.getByRole('link', { name: 'Go to the calendar' }).click();
  await page.getByRole('button', { name: 'Today' }).waitFor();
});

test('walks through the pages by the keyboard alone, and opens a person', async () => {
  const { page, complaints } = await signedIn();
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  await title('People').waitFor();
  for (const [key, name] of [
    ['b', 'Bookings'],
    ['r', 'Branding'],
    ['y', 'Keys'],
    ['p', 'People'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await title(name).waitFor();
  }
  const person = page.getByRole('link', { name: 'Ana Torres' });
  await person.focus();
  await page.keyboard.press('Enter');
  await title('Ana Torres').waitFor();
  expect(complaints).toEqual([]);
});

test('leads through the pages by the bar of a phone', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, complaints } = await signedIn('admin@demo.example', '/admin', phone);
  const bar = page.getByRole('navigation', { name: 'Pages', exact: true });
  await bar.getByRole('link', { name: 'Bookings' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Bookings' }).waitFor();
  await bar.getByRole('button', { name: 'More' }).tap();
  await page.getByRole('dialog').getByRole('link', { name: 'Audit log' }).tap();
  await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(complaints).toEqual([]);
});
