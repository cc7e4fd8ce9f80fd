import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/api.ts';
import { openStage, type Stage } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const examples = join(import.meta.dirname, '../../examples');

test('runs sdk-node against the server, which prints what it did', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['index.mjs'], {
    cwd: join(examples, 'sdk-node'),
    env: { PATH: process.env.PATH!, BASE_URL: stage.server.url },
  });
  expect(stdout).toMatch(/booked/i);
  expect(stdout).toMatch(/cancelled/i);
});

test('brings a past along with sdk-node: tried, written, and written once (R38)', async () => {
  const run = async (...given: string[]) =>
    (
      await promisify(execFile)(process.execPath, ['import.mjs', ...given], {
        cwd: join(examples, 'sdk-node'),
        env: { PATH: process.env.PATH!, BASE_URL: stage.server.url },
      })
    ).stdout.trim();
  expect(await run()).toContain('clients: 2 to create, 0 there before, 0 refused');
  const refused = 'bookings.csv, row 6, start: Row 5 has a session of coach kim-berger at this time. (SLOT_TAKEN)';
  expect((await run('--run')).split('\n')).toEqual([
    'coaches: 1 created, 0 there before, 0 refused',
    'clients: 2 created, 0 there before, 0 refused',
    refused,
    'bookings: 4 created, 0 there before, 1 refused',
  ]);
  expect(await run('--run')).toContain('bookings: 0 created, 4 there before, 1 refused');
});

test('changes the look by properties and parts alone in theming', async () => {
  const { page, widget, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/theming/` });
  await widget.service('HIIT session').waitFor();
  const inspect = () =>
    widget.root.evaluate((element) => {
      const { backgroundColor, fontFamily } = getComputedStyle(element.shadowRoot!.querySelector('[part~="base"]')!);
      return `${backgroundColor} ${fontFamily}`;
    });
  const seen = new Set([await inspect()]);
  for (const name of ['Clay studio', 'Night gym']) {
    await page.getByRole('radio', { name }).check();
    seen.add(await inspect());
  }
  expect(seen.size).toBe(3);
  expect(complaints).toEqual([]);
});

test('opens the widget of modes in a dialog, by a link of the page and at the corner, under its policy', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/modes/` });
  // Before its code is there, the link leads to the hosted page.
  await page.getByRole('button', { name: 'Book a session' }).last().waitFor();
  await page.getByRole('link', { name: 'Train with Coach B' }).click();
  const dialog = page.getByRole('dialog', { name: 'Train with Coach B' });
  await dialog.getByRole('heading', { name: 'Coach B', exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => page.locator('main > p > output').textContent()).toBe('closed');
  await page.getByRole('button', { name: 'Book a session' }).last().click();
  await page.getByRole('dialog', { name: 'Book a session' }).getByRole('heading', { name: 'Coach A' }).waitFor();
  expect(complaints).toEqual([]);
});

test('lets visitors of modes choose a coach, and manage a booking on a page of the partner', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/modes/team.html` });
  await page.getByRole('button', { name: 'Coach C' }).click();
  await page.getByRole('heading', { name: 'Coach C', exact: true }).waitFor();
  await page.goto(`${stage.server.demoUrl}/modes/own-pages.html`);
  const managed = page.locator('#managed');
  await managed.locator('[part~="slot-available"]').first().click();
  await managed.getByRole('heading', { name: 'Who comes?' }).waitFor();
  await managed.getByLabel('Name').fill('Ana Diaz');
  await managed.getByLabel('E-mail').fill('ana@example.com');
  await managed.locator('[part~="primary"]').click();
  await managed.getByRole('link', { name: 'Move or cancel this booking' }).click();
  await page.waitForURL('**/modes/my-booking.html#manage-token=*');
  await page.getByRole('heading', { name: 'Your booking' }).waitFor();
  await page.goto(`${stage.server.demoUrl}/modes/thanks.html?booking=b1&status=confirmed`);
  await expect.poll(() => page.locator('main > p').first().textContent()).toContain('b1 and is confirmed');
  expect(complaints).toEqual([]);
});

test('lets a coach sign in on the partner’s page of calendar-html and work there', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/calendar-html/` });
  await page.getByLabel('E-mail').fill('coach-a@demo.example');
  await page.getByLabel('Password', { exact: true }).fill('demo-demo-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Working hours' }).click();
  await page.getByRole('heading', { name: 'Working hours' }).waitFor();
  await page.getByRole('group', { name: 'Monday', exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test('shows in messages what a booking of the demo would have sent, once the clock is there', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.demoUrl}/messages/` });
  await page.getByText('Nothing yet.').waitFor();
  const call = (path: string, body?: object) => ask(stage.server.url, body ? 'POST' : 'GET', path, body);
  const { body: coaches } = await call('/v1/coaches');
  const [coach] = coaches.data as unknown as { id: string; services: { id: string }[] }[];
  const [from, to] = [2, 8].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const { body: slots } = await call(
    `/v1/coaches/${coach!.id}/slots?serviceId=${coach!.services[0]!.id}&from=${from}&to=${to}&timeZone=UTC`,
  );
  const [slot] = (slots.data as unknown as { slots: { start: string }[] }).slots;
  const attendee = { name: 'Ana Diaz', email: 'ana@example.com', phone: '+12125550100' };
  const made = await call('/v1/bookings', {
    coachId: coach!.id,
    serviceId: coach!.services[0]!.id,
    start: slot!.start,
    attendee,
  });
  expect(made.status).toBe(201);
  await page.getByRole('button', { name: 'Send what is due' }).click();
  const mail = page
    .getByRole('article')
    .filter({ hasText: 'confirmed · from Harbour Strength to the attendee at ana@example.com' })
    .first();
  // The first message is open, the others are folded.
  if (!(await mail.locator('> details').evaluate(({ open }: HTMLDetailsElement) => open)))
    await mail.getByRole('heading').click();
  await mail.locator('iframe').contentFrame().getByText('Ana Diaz').first().waitFor();
  expect(complaints).toEqual([]);
});
