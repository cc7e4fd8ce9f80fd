import { beforeAll, describe, expect, it } from 'vitest';
import type { Booking } from '../../src/domain/booking/booking.ts';
import { foldStats } from '../../src/domain/stats/fold.ts';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { listed } from '../application/listed.ts';
import type { BookingListQuery } from '../../src/application/ports/booking-reads.ts';
import type { Bookings } from '../../src/application/ports/bookings.ts';
import { aBooking, anId, at, day, now, scope } from './fixtures.ts';

const timeAt = (start: Instant): NonNullable<Booking['time']> => ({
  start,
  end: plus(start, HOUR),
  local: { date: day, hour: 9, weekday: 1 },
});

/** The tests that every implementation of the port passes. */
export function bookingReadsSuite(open: () => Bookings): void {
  const inserted = async (coachId: string, start: number | null, given: Partial<Booking> = {}): Promise<Booking> => {
    const booking = aBooking({ coachId, ...given });
    const { time: _time, ...timeless } = booking;
    const stored = start === null ? timeless : { ...booking, time: timeAt(instant(start)) };
    await open().insert(stored);
    return stored;
  };
  const list = (coachId: string, given: Partial<BookingListQuery> = {}) =>
    open().list({ ...scope, coachId, now, order: 'asc', limit: 100, ...given });
  const idsOf = async (coachId: string, given: Partial<BookingListQuery> = {}) =>
    (await list(coachId, given)).bookings.map(({ id }) => id);

  it('exports bookings of some leads and clients by coach and start, however many', async () => {
    const [clientId, leadId] = [anId(), anId()];
    const [coach, other] = [anId(), anId()].sort() as [string, string];
    const attendees = [
      { kind: 'client', id: clientId } as const,
      { kind: 'lead', id: leadId, contactId: 'c' } as const,
    ];
    const elsewhere = await inserted(other, at(0), { attendee: attendees[1]! });
    const timed: Booking[] = [];
    for (let hour = 120; hour > 0; hour--)
      timed.unshift(await inserted(coach, at(hour), { attendee: attendees[hour % 2]! }));
    const timeless = await inserted(coach, null, { attendee: attendees[0]! });
    await inserted(coach, at(1));
    expect(await listed(open().allOf(scope, [clientId, leadId]))).toEqual([timeless, ...timed, elsewhere]);
    expect(await listed(open().allOf({ ...scope, mode: 'live' }, [clientId, leadId]))).toEqual([]);
  });

  describe('a list of bookings', () => {
    it('lists bookings of one coach, partner and mode, by start and then id, whole and counted', async () => {
      const coach = anId();
      const [late, first, same] = [
        await inserted(coach, at(12)),
        await inserted(coach, at(8)),
        await inserted(coach, at(8)),
      ];
      for (const other of [{ partnerId: anId() }, { mode: 'live' as const }]) await inserted(coach, at(9), other);
      await inserted(anId(), at(9));
      await open().insertVoid(scope, anId(), now);
      expect(await list(coach)).toEqual({ bookings: [first, same, late], total: 3 });
      expect(await idsOf(coach, { order: 'desc' })).toEqual([late, same, first].map(({ id }) => id));
    });

    it('lists what starts at or after one instant and before another, each alone too', async () => {
      const coach = anId();
      const [a, b, c] = [await inserted(coach, at(8)), await inserted(coach, at(9)), await inserted(coach, at(10))];
      expect(await idsOf(coach, { from: at(9) })).toEqual([b.id, c.id]);
      expect(await idsOf(coach, { to: at(9) })).toEqual([a.id]);
      expect(await idsOf(coach, { from: at(8), to: at(10) })).toEqual([a.id, b.id]);
      expect(await idsOf(coach, { from: plus(at(8), 1), to: at(9) })).toEqual([]);
    });

    it('lists bookings of some statuses, of a member of the team, and of an attendee', async () => {
      const [coach, staffId, attendeeId] = [anId(), anId(), anId()];
      const staffed = await inserted(coach, at(8), { staffId, status: 'pending' });
      const ofBen = await inserted(coach, at(9), {
        attendee: { kind: 'lead', id: attendeeId, contactId: anId() },
        status: 'completed',
      });
      const both = await inserted(coach, at(10), {
        staffId,
        attendee: { kind: 'lead', id: attendeeId, contactId: anId() },
      });
      expect(await idsOf(coach, { statuses: ['pending', 'completed'] })).toEqual([staffed.id, ofBen.id]);
      expect(await idsOf(coach, { staffId })).toEqual([staffed.id, both.id]);
      expect(await idsOf(coach, { attendeeIds: [attendeeId] })).toEqual([ofBen.id, both.id]);
      expect(
        await list(coach, { attendeeIds: [attendeeId], staffId, statuses: ['confirmed'], from: at(9), to: at(11) }),
      ).toEqual({
        bookings: [both],
        total: 1,
      });
      expect(await list(anId(), { attendeeIds: [attendeeId], staffId })).toEqual({ bookings: [], total: 0 });
    });

    it('lists bookings without a time by creation, alone and in no other list', async () => {
      const coach = anId();
      const later = await inserted(coach, null, { createdAt: plus(now, 2), placeNumber: 1 });
      const sooner = await inserted(coach, null, { createdAt: plus(now, 1), placeNumber: 2, status: 'cancelled' });
      const timed = await inserted(coach, at(9));
      expect(await list(coach, { timeless: true })).toEqual({ bookings: [sooner, later], total: 2 });
      expect(await idsOf(coach, { timeless: true, order: 'desc' })).toEqual([later.id, sooner.id]);
      expect(await idsOf(coach, { timeless: true, after: { at: plus(now, 1), id: sooner.id } })).toEqual([later.id]);
      expect(await idsOf(coach, { timeless: true, statuses: ['cancelled'] })).toEqual([sooner.id]);
      expect(await idsOf(coach)).toEqual([timed.id]);
    });

    it('R25 lists expired pending ones among the cancelled, by the clock that is asked with', async () => {
      const coach = anId();
      const [late, ahead] = [
        await inserted(coach, at(9), { status: 'pending' }),
        await inserted(coach, at(10), { status: 'pending' }),
      ];
      const called = await inserted(coach, at(8), { status: 'cancelled' });
      const [old, young] = [
        await inserted(coach, null, { status: 'pending', createdAt: minus(at(9), 14 * DAY) }),
        await inserted(coach, null, { status: 'pending', createdAt: plus(at(9), -14 * DAY + 1) }),
      ];
      const of = (given: Partial<BookingListQuery>) => idsOf(coach, { now: at(9), ...given });
      expect(await of({ statuses: ['pending'] })).toEqual([ahead.id]);
      expect(await of({ statuses: ['cancelled'] })).toEqual([called.id, late.id]);
      expect(await of({ statuses: ['cancelled', 'pending'], order: 'desc' })).toEqual([ahead.id, late.id, called.id]);
      expect(await list(coach, { now: at(9), statuses: ['cancelled'], limit: 1 })).toMatchObject({ total: 2 });
      expect(await of({ statuses: ['pending'], timeless: true })).toEqual([young.id]);
      expect(await of({ statuses: ['cancelled'], timeless: true })).toEqual([old.id]);
    });

    it.each(['asc', 'desc'] as const)(
      'api 4 begins a list of both in order %s with those without a time, page by page, and counts all',
      async (order) => {
        const coach = anId();
        const places: string[] = [];
        for (const created of [1, 2, 3])
          places.push((await inserted(coach, null, { createdAt: plus(now, created) })).id);
        const timed: string[] = [];
        for (const start of [8, 9, 10]) timed.push((await inserted(coach, at(start))).id);
        const seen: string[] = [];
        let after: BookingListQuery['after'];
        for (let page = 0; page < 3; page++) {
          const { bookings, total } = await list(coach, { order, timeless: 'also', limit: 2, ...(after && { after }) });
          expect(total).toBe(6);
          seen.push(...bookings.map(({ id }) => id));
          const { time, id, createdAt } = bookings.at(-1)!;
          after = time ? { at: time.start, id } : { at: createdAt, id, timeless: true };
        }
        const turned = (ids: string[]) => (order === 'asc' ? ids : ids.toReversed());
        expect(seen).toEqual([...turned(places), ...turned(timed)]);
        expect(await idsOf(coach, { timeless: 'also', attendeeIds: [anId()] })).toEqual([]);
      },
    );

    it('lists those bookings alone that have ended', async () => {
      const coach = anId();
      const [over, running] = [await inserted(coach, at(8)), await inserted(coach, at(9))];
      await inserted(coach, at(10));
      await inserted(coach, null);
      expect(await idsOf(coach, { ended: true, now: minus(at(10), 1) })).toEqual([over.id]);
      expect(await idsOf(coach, { ended: true, now: at(10), order: 'desc' })).toEqual([running.id, over.id]);
      expect(await idsOf(coach, { ended: true, now: at(10), to: at(9) })).toEqual([over.id]);
      expect(await list(coach, { ended: true, now: at(10), limit: 1 })).toMatchObject({ total: 2 });
    });

    it.each(['asc', 'desc'] as const)(
      'lists in order %s page by page each booking once, though many start together',
      async (order) => {
        const coach = anId();
        for (const start of [8, 9, 9, 9, 9, 10, 11]) await inserted(coach, at(start));
        const seen: string[] = [];
        let after: BookingListQuery['after'];
        for (let page = 0; page < 5; page++) {
          const { bookings, total } = await list(coach, { order, limit: 2, ...(after && { after }) });
          expect(total).toBe(7);
          seen.push(...bookings.map(({ id }) => id));
          const last = bookings.at(-1);
          if (last) after = { at: last.time!.start, id: last.id };
        }
        expect(seen).toEqual(await idsOf(coach, { order }));
      },
    );
  });

  it('reads bookings of attendees with one coach whole, by creation, and none of others', async () => {
    const [coachId, ada, ben] = [anId(), anId(), anId()];
    const client = (id: string) => ({ kind: 'client', id }) as const;
    const later = await inserted(coachId, at(8), {
      attendee: client(ada),
      createdAt: plus(now, 2),
      status: 'cancelled',
      cancelledBy: 'attendee',
    });
    const place = await inserted(coachId, null, {
      attendee: client(ben),
      createdAt: plus(now, 1),
      placeNumber: 1,
      consent: true,
    });
    for (const other of [{ partnerId: anId() }, { mode: 'live' as const }])
      await inserted(coachId, at(9), { attendee: client(ada), ...other });
    await inserted(anId(), at(9), { attendee: client(ada) });
    await inserted(coachId, at(9));
    const found = await open().ofAttendees({ ...scope, coachId, attendeeIds: [ada, ben, anId()] });
    const attendeeBookingOf = ({ id, status, attendee, history, createdAt }: Booking) => ({
      id,
      coachId,
      status,
      attendee,
      history,
      createdAt,
    });
    expect(found).toEqual([
      { ...attendeeBookingOf(place), consent: true },
      { ...attendeeBookingOf(later), time: later.time, cancelledBy: 'attendee' },
    ]);
    expect(await open().ofAttendees({ ...scope, coachId, attendeeIds: [] })).toEqual([]);
  });

  it('counts what a person has ahead at all coaches, the active ones with a later start or none, up to a limit', async () => {
    const [ada, coachId] = [anId(), anId()];
    const client = (id: string) => ({ kind: 'client' as const, id });
    for (const status of ['pending', 'cancelled', 'completed', 'confirmed'] as const)
      await inserted(coachId, at(9), { attendee: client(ada), status });
    for (const hour of [7, 8]) await inserted(anId(), at(hour), { attendee: client(ada) });
    await inserted(anId(), null, { attendee: client(ada) });
    await inserted(coachId, at(9));
    await inserted(coachId, at(9), { attendee: client(ada), mode: 'live' });
    const ahead = (limit: number) => open().countAhead({ ...scope, attendeeId: ada, now: at(8), limit });
    expect([await ahead(10), await ahead(2)]).toEqual([3, 2]);
  });

  describe('for a calendar feed', () => {
    const [coachId, staffId, ada] = [anId(), anId(), anId()];
    const client = (id: string) => ({ kind: 'client', id }) as const;
    const place = { name: 'Pier 3', address: '1 Dock Street, Boston' };
    const feed = async (whose: object, more: object = {}) =>
      (await open().forFeed({ ...scope, ...whose, from: at(5), to: at(50), withPlace: false, limit: 10, ...more })).map(
        ({ id }) => id,
      );
    let late: Booking, early: Booking, elsewhere: Booking;
    beforeAll(async () => {
      const video = { provider: 'fixed', url: 'https://meet.example/room' } as const;
      late = await inserted(coachId, at(20), { place, video, staffId, status: 'cancelled', cancelledAt: at(3) });
      early = await inserted(coachId, at(5), { attendee: client(ada) });
      elsewhere = await inserted(anId(), at(10), { attendee: client(ada) });
      await inserted(coachId, at(50));
      await inserted(coachId, at(4));
      await inserted(coachId, null);
      await inserted(coachId, at(10), { unproven: true, status: 'pending', expiresAt: at(9) });
      await inserted(coachId, at(10), { mode: 'live' });
    });

    it('lists bookings with a time in the range, by start, of all statuses', async () => {
      expect(await feed({ coachId })).toEqual([early.id, late.id]);
      expect(await feed({ coachId }, { limit: 1 })).toEqual([early.id]);
    });
    it('lists bookings of a member of the team', async () =>
      expect(await feed({ coachId, staffId })).toEqual([late.id]));
    it('lists bookings of a client with all coaches', async () =>
      expect(await feed({ attendeeIds: [ada, anId()] })).toEqual([early.id, elsewhere.id]));
    it('returns what a calendar shows, and the place where it is asked for', async () => {
      const query = { ...scope, coachId, from: at(5), to: at(50), limit: 10 };
      const [, found] = await open().forFeed({ ...query, withPlace: false });
      const [, placed] = await open().forFeed({ ...query, withPlace: true });
      const { id, serviceTitle, status, time, attendee, cancelledAt, createdAt, history } = late;
      expect(found).toEqual({
        ...{ id, coachId, serviceTitle, status, time, attendee, staffId, cancelledAt, createdAt, hasVideo: true },
        history: history.map(({ type, at: when, from, to }) => ({ type, at: when, to, ...(from && { from }) })),
      });
      expect(placed).toEqual({ ...found, place });
    });
  });

  it('R11 R25 finds expired requests of live mode, with a time or without one', async () => {
    // Long before all other bookings of live mode that tests store.
    const long = instant(Date.UTC(1999, 0, 1));
    const live = { mode: 'live', status: 'pending' } as const;
    const late = await inserted(anId(), long, live);
    const old = await inserted(anId(), null, { ...live, createdAt: minus(long, 14 * DAY) });
    await inserted(anId(), long + 1, live);
    await inserted(anId(), null, { ...live, createdAt: plus(long, -14 * DAY + 1) });
    await inserted(anId(), long, { ...live, mode: 'test' });
    await inserted(anId(), long, { ...live, status: 'confirmed' });
    const ids = (await open().expired(long, 10)).map(({ id }) => id);
    expect(ids.sort()).toEqual([late.id, old.id].sort());
    expect(await open().expired(long, 1)).toHaveLength(1);
  });

  it('R11 finds expired requests of one partner’s tests, too', async () => {
    const tests = { partnerId: anId(), mode: 'test' } as const;
    const late = await inserted(anId(), at(9), { ...tests, status: 'pending' });
    await inserted(anId(), at(10), { ...tests, status: 'pending' });
    await inserted(anId(), at(9), { ...tests, status: 'confirmed' });
    expect((await open().expired(at(9), 10, tests)).map(({ id }) => id)).toEqual([late.id]);
  });

  it('lists bookings of any of several attendees, in one order', async () => {
    const [coachId, client, lead] = [anId(), anId(), anId()];
    const asGuest = await inserted(coachId, at(8), { attendee: { kind: 'lead', id: lead, contactId: anId() } });
    const own = await inserted(coachId, at(9), { attendee: { kind: 'client', id: client, adopted: true } });
    await inserted(coachId, at(9), { attendee: { kind: 'client', id: anId() } });
    expect(await idsOf(coachId, { attendeeIds: [client, lead] })).toEqual([asGuest.id, own.id]);
    expect((await list(coachId, { attendeeIds: [client, lead], order: 'desc' })).bookings).toEqual([own, asGuest]);
    expect(await idsOf(coachId, { attendeeIds: [] })).toEqual([]);
  });

  describe('a tally', () => {
    const tally = (coachId: string) =>
      open().tally({ ...scope, coachId, before: at(0), from: at(24), to: at(48), now: at(30) });

    it('sums a period by what is alike, and counts the period before', async () => {
      const coach = anId();
      const price = { amount: 4500, currency: 'EUR' };
      for (const hours of [24, 29, 30]) await inserted(coach, at(hours), { price, createdAt: minus(at(hours), DAY) });
      await inserted(coach, at(31), {
        price: { amount: 1, currency: 'USD' },
        discount: { list: 251, discount: 250, code: 'CDFHJKMN' },
        createdAt: minus(at(31), HOUR),
        status: 'cancelled',
      });
      for (const hours of [0, 23.999]) await inserted(coach, at(hours));
      const { groups, before } = await tally(coach);
      expect(before).toBe(2);
      const kept = { locationKind: 'online', duration: 60, weekday: 1, hour: 9 } as const;
      const sums = groups.reduce(
        (all, { count, amount, ahead }) => [all[0]! + count, all[1]! + amount, all[2]! + ahead],
        [0, 0, 0],
      );
      expect(sums).toEqual([4, 13_501, 3 * DAY + HOUR]);
      expect(groups).toContainEqual({
        ...kept,
        status: 'cancelled',
        isExpired: false,
        currency: 'USD',
        isAhead: true,
        count: 1,
        amount: 1,
        discount: 250,
        ahead: HOUR,
      });
      expect(foldStats({ groups, before }, 1, 'EUR').summary).toMatchObject({ total: 4, cancelled: 1, upcoming: 0 });
    });

    it('R25 counts requests that expired as such, recorded or not', async () => {
      const coach = anId();
      for (const hours of [29, 30, 31]) await inserted(coach, at(hours), { status: 'pending' });
      await inserted(coach, at(26), { status: 'cancelled', cancelledBy: 'system', isExpired: true });
      await inserted(coach, at(26), { status: 'cancelled', cancelledBy: 'coach' });
      const { summary } = foldStats(await tally(coach), 1, 'EUR');
      expect(summary).toMatchObject({ total: 5, expired: 3, cancelled: 1, upcoming: 1 });
    });

    it('leaves out other coaches, partners and modes, bookings without a time, and voids', async () => {
      const coach = anId();
      await inserted(anId(), at(25));
      for (const other of [{ partnerId: anId() }, { mode: 'live' as const }]) await inserted(coach, at(25), other);
      await inserted(coach, null);
      await inserted(coach, at(48));
      await open().insertVoid(scope, anId(), now);
      expect(await tally(coach)).toEqual({ groups: [], before: 0 });
    });
  });
}
