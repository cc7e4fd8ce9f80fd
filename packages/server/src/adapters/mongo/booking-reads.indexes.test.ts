import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BookingListQuery } from '../../application/ports/booking-reads.ts';
import { aBooking, anId, at, day, scope } from '../../application/ports/testing/fixtures.ts';
import { pageOf } from './booking-reads.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

/** On the embedded store alone: not every MongoDB has `explain`. */
describe('a list of a coach with many bookings', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  const [coachId, staffId, attendeeId] = [anId(), anId(), anId()];
  beforeAll(async () => {
    const { bookings } = store.stores;
    const timed = (start: number, given = {}) =>
      bookings.insert(aBooking({ coachId, time: { start, end: start + 1, local: { date: day, hour: 0, weekday: 1 } }, ...given }));
    await Promise.all(Array.from({ length: 100 }, (_, i) => timed(at(i))));
    await Promise.all(Array.from({ length: 100 }, () => bookings.insert(aBooking())));
    for (let i = 0; i < 3; i++) await timed(at(i), { staffId });
    for (let i = 0; i < 4; i++) await timed(at(i), { attendee: { kind: 'lead', id: attendeeId, contactId: anId() } });
    const { time: _time, ...timeless } = aBooking({ coachId });
    await bookings.insert(timeless);
  });

  it.each<[string, number, Partial<BookingListQuery>]>([
    ['a range', 11, { from: at(50), to: at(60), limit: 100 }],
    ['the first page', 10, { limit: 10 }],
    ['a later page', 12, { limit: 10, after: { at: at(50), id: anId() } }],
    ['the last page backwards', 12, { limit: 10, order: 'desc', after: { at: at(50), id: anId() } }],
    ['a member of the team', 3, { staffId }],
    ['an attendee', 4, { attendeeIds: [attendeeId] }],
    ['those without a time', 1, { timeless: true }],
  ])('looks at no more bookings than it must for %s', async (_, atMost, given) => {
    const model = store.connection.models['Booking']!;
    const query: BookingListQuery = { ...scope, coachId, order: 'asc', limit: 50, ...given };
    const page = pageOf(model as Parameters<typeof pageOf>[0], query);
    const plan = (await page.explain('executionStats')) as unknown as { executionStats: { totalDocsExamined: number } };
    expect((await store.stores.bookings.list(query)).bookings.length).toBeGreaterThan(0);
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(atMost);
  });
});
