import { expect, test } from 'vitest';
import { ana, givenWeek } from '../../test/flows/given-calendar-flow.ts';
import { offline, refusal } from '../../test/flows/world.ts';
import { exampleOf } from '../testing/fixtures.ts';

const booking = exampleOf('getBooking');

test('reads a booking of any time for a link, and stores nothing of it', async () => {
  const world = await givenWeek();
  const before = world.state();
  const found: unknown[] = [];
  world.flow.findBooking(ana.id, (one) => found.push(one.start));
  expect(world.last('getBooking').input).toEqual({ id: ana.id });
  await world.last('getBooking').answer({ ...booking, coachId: before.coach!.id });
  expect(found).toEqual([booking.start]);
  expect(world.state()).toBe(before);
});

test.each([
  ['another coach', undefined, 'stale'],
  ['nobody any more', refusal('BOOKING_NOT_FOUND'), 'stale'],
  ['a lost network', offline, 'offline'],
] as const)('names as a problem that a booking is not found: %s', async (_, error, kind) => {
  const world = await givenWeek();
  const found: unknown[] = [];
  world.flow.findBooking(ana.id, (one) => found.push(one.id));
  if (error) await world.last('getBooking').fail(error);
  else await world.last('getBooking').answer({ ...booking, coachId: 'f'.repeat(24) });
  expect(found).toEqual([]);
  expect(world.state().problem).toMatchObject({ kind, intent: 'findBooking' });
});

test('passes a booking on that a retry has found', async () => {
  const world = await givenWeek();
  const found: unknown[] = [];
  world.flow.findBooking(ana.id, (one) => found.push(one.id));
  await world.last('getBooking').fail(offline);
  world.flow.retry();
  await world.last('getBooking').answer({ ...booking, coachId: world.state().coach!.id });
  expect(found).toEqual([booking.id]);
});

test('finds a person by id among those who have booked, by the latest booking', async () => {
  const world = await givenWeek();
  const [found] = exampleOf('listCoachBookings') as unknown as [{ attendee: { id: string; name: string } }];
  const asked: unknown[] = [];
  const page = { items: [found], nextCursor: null };
  Object.assign(world.client, { listCoachBookings: async (input: object) => (asked.push(input), page) });
  const { id, name } = found.attendee;
  expect(await world.flow.findPerson(id)).toMatchObject({ id, name });
  expect(asked).toEqual([{ coach: 'coach-a', attendeeId: id, order: 'desc', limit: 1 }]);
  page.items = [];
  expect(await world.flow.findPerson(id)).toBeNull();
});
