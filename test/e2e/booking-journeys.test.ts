import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoEmailOf, demoPassword } from '../../packages/server/src/demo/demo-accounts.ts';
import { openStage, Widget, type Stage } from '../support/journey.ts';
import { ask } from '../support/api.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const strength = 'Strength session';
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Returns every booking of a coach that is not cancelled, from its calendar. */
async function bookings(
  coach: string,
): Promise<{ id: string; start: string; attendee: { name: string; email: string } }[]> {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { body } = await ask(stage.server.url, 'GET', `/v1/coaches/${coach}/calendar?from=${day(-1)}&to=${day(70)}`);
  return (
    body.data.bookings as { id: string; start: string; status: string; attendee: { name: string; email: string } }[]
  ).filter(({ status }) => status !== 'cancelled');
}
const bookingOf = async (coach: string, name: string) =>
  (await bookings(coach)).filter(({ attendee }) => attendee.name === name);

test('books for a visitor of a strict partner page, which has nothing to complain about', async () => {
  const { page, widget, complaints } = await stage.visit();
  await widget.service(strength).click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Ana Diaz', 'ana@example.com');
  await expect(widget.root.getByText('This time is kept for you.').count()).resolves.toBe(1);
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  const link = await widget.root.getByRole('link', { name: 'Move or cancel this booking' }).getAttribute('href');
  expect(link).toMatch(new RegExp(`^${stage.server.url}/manage/`));
  expect(await bookingOf('coach-a', 'Ana Diaz')).toMatchObject([{ attendee: { email: 'ana@example.com' } }]);
  expect(complaints).toEqual([]);
  await page.close();
});

test('writes the booking into the calendar file', async () => {
  const { page, widget } = await stage.visit();
  await widget.service('First call').click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Cal Endar', 'cal@example.com');
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    widget.root.getByRole('button', { name: /\.ics/ }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const ics = Buffer.concat(chunks).toString('utf8');
  const [booking] = await bookingOf('coach-a', 'Cal Endar');
  expect(ics).toContain(`DTSTART:${booking!.start.replace(/[-:]|\.\d+/g, '')}`);
});

test('offers the nearest slots to the second of two tabs in a race, and both end with a booking', async () => {
  const [one, two] = await Promise.all([stage.visit(), stage.visit()]);
  for (const { widget } of [one, two]) {
    await widget.service(strength).click();
    await widget.untilSlots();
  }
  const first = one.widget.freeSlots().first();
  const name = oneLine(await first.innerText());
  const same = two.widget.root.getByRole('button', { name });
  await first.click();
  await one.widget.field('Name').waitFor();
  await same.click();
  const alert = two.widget.root.getByRole('alert');
  await alert.getByText(/just taken/).waitFor();
  await alert.getByRole('button').first().click();
  await Promise.all([
    one.widget.fillDetails('Tab One', 'one@example.com'),
    two.widget.fillDetails('Tab Two', 'two@example.com'),
  ]);
  await Promise.all([one.widget.bookButton.click(), two.widget.bookButton.click()]);
  await Promise.all([one.widget.heading('You are booked').waitFor(), two.widget.heading('You are booked').waitFor()]);
  const starts = (await bookings('coach-a'))
    .filter(({ attendee }) => attendee.name.startsWith('Tab '))
    .map(({ start }) => start);
  expect(new Set(starts).size).toBe(2);
});

test('keeps the slot and what was typed through a reload in the middle', async () => {
  const { page, widget } = await stage.visit();
  await widget.service(strength).click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Rae Load', 'rae@example.com');
  await page.reload();
  const restored = widget.field('Name');
  await expect.poll(() => restored.inputValue()).toBe('Rae Load');
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(await bookingOf('coach-a', 'Rae Load')).toHaveLength(1);
});

test('books by the keyboard alone', async () => {
  const { page, widget } = await stage.visit();
  await widget.service(strength).focus();
  await page.keyboard.press('Enter');
  await widget.untilSlots();
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.outerHTML ?? '');
  const tabTo = async (pattern: RegExp) => {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press('Tab');
      if (pattern.test(await focused())) return;
    }
    throw new Error(`The Tab key never reaches ${pattern}`);
  };
  await tabTo(/role="gridcell"/);
  const day = await focused();
  await page.keyboard.press('ArrowRight');
  await expect.poll(focused).not.toBe(day);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await tabTo(/part="slot /);
  for (let presses = 0; presses < 40 && !/slot-available/.test(await focused()); presses++)
    await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await widget.field('Name').waitFor();
  await expect.poll(focused).toMatch(/id="step"/);
  await tabTo(/id="name"/);
  await page.keyboard.type('Kay Board');
  await tabTo(/id="email"/);
  await page.keyboard.type('kay@example.com');
  await page.keyboard.press('Enter');
  await widget.heading('You are booked').waitFor();
  expect(await bookingOf('coach-a', 'Kay Board')).toHaveLength(1);
});

test('loses nothing typed when the network fails at the confirmation, and makes one booking afterwards', async () => {
  const { context, widget } = await stage.visit();
  await widget.service(strength).click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Offa Line', 'offa@example.com');
  await context.setOffline(true);
  await widget.bookButton.click();
  const alert = widget.root.getByRole('alert');
  await alert.getByText(/You are offline/).waitFor();
  expect(await widget.field('Name').inputValue()).toBe('Offa Line');
  await context.setOffline(false);
  await alert.waitFor({ state: 'detached' });
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(await bookingOf('coach-a', 'Offa Line')).toHaveLength(1);
});

test('books although the server restarts between hold and booking', async () => {
  const { widget } = await stage.visit();
  await widget.service(strength).click();
  await widget.chooseFirstSlot();
  await widget.fillDetails('Res Tart', 'res@example.com');
  await stage.restart();
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(await bookingOf('coach-a', 'Res Tart')).toHaveLength(1);
});

test('reports an origin that is not allowed to its developer, and shows the visitor the way out', async () => {
  const { page, widget, complaints } = await stage.visit({
    url: `${stage.server.demoUrl!.replace('127.0.0.1', 'studio.localhost')}/`,
  });
  await widget.root.getByRole('alert').waitFor();
  expect(await widget.root.getByRole('alert').innerText()).toMatch(/not available here/);
  expect(complaints.join('\n')).toMatch(/ORIGIN_NOT_ALLOWED/);
  await page.close();
});

describe('the hosted pages', () => {
  test('books a coach with one service, whose booking then waits for the coach', async () => {
    const { widget, complaints } = await stage.visit({ url: `${stage.server.url}/book/coach-c` });
    await widget.chooseFirstSlot();
    await widget.fillDetails('Ho Sted', 'ho@example.com');
    await widget.bookButton.click();
    await widget.heading(/Your request is with Coach C/).waitFor();
    expect(complaints).toEqual([]);
  });

  test('moves the booking by the manage link, then cancels it', async () => {
    const { page, widget, complaints } = await stage.visit();
    await widget.service(strength).click();
    await widget.chooseFirstSlot();
    await widget.fillDetails('Mana Ger', 'mana@example.com');
    await widget.bookButton.click();
    await widget.heading('You are booked').waitFor();
    const [before] = await bookingOf('coach-a', 'Mana Ger');
    await page.goto(
      (await widget.root.getByRole('link', { name: 'Move or cancel this booking' }).getAttribute('href'))!,
    );
    const manage = new Widget(page);
    await manage.root.getByRole('button', { name: 'Choose another time' }).click();
    await manage.untilSlots();
    await manage.freeSlots().last().click();
    await manage.root.getByRole('button', { name: /^Move to / }).click();
    await manage.heading('Your booking was moved.').waitFor();
    const [moved] = await bookingOf('coach-a', 'Mana Ger');
    expect(moved!.id).toBe(before!.id);
    expect(moved!.start).not.toBe(before!.start);
    await manage.root.getByRole('button', { name: 'Cancel this booking' }).click();
    await manage.root.getByRole('button', { name: 'Yes, cancel it' }).click();
    await manage.heading('This booking is cancelled.').waitFor();
    expect(await bookingOf('coach-a', 'Mana Ger')).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each(['/book/nobody', '/manage/nothing'])('shows at %s a page that says what is wrong', async (path) => {
    const { page } = await stage.visit({ url: `${stage.server.url}${path}` });
    expect(await page.getByRole('heading').count()).toBe(1);
  });
});

test('leads a client through the own pages by touch on a phone, and by the keyboard alone', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const { page, complaints } = await stage.visit({ ...phone, url: `${stage.server.url}/me` });
  const title = (name: string) => page.getByRole('heading', { level: 1, name });
  await page.getByLabel('E-mail').fill(demoEmailOf('ana'));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).tap();
  await title('My sessions').waitFor();
  await page.getByRole('link', { name: 'Logs' }).tap();
  await title('Logs').waitFor();
  await page.getByRole('link', { name: 'Meals' }).tap();
  await page.getByRole('button', { name: 'Add a meal' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('link', { name: 'Profile' }).focus();
  await page.keyboard.press('Enter');
  await title('Profile').waitFor();
  await page.getByRole('textbox', { name: /^Goals/ }).focus();
  await page.keyboard.press('Tab');
  expect(
    await page.getByRole('textbox', { name: /^Food you avoid/ }).evaluate((field) => field.matches(':focus')),
  ).toBe(true);
  expect(complaints).toEqual([]);
});

test('fills in the form of a client who is signed in, and books the same again into the account', async () => {
  const { url } = stage.server;
  const { page, widget, complaints } = await stage.visit({ url: `${url}/me` });
  await page.getByLabel('E-mail').fill(demoEmailOf('ana'));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'My sessions' }).waitFor();
  const sessions = page.locator('[data-booking]');
  await sessions.first().waitFor();
  const before = await sessions.count();
  await page.goto(`${url}/book`);
  await page.getByText('Signed in as').waitFor();
  await page.getByRole('link', { name: `Book again ${strength}` }).waitFor();
  await page.goto(`${url}/book/coach-a`);
  await page.getByRole('button', { name: `Book again ${strength}` }).click();
  await widget.chooseFirstSlot();
  expect(await widget.root.getByLabel('E-mail').inputValue()).toBe(demoEmailOf('ana'));
  await widget.bookButton.click();
  await widget.heading('You are booked').waitFor();
  expect(await widget.root.getByRole('link', { name: /your sessions in one place/ }).count()).toBe(0);
  await page.goto(`${url}/me`);
  await expect.poll(() => sessions.count(), { timeout: 20_000 }).toBe(before + 1);
  // In the page of a third party there is nothing of the account, though the browser is the same.
  const frame = page.frameLocator('iframe');
  await page.route('**/framing', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${url}/book/coach-a" height="900"></iframe>` }),
  );
  await page.goto(`${url}/framing`);
  const framed = new Widget(page, frame.locator('coach-booking'));
  await framed.service(strength).waitFor();
  expect(await frame.getByText('Signed in as').count()).toBe(0);
  await page.goto(`${url}/book/coach-a`);
  await page.getByRole('button', { name: 'Not you? Sign out' }).click();
  await page.getByText('Signed in as').waitFor({ state: 'detached' });
  await widget.service(strength).click();
  await widget.chooseFirstSlot();
  expect(await widget.root.getByLabel('E-mail').inputValue()).toBe('');
  expect(complaints).toEqual([]);
});

test('R41 books whoever is free first: two visitors of one time get a coach each, who is named', async () => {
  const { url } = stage.server;
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  const { body } = await ask(url, 'GET', `/v1/team/slots?service=first-call&from=${day(1)}&to=${day(29)}`);
  const { start } = (body.data.slots as { start: string; coachIds: string[] }[]).find(
    ({ coachIds }) => coachIds.length === 2,
  )!;
  const book = async (name: string) => {
    const { page, widget } = await stage.visit({ url: `${url}/book?key=pk_test_demo` });
    await page.getByRole('link', { name: /Whoever is free first/ }).click();
    await widget.service('First call').click();
    await widget.chooseSlot(start);
    await widget.fillDetails(name, `${name.replace(' ', '.')}@example.com`);
    await widget.bookButton.click();
    await widget.heading('You are booked').waitFor();
    const named = await widget.root.getByText(/Coach [AB]/).allInnerTexts();
    return named.join();
  };
  const [one, two] = await Promise.all([book('Team One'), book('Team Two')]);
  const both = `${one} ${two}`;
  expect([both.includes('Coach A'), both.includes('Coach B')]).toEqual([true, true]);
  const coachOf = async (name: string) => (await bookingOf('coach-a', name)).length;
  expect((await coachOf('Team One')) + (await coachOf('Team Two'))).toBe(1);
});
