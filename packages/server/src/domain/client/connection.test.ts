import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';
import { connectionThrough, isConnected, reachedAt, withdrawn, type ConnectingBooking, type Connection } from './connection.ts';

/** A booking made at the first of these times, and where it went then. */
const booking = (steps: readonly (readonly [at: number, to: BookingStatus])[], by: Actor = 'attendee'): ConnectingBooking => ({
  createdAt: steps[0]![0],
  history: steps.map(([at, to], i) => ({ at, to, by: i === 0 ? by : 'coach' })),
});

describe('a booking connects', () => {
  it.each<[string, ConnectingBooking, number | null]>([
    ['made by a visitor and confirmed at once', booking([[5, 'confirmed']]), 5],
    ['made by the coach, which is scheduled', booking([[5, 'scheduled']], 'coach'), 5],
    [
      'from when the coach agrees',
      booking([
        [5, 'pending'],
        [8, 'confirmed'],
      ]),
      8,
    ],
    [
      'also when it is cancelled later',
      booking([
        [5, 'confirmed'],
        [9, 'cancelled'],
      ]),
      5,
    ],
    [
      'once, however often it is moved',
      booking([
        [5, 'confirmed'],
        [7, 'scheduled'],
        [8, 'confirmed'],
      ]),
      5,
    ],
    [
      'not while it is pending',
      booking([
        [5, 'pending'],
        [6, 'pending'],
      ]),
      null,
    ],
    [
      'not when it was cancelled before it was agreed',
      booking([
        [5, 'pending'],
        [6, 'cancelled'],
      ]),
      null,
    ],
  ])('%s', (_, given, since) => {
    expect(reachedAt(given)).toBe(since);
    expect(connectionThrough(given, null)).toEqual(since === null ? null : { since });
  });
});

describe('a connection', () => {
  const ended: Connection = { since: 5, withdrawnAt: 20 };

  it('ends when the client withdraws it, once', () => {
    expect(withdrawn({ since: 5 }, 20)).toEqual(ended);
    expect(isConnected(ended)).toBe(false);
    expect(withdrawn(ended, 30)).toBeNull();
    expect(withdrawn(null, 30)).toBeNull();
  });

  it('ends though the clock was moved back', () => expect(isConnected(withdrawn({ since: 50 }, 20))).toBe(false));

  it.each<[string, ConnectingBooking]>([
    ['the booking that made it', booking([[5, 'confirmed']])],
    [
      'an old booking that is agreed only now',
      booking([
        [15, 'pending'],
        [25, 'confirmed'],
      ]),
    ],
    [
      'an old booking that the coach moves',
      booking([
        [5, 'confirmed'],
        [25, 'scheduled'],
      ]),
    ],
    ['a booking that the coach makes', booking([[25, 'scheduled']], 'coach')],
    [
      "a booking that the partner's server makes",
      booking(
        [
          [25, 'scheduled'],
          [26, 'confirmed'],
        ],
        'partner',
      ),
    ],
    ['a new booking that is not agreed yet', booking([[25, 'pending']])],
  ])('does not come back by %s', (_, given) => expect(connectionThrough(given, ended)).toBeNull());

  it('comes back by a later booking of the client, from when that is agreed, and can be ended again', () => {
    const back = connectionThrough(
      booking([
        [25, 'pending'],
        [28, 'confirmed'],
      ]),
      ended,
    );
    expect(back).toEqual({ since: 28, withdrawnAt: 20 });
    expect(isConnected(back)).toBe(true);
    expect(withdrawn(back, 40)).toEqual({ since: 28, withdrawnAt: 40 });
  });

  it('is the same in whatever order the bookings are looked at, and however often', () => {
    const statuses: fc.Arbitrary<BookingStatus> = fc.constantFrom('pending', 'scheduled', 'confirmed', 'cancelled', 'completed');
    const bookings = fc
      .tuple(
        fc.nat(50),
        fc.array(fc.tuple(fc.nat(9), statuses), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Actor>('attendee', 'coach'),
      )
      .map(([at, steps, by]) => {
        let time = at;
        return booking(
          steps.map(([later, to], i) => [(time += i === 0 ? 0 : later), to] as const),
          by,
        );
      });
    const before = fc.constantFrom<Connection | null>(null, { since: 20 }, { since: 5, withdrawnAt: 20 });
    const lookAt = (all: readonly ConnectingBooking[], from: Connection | null) =>
      all.reduce((connection, each) => connectionThrough(each, connection) ?? connection, from);
    fc.assert(
      fc.property(fc.array(bookings, { maxLength: 6 }), before, (all, from) => {
        const there = lookAt(all, from);
        expect(lookAt([...all].reverse(), from)).toEqual(there);
        for (const each of all) expect(connectionThrough(each, there)).toBeNull();
      }),
    );
  });
});
