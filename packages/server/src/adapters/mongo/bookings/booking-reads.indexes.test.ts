import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import type { BookingListQuery, FeedQuery } from '../../../application/ports/booking-reads.ts';
import { aBooking, anId, at, day, now, scope } from '../../../../test/stores/fixtures.ts';
import { MAX_COUNTED } from '../../../application/kernel/counts.ts';
import { present } from '../../../application/kernel/present.ts';
import { feedOf, pageOf, scansOf } from './booking-reads.ts';
import { rowOfBooking } from './booking-rows.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

interface Plan {
  readonly executionStats: { readonly totalDocsExamined: number };
}

/** On the embedded store alone: not every MongoDB has `explain`. */
describe('a list of a coach with many bookings', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  const [coachId, staffId, attendeeId] = [anId(), anId(), anId()];
  beforeAll(async () => {
    const { bookings } = store.stores;
    const timed = (start: Instant, given = {}) =>
      bookings.insert(
        aBooking({
          coachId,
          time: { start, end: plus(start, 1), local: { date: day, hour: 0, weekday: 1 } },
          ...given,
        }),
      );
    await Promise.all(Array.from({ length: 100 }, (_, i) => timed(at(i))));
    await Promise.all(Array.from({ length: 100 }, () => bookings.insert(aBooking())));
    for (let i = 0; i < 3; i++) await timed(at(i), { staffId });
    for (let i = 0; i < 4; i++) await timed(at(i), { attendee: { kind: 'lead', id: attendeeId, contactId: anId() } });
    for (const hour of [20, 70]) await timed(at(hour), { status: 'pending' });
    const { time: _time, ...timeless } = aBooking({ coachId });
    await bookings.insert(timeless);
  });

  it.each<[string, number, { [K in keyof BookingListQuery]?: BookingListQuery[K] | undefined }]>([
    ['a range', 11, { from: at(50), to: at(60), limit: 100 }],
    ['the first page', 10, { limit: 10 }],
    ['a later page', 12, { limit: 10, after: { at: at(50), id: anId() } }],
    ['the last page backwards', 12, { limit: 10, order: 'desc', after: { at: at(50), id: anId() } }],
    ['a member of the team', 3, { staffId }],
    ['an attendee', 4, { attendeeIds: [attendeeId] }],
    ['those without a time', 1, { timeless: true }],
    ['S5 the few of one status', 2, { statuses: ['pending'] }],
    ['S5 the few of one status, of all coaches', 2, { statuses: ['pending'], coachId: undefined }],
    [
      'S5 the few of one status, backwards from a position',
      1,
      { statuses: ['pending'], order: 'desc', after: { at: at(60), id: anId() } },
    ],
  ])('examines no more bookings than it must for %s', async (_, atMost, given) => {
    const model = store.connection.models['Booking']!;
    const query = present({ ...scope, coachId, now, order: 'asc', limit: 50, ...given }) as BookingListQuery;
    const page = pageOf(model as Parameters<typeof pageOf>[0], query, scansOf(query.statuses)[0]);
    const plan = (await page.explain('executionStats')) as unknown as Plan;
    expect((await store.stores.bookings.list(query)).bookings.length).toBeGreaterThan(0);
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(atMost);
  });

  it.each<[string, number, Pick<FeedQuery, 'coachId' | 'staffId' | 'attendeeIds'>]>([
    ['a coach', 40, { coachId }],
    ['a member of the team', 2, { coachId, staffId }],
    ['a client', 3, { attendeeIds: [attendeeId, anId()] }],
  ])('examines no more bookings than it must for the feed of %s', async (_, atMost, given) => {
    const model = store.connection.models['Booking'] as Parameters<typeof feedOf>[0];
    const query = { ...scope, from: at(1), to: at(31), withPlace: true, limit: 100, ...given };
    const plan = (await feedOf(model, query).explain('executionStats')) as unknown as Plan;
    expect((await store.stores.bookings.forFeed(query)).length).toBeGreaterThan(0);
    expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(atMost);
  });

  it('S5 joins the pages of several statuses in one order, forwards and backwards, and counts them', async () => {
    const { bookings } = store.stores;
    const all = { ...scope, coachId, statuses: ['pending' as const, aBooking().status], limit: 15 };
    const startsOf = async (query: Partial<BookingListQuery>) => {
      const page = await bookings.list({ order: 'asc', now, ...all, ...query });
      return { starts: page.bookings.map(({ time }) => time!.start), total: page.total };
    };
    const forwards = await startsOf({ from: at(15), to: at(30) });
    const backwards = await startsOf({ from: at(15), to: at(30), order: 'desc' });
    expect(forwards.starts).toEqual(forwards.starts.toSorted((a, b) => a - b));
    expect([forwards.total, forwards.starts.includes(at(20))]).toEqual([16, true]);
    expect(backwards.starts).toEqual(backwards.starts.toSorted((a, b) => b - a));
  });

  it('S5 counts a list as far as a thousand', async () => {
    const many = anId();
    const row = (start: Instant) =>
      rowOfBooking(
        aBooking({ coachId: many, time: { start, end: plus(start, 1), local: { date: day, hour: 0, weekday: 1 } } }),
      );
    const rows = Array.from({ length: MAX_COUNTED }, (_, i) => row(plus(at(0), i)));
    await store.connection.models['Booking']!.collection.insertMany(rows as never[]);
    const list = () => store.stores.bookings.list({ ...scope, coachId: many, now, order: 'asc', limit: 1 });
    expect(await list()).toMatchObject({ total: MAX_COUNTED });
    expect(await list()).not.toHaveProperty('isCapped');
    await store.connection.models['Booking']!.collection.insertOne(row(at(1)) as never);
    expect(await list()).toMatchObject({ total: MAX_COUNTED, isCapped: true });
  });
});
