import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEmailOf, demoPassword } from '../../packages/server/src/demo/demo-accounts.ts';
import { ask } from '../support/api.ts';
import { openStage, type Stage } from '../support/journey.ts';
import { tabTo } from '../support/keyboard.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const signIn = async (page: Page, email: string): Promise<void> => {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
};
/** Opens a page of the desk as Coach A. */
const openDesk = async (path: string) => {
  const visit = await stage.visit({ url: `${stage.server.url}/desk/settings/${path}` });
  await signIn(visit.page, demoEmailOf('coach-a'));
  return visit;
};
const address = (page: Page) => page.getByLabel('Secret address', { exact: true });
/** Returns the status and the text behind the address of a feed. */
const readFeed = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};

test('makes a secret address with the keyboard alone, copies it, gives it another one, and ends it', async () => {
  const { page, context, complaints } = await openDesk('connections');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Make a secret address' }).waitFor();
  await tabTo(page, 'Name in the other calendar (optional)');
  await page.keyboard.type('Phone');
  await tabTo(page, 'Make a secret address');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^The address of .?Phone/ }).waitFor();
  const first = await address(page).inputValue();
  expect(await readFeed(first)).toMatchObject({ status: 200, text: expect.stringContaining('BEGIN:VCALENDAR') });
  await tabTo(page, 'Copy');
  await page.keyboard.press('Enter');
  await page.getByText('Copied.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);

  await tabTo(page, 'New address');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Make a new address');
  await page.keyboard.press('Enter');
  await expect.poll(async () => address(page).inputValue(), { timeout: 30_000 }).not.toBe(first);
  const second = await address(page).inputValue();
  expect([(await readFeed(first)).status, (await readFeed(second)).status]).toEqual([404, 200]);

  await tabTo(page, 'End');
  await page.keyboard.press('Enter');
  await tabTo(page, 'End it');
  await page.keyboard.press('Enter');
  await page.getByText(/Phone.? has ended[.]/).waitFor();
  expect((await readFeed(second)).status).toBe(404);
  expect(complaints).toEqual([]);
});

test('connects another calendar, whose events take times from the widget and are named beside a booking', async () => {
  const api = (method: string, path: string, body?: unknown) => ask(stage.server.url, method, path, body);
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { body } = await api(
    'GET',
    `/v1/coaches/coach-a/slots?serviceId=strength-60&include=coach&from=${day(3)}&to=${day(20)}`,
  );
  const { slots, days, coach } = body.data as {
    slots: { start: string; end: string }[];
    days: string[];
    coach: { id: string };
  };
  const local = ({ start }: { start: string }) =>
    new Date(start).toLocaleDateString('en-CA', { timeZone: 'America/New_York' });
  const onDay = days.map((date) => slots.filter((slot) => local(slot) === date)).find((some) => some.length >= 8)!;
  const [taken, later, last] = [onDay[0]!, onDay[4]!, onDay.at(-1)!];
  const attendee = { name: 'Ana Diaz', email: 'ana@example.com' };
  await api('POST', '/v1/bookings', { coachId: coach.id, start: later.start, attendee });

  const { page, complaints } = await openDesk('connections');
  await page.getByLabel('Name', { exact: true }).fill('Family');
  await page.getByLabel('Secret address in iCal format').fill('https://calendar.example/family.ics');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText(/Family.? is connected and is being read[.]/).waitFor();
  const listed = await api('GET', '/v1/coaches/coach-a/external-calendars');
  const [{ id }] = listed.body.data as unknown as [{ id: string }];
  const event = ({ start, end }: { start: string; end: string }, n: number) =>
    ['BEGIN:VEVENT', `UID:${n}@family`, `DTSTART:${written(start)}`, `DTEND:${written(end)}`, 'END:VEVENT'].join(
      '\r\n',
    );
  const written = (time: string) => time.replace(/[-:]/g, '');
  const calendar = ['BEGIN:VCALENDAR', event(taken, 1), event(later, 2), 'END:VCALENDAR', ''].join('\r\n');
  await api('POST', `/v1/test/external-calendars/${id}`, { body: calendar });
  await ask(stage.server.url, 'POST', '/v1/test/run-due', {}, { 'X-Test-Now': new Date().toISOString() });
  await page.getByText('Works.').waitFor();
  await page.getByText('Bookings at a time when it is busy: 1.').waitFor();
  expect(complaints).toEqual([]);

  const { widget } = await stage.visit();
  await widget.service('Strength session').click();
  await widget.showDay(taken.start);
  await widget.slotOf(last.start).waitFor();
  expect(await widget.slotOf(taken.start).count()).toBe(0);
  await api('DELETE', `/v1/coaches/coach-a/external-calendars/${id}`);
});

test('leads from the widget to the join page of a room, of the demo and of one that a coach gives a service', async () => {
  const { page, complaints } = await openDesk('services');
  await page.getByText('with a video link').waitFor();
  await page.getByRole('button', { name: /^Change .?Technique check/ }).click();
  await page.getByLabel('Video link').selectOption('fixed');
  await page.getByLabel('Address of the room').fill('https://meet.example/coach-a');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await expect.poll(() => page.getByText('with a video link').count()).toBe(2);
  expect(complaints).toEqual([]);

  for (const service of ['First call', 'Technique check']) {
    const { page: visitors, widget } = await stage.visit();
    await widget.service(service).click();
    await widget.chooseFirstSlot();
    await widget.fillDetails('Vid Eo', `${service.split(' ')[0]}@example.com`);
    await widget.bookButton.click();
    await widget.heading('You are booked').waitFor();
    const link = await widget.root.getByRole('link', { name: 'Join online' }).getAttribute('href');
    expect(link).toMatch(new RegExp(`^${stage.server.url}/join/`));
    await visitors.goto(link!);
    await visitors.getByRole('heading', { name: `${service} with Coach A` }).waitFor();
    await visitors.getByText(/^It begins .* This link leads to the meeting from/).waitFor();
    expect(await visitors.content()).not.toMatch(/meet[.]example|meet[.]jit[.]si/);
  }
});

test('shows a client’s sessions in another calendar by an address of the account', async () => {
  const { page, complaints } = await stage.visit({ url: `${stage.server.url}/account` });
  await signIn(page, demoEmailOf('ana'));
  await page.getByRole('button', { name: 'Make a secret address' }).click();
  await address(page).waitFor();
  const { status, text } = await readFeed(await address(page).inputValue());
  expect([status, text.startsWith('BEGIN:VCALENDAR')]).toEqual([200, true]);
  expect(complaints).toEqual([]);
});
