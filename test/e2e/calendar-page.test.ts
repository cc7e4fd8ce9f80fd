import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const visit = (path = '/calendar') => stage.visit({ url: `${stage.server.url}${path}` });

test('a coach signs in on the hosted page, sees the calendar, and signs out', async () => {
  const { page, complaints } = await visit();
  await page.getByText('coach-a@demo.example').waitFor();
  await page.getByLabel('E-mail').fill('coach-a@demo.example');
  await page.getByLabel('Password').fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Today' }).waitFor();
  await page.getByText('Coach A', { exact: true }).waitFor();

  await page.reload();
  await page.getByRole('button', { name: 'Today' }).waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(complaints).toEqual([]);
});

test('a wrong password is reported, and what was typed stays', async () => {
  const { page } = await visit();
  await page.getByLabel('E-mail').fill('coach-a@demo.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('do not go together').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe('coach-a@demo.example');
});

test('an admin chooses a coach first', async () => {
  const { page, complaints } = await visit();
  await page.getByLabel('E-mail').fill('admin@demo.example');
  await page.getByLabel('Password').fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Coach B' }).click();
  await page.getByRole('button', { name: 'Today' }).waitFor();
  await page.getByRole('link', { name: 'Another coach' }).waitFor();
  expect(complaints).toEqual([]);
});

test('the form fits a narrow screen', async () => {
  const { page } = await stage.visit({ url: `${stage.server.url}/calendar`, viewport: { width: 320, height: 640 } });
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
