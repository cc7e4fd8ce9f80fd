import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Bookings } from '../../src/application/ports/bookings.ts';
import type { Booking } from '../../src/domain/booking/booking.ts';
import { aBooking, anId, at, now } from './fixtures.ts';

const expiresAt = plus(now, 30 * MINUTE);

/** The tests on bookings that guests have yet to confirm by mail, which every implementation of the port passes. */
export function unprovenSuite(open: () => Bookings): void {
  const inserted = async (given: Partial<Booking> = {}): Promise<Booking> => {
    const booking = aBooking({ partnerId: anId(), status: 'pending', unproven: true, expiresAt, ...given });
    await open().insert(booking);
    return booking;
  };
  /** Returns the number of times that each list, sum and count for the coach side contains the booking. */
  const seen = async ({ id, partnerId, mode, coachId, attendee }: Booking) => {
    const scope = { partnerId, mode };
    const page = { ...scope, now, order: 'asc', limit: 10 } as const;
    const of = { ...scope, coachId };
    const range = { from: at(0), to: at(24) };
    const lists = [
      { ...page, coachId, timeless: 'also' },
      { ...page, timeless: true },
      { ...page, coachId, statuses: ['pending', 'cancelled'] },
      page,
    ] as const;
    const pages = await Promise.all(lists.map((query) => open().list(query)));
    const { groups } = await open().tally({ ...of, ...range, before: at(-24), now });
    return [
      ...pages.flatMap(({ bookings, total = 0 }) => [bookings.length, total]),
      (await open().between({ ...of, ...range })).length,
      (await open().ofAttendees({ ...of, attendeeIds: [attendee.id] })).length,
      (await open().byIds(scope, [id])).length,
      groups.reduce((sum, { count }) => sum + count, 0),
    ];
  };

  describe('R14 what a guest has yet to confirm by mail', () => {
    it.each([
      ['with a time', {}],
      ['with a place alone', { time: undefined }],
    ])('finds a request %s by its id and its person, and in no list or sum', async (_, given) => {
      const { time, ...rest } = aBooking({ partnerId: anId(), status: 'pending', unproven: true, expiresAt });
      const booking: Booking = 'time' in given ? rest : { ...rest, ...(time && { time }) };
      await open().insert(booking);
      const { id, partnerId, mode, attendee } = booking;
      const scope = { partnerId, mode };
      expect(await open().find(id)).toEqual(booking);
      expect(await open().ofAttendee(scope, attendee.id)).toEqual([booking]);
      expect(await open().countAhead({ ...scope, attendeeId: attendee.id, now, limit: 3 })).toBe(1);
      expect(new Set(await seen(booking))).toEqual(new Set([0]));
    });

    it('expires an unproven request at its own instant, without an event when that is recorded', async () => {
      const booking = await inserted();
      const { id, partnerId, mode, outbox } = booking;
      const scope = { partnerId, mode };
      expect(await open().expired(plus(expiresAt, -1), 5, scope)).toEqual([]);
      expect(await open().expired(expiresAt, 5, scope)).toEqual([booking]);
      const history = { type: 'cancelled', at: now, by: 'system', from: 'pending', to: 'cancelled' } as const;
      const set = { status: 'cancelled', claims: [], expiresAt: undefined } as const;
      const release = { refs: booking.claims, realNow: now };
      const expired = await open().change(booking, booking.version, { set, release, history });
      expect(expired).toMatchObject({ id, status: 'cancelled', unproven: true, time: booking.time, outbox });
      expect(expired).not.toHaveProperty('expiresAt');
      expect(await open().expired(expiresAt, 5, scope)).toEqual([]);
      expect(new Set(await seen(booking))).toEqual(new Set([0]));
      await open().clearReleasing(
        id,
        booking.claims.map((claim) => claim.id),
      );
      expect(await open().find(id)).toMatchObject({ releasing: [], releasingAt: null });
    });

    it('treats a booking like any other once it is proven', async () => {
      const booking = await inserted();
      const { time, version } = booking;
      const change = {
        set: { status: 'confirmed', unproven: undefined, expiresAt: undefined, time: time! },
        history: { type: 'proven', at: now, by: 'attendee', from: 'pending', to: 'confirmed', version: 2 },
        event: { id: anId(), type: 'booking.created', at: now, data: { status: 'confirmed', by: 'attendee' } },
      } as const;
      const proven = await open().change(booking, version, change);
      expect(proven).toMatchObject({ status: 'confirmed', time, version: version + 1 });
      expect(proven).not.toHaveProperty('unproven');
      expect(proven).not.toHaveProperty('expiresAt');
      expect(await open().find(booking.id)).toEqual(proven);
      expect(await open().change(booking, version, change)).toBeNull();
      expect(await open().expired(expiresAt, 5, booking)).toEqual([]);
      expect((await seen(booking)).filter((count) => count === 0)).toEqual([0, 0, 0, 0]);
    });

    it('drains the events of an unproven request, which loses to a raised version', async () => {
      const booking = await inserted();
      const { id, partnerId, mode, outbox, version } = booking;
      expect(await open().undrained(5, { partnerId, mode })).toEqual([booking]);
      await open().drop(
        id,
        outbox.map((event) => event.id),
      );
      expect(await open().undrained(5, { partnerId, mode })).toEqual([]);
      expect(await open().bump(id, version)).toBe(true);
      expect(await open().bump(id, version)).toBe(false);
    });
  });
}
