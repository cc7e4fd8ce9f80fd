import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/api.ts';
import { CalendarPage } from '../support/calendar-page.ts';
import { openStage, type Stage, type Visit } from '../support/journey.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const [HOUR, DAY] = [3_600_000, 86_400_000];
const instant = (ms: number) => new Date(ms).toISOString().replace(/\.\d+/, '');

const open = async (name: string): Promise<Visit & { calendar: CalendarPage }> => {
  const visit = await stage.visit({
    url: `${stage.server.url}/desk/calendar`,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const calendar = new CalendarPage(visit.page);
  await calendar.signIn(name);
  return { ...visit, calendar };
};

interface FreeSlot {
  readonly start: string;
}

/** The free starts of a coach's first service on some days, as a visitor at that moment sees them. */
const freeSlots = async (coach: string, from: string, to: string, at = Date.now()): Promise<readonly FreeSlot[]> => {
  const path = `/v1/coaches/${coach}/slots?from=${from}&to=${to}`;
  return (await ask(stage.server.url, 'GET', path, undefined, { 'X-Test-Now': instant(at) })).body.data
    .slots as FreeSlot[];
};

/** The first free start of a coach from which a booking can be moved by an hour. */
const movableSlot = async (coach: string): Promise<string> => {
  const now = Date.now();
  const free = (await freeSlots(coach, instant(now), instant(now + 14 * DAY))).map(({ start }) => start);
  return free.find((start) => free.includes(instant(Date.parse(start) + HOUR)))!;
};

/**
 * Books a session that has begun by now, on the last day on which the coach worked, made two weeks before. Returns its
 * plain date.
 */
const givenPastBooking = async (coach: string, name: string): Promise<string> => {
  const before = Date.now() - 14 * DAY;
  const free = await freeSlots(coach, instant(Date.now() - 5 * DAY), instant(Date.now() - 60_000), before);
  const { data } = (await ask(stage.server.url, 'GET', `/v1/coaches/${coach}`)).body;
  const start = free.at(-1)!.start;
  const body = {
    coachId: data.id,
    serviceId: (data.services as { id: string }[])[0]!.id,
    start,
    attendee: { name, email: 'p@example.com' },
  };
  const { status } = await ask(stage.server.url, 'POST', '/v1/bookings', body, { 'X-Test-Now': instant(before) });
  expect(status).toBe(201);
  return start.slice(0, 10);
};

/** Visitors of this coach ask from now on, in place of booking. */
const askFirst = async (coach: string): Promise<void> => {
  const { data } = (await ask(stage.server.url, 'GET', `/v1/coaches/${coach}/schedule`)).body;
  const { dateOverrides, version, conflicts, ...schedule } = data;
  void [dateOverrides, version, conflicts];
  await ask(stage.server.url, 'PUT', `/v1/coaches/${coach}/schedule`, { ...schedule, autoConfirm: false });
};

test('shows a widget’s booking in the open calendar, where it is confirmed, moved by keyboard, and undone', async () => {
  await askFirst('coach-a');
  const coach = await open('coach-a');
  const { calendar } = coach;
  const visitor = await stage.visit();
  const start = await movableSlot('coach-a');
  await visitor.widget.service('Strength session').click();
  await visitor.widget.chooseSlot(start);
  await visitor.widget.fillDetails('Ana Diaz', 'ana@example.com');
  await visitor.widget.bookButton.click();
  await visitor.widget
    .heading(/request|asked|sent/i)
    .or(visitor.widget.heading('You are booked'))
    .waitFor();
  await calendar.show('Day');
  await calendar.goTo(start.slice(0, 10));
  await calendar.booking('Ana Diaz', 'pending').click();
  await calendar.button('Confirm').click();
  await calendar.calendar.getByText('Booking confirmed.').waitFor();
  await coach.page.keyboard.press('Escape');
  const block = calendar.booking('Ana Diaz', 'confirmed');
  await block.waitFor();
  const before = await block.getAttribute('aria-label');
  await block.focus();
  for (const key of ['Alt+ArrowDown', 'ArrowDown', 'Enter']) await coach.page.keyboard.press(key);
  await calendar.calendar.getByText('Booking moved.').waitFor();
  // A move by the coach keeps the status (R19), and taking it back is a second move (R20).
  const label = () => calendar.booking('Ana Diaz', 'confirmed').getAttribute('aria-label');
  await expect.poll(label).not.toBe(before);
  await calendar.button('Undo').click();
  await calendar.calendar.getByText('Taken back.').waitFor();
  await expect.poll(label).toBe(before);
  expect([...coach.complaints, ...visitor.complaints]).toEqual([]);
});

test('completes a past session, takes it for a no-show, and undoes that', async () => {
  const date = await givenPastBooking('coach-c', 'Cleo Past');
  const { calendar, page, complaints } = await open('coach-c');
  await calendar.show('Day');
  await calendar.goTo(date);
  await calendar.booking('Cleo Past').click();
  await calendar.button('Complete').click();
  await calendar.calendar.getByText('Session completed.').waitFor();
  await page.keyboard.press('Escape');
  await calendar.booking('Cleo Past', 'completed').click();
  await calendar.button('No-show').click();
  await calendar.calendar.getByText('Marked as no-show.').waitFor();
  await page.keyboard.press('Escape');
  await calendar.booking('Cleo Past', 'no-show').waitFor();
  await calendar.button('Undo').click();
  await calendar.booking('Cleo Past', 'completed').waitFor();
  expect(complaints).toEqual([]);
});

test('takes the slots of a time off that the coach draws out of an open widget', async () => {
  const now = Date.now();
  const [first] = await freeSlots('coach-b', instant(now), instant(now + 14 * DAY));
  const date = first!.start.slice(0, 10);
  const visitor = await stage.visit({ url: `${stage.server.url}/book/coach-b` });
  const services = visitor.widget.root.getByRole('button').first();
  await services.click();
  await visitor.widget.untilSlots();
  const count = await visitor.widget.freeSlots().count();
  expect(count).toBeGreaterThan(0);
  const { calendar, page } = await open('coach-b');
  await calendar.show('Day');
  await calendar.goTo(date);
  await calendar.choose('Draw time off');
  const column = (await calendar.calendar.getByRole('gridcell').first().boundingBox())!;
  const x = column.x + column.width / 2;
  // The column begins above the part of it that is in view.
  const tools = (await calendar.calendar.getByRole('group', { name: 'Actions' }).boundingBox())!;
  const top = tools.y + tools.height + 80;
  await page.mouse.move(x, top);
  await page.mouse.down();
  await page.mouse.move(x, top + 180, { steps: 5 });
  // Outside of what is in view, letting go would put it back.
  await page.mouse.move(x, top + 580, { steps: 5 });
  await page.mouse.up();
  await calendar.button('Add time off').click();
  await calendar.calendar.getByText('Time off added.').waitFor();
  await expect.poll(() => visitor.widget.freeSlots().count()).toBeLessThan(count);
});

test('keeps changed hours at their wall-clock times before and after the clocks change', async () => {
  const { calendar, page } = await open('coach-a');
  await calendar.choose('Working hours');
  const monday = calendar.calendar.getByRole('group', { name: 'Monday' });
  await monday
    .getByLabel(/^Start/)
    .first()
    .fill('10:00');
  await calendar.button('Save working hours').click();
  await calendar.calendar.getByText('Working hours saved.').waitFor();
  await page.close();
  // In New York the clocks go forward on Sunday 14 March 2027.
  const at = Date.parse('2027-03-01T12:00:00Z');
  const starts = async (date: string) => (await freeSlots('coach-a', date, date, at))[0]!.start;
  expect(await starts('2027-03-08')).toBe('2027-03-08T15:00:00Z');
  expect(await starts('2027-03-15')).toBe('2027-03-15T14:00:00Z');
});

test('shows neither of two coaches in one browser what is the other’s', async () => {
  const date = await givenPastBooking('coach-b', 'Only Of-B');
  const a = await open('coach-a');
  const b = await open('coach-b');
  for (const { calendar } of [a, b]) {
    await calendar.show('Day');
    await calendar.goTo(date);
    await calendar.calendar.getByText('Up to date').waitFor();
  }
  await b.calendar.booking('Only Of-B').waitFor();
  expect(await a.calendar.booking('Only Of-B').count()).toBe(0);
  const token = await a.page.evaluate(() => JSON.stringify(Object.values(localStorage)).match(/eyJ[\w.-]+/)![0]);
  const bearer = { Authorization: `Bearer ${token}` };
  const [{ id }] = (await ask(stage.server.url, 'GET', `/v1/coaches/coach-b/bookings?limit=1`)).body
    .data as unknown as [{ id: string }];
  expect((await ask(stage.server.url, 'GET', `/v1/bookings/${id}`, undefined, bearer)).body.code).toBe(
    'BOOKING_NOT_FOUND',
  );
  expect((await ask(stage.server.url, 'GET', '/v1/coaches/coach-b/calendar/day', undefined, bearer)).body.code).toBe(
    'FORBIDDEN',
  );
});
