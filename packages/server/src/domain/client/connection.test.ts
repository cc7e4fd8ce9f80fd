import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Actor } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';
import {
  accepted,
  connectionThrough,
  declined,
  isConnected,
  isRelation,
  reachedAt,
  stateOf,
  withdrawn,
  withoutCalledOff,
  type ConnectingBooking,
  type Connection,
} from './connection.ts';

type Steps = readonly (readonly [at: number, to: BookingStatus])[];

/** A booking made at the first of these times, and where it went then. Without more the client made it, signed in. */
const booking = (
  steps: Steps,
  { by = 'attendee', ...more }: Partial<ConnectingBooking> & { by?: Actor } = {},
): ConnectingBooking => ({
  createdAt: instant(steps[0]![0]),
  status: steps.at(-1)![1],
  attendee: { kind: 'client', id: 'ana' },
  history: steps.map(([at, to], i) => ({ at: instant(at), to, by: i === 0 ? by : 'coach' })),
  ...more,
});
const CALLED_OFF: Steps = [
  [5, 'confirmed'],
  [9, 'cancelled'],
];
const LEAD = { attendee: { kind: 'lead', id: 'l', contactId: 'c' } } as const;
const ADOPTED = { attendee: { kind: 'client', id: 'ana', adopted: true } } as const;

describe('S1 a booking', () => {
  it.each<[string, ConnectingBooking, Connection | null]>([
    [
      'that the client made and that is agreed at once connects',
      booking([[5, 'confirmed']]),
      { since: instant(5), byBooking: true },
    ],
    [
      'connects from when the coach agrees',
      booking([
        [5, 'pending'],
        [8, 'confirmed'],
      ]),
      { since: instant(8), byBooking: true },
    ],
    [
      'connects once, however often it is moved',
      booking([
        [5, 'confirmed'],
        [7, 'scheduled'],
        [8, 'confirmed'],
      ]),
      { since: instant(5), byBooking: true },
    ],
    [
      'that the coach cancels later connects',
      booking(CALLED_OFF, { cancelledBy: 'coach' }),
      { since: instant(5), byBooking: true },
    ],
    ['that the client called off does nothing', booking(CALLED_OFF, { cancelledBy: 'attendee' }), null],
    [
      'does nothing while it is pending',
      booking([
        [5, 'pending'],
        [6, 'pending'],
      ]),
      null,
    ],
    [
      'that was refused before it was agreed does nothing',
      booking(
        [
          [5, 'pending'],
          [6, 'cancelled'],
        ],
        { cancelledBy: 'coach' },
      ),
      null,
    ],
    ['that the coach made asks', booking([[5, 'scheduled']], { by: 'coach' }), { askedAt: instant(5) }],
    ["that the partner's server made asks", booking([[5, 'scheduled']], { by: 'partner' }), { askedAt: instant(5) }],
    [
      'that the coach made and cancelled does nothing',
      booking(CALLED_OFF, { by: 'coach', cancelledBy: 'coach' }),
      null,
    ],
    ['of a guest that the client took over asks', booking([[5, 'confirmed']], ADOPTED), { askedAt: instant(5) }],
    ['of a typed address does nothing', booking([[5, 'confirmed']], LEAD), null],
  ])('connects by a booking: %s', (_, given, expected) => {
    expect(connectionThrough(given, null)).toEqual(expected);
    if (expected) expect(connectionThrough(given, expected)).toBeNull();
  });

  it('tells when it was agreed, whatever became of it', () => {
    expect(reachedAt(booking(CALLED_OFF))).toBe(5);
    expect(reachedAt(booking([[5, 'pending']]))).toBeNull();
  });

  it('lets a coach ask by a booking until it is cancelled, and never when an address was typed', () => {
    expect(isRelation(booking([[5, 'pending']]))).toBe(true);
    expect(isRelation(booking(CALLED_OFF, { cancelledBy: 'attendee' }))).toBe(false);
    expect(isRelation(booking([[5, 'confirmed']], LEAD))).toBe(false);
  });
});

describe('a connection', () => {
  const standing: Connection = { since: instant(5), byBooking: true };
  const ended: Connection = { since: instant(5), refusedAt: instant(20), refusal: 'withdrawn' };

  it.each<[string, Connection]>([
    ['asked', { askedAt: instant(5) }],
    ['accepted', { since: instant(5) }],
    ['accepted', { since: instant(25), refusedAt: instant(20), refusal: 'withdrawn' }],
    ['withdrawn', ended],
    ['asked', { ...ended, askedAt: instant(25) }],
    ['declined', { askedAt: instant(5), refusedAt: instant(5), refusal: 'declined' }],
    ['none', {}],
  ])('finds a connection %s: %o', (state, given) => expect(stateOf(given)).toBe(state));

  it('ends when the client withdraws it, once', () => {
    expect(withdrawn(standing, instant(20))).toEqual(ended);
    expect(withdrawn(ended, instant(30))).toBeNull();
    expect(withdrawn(null, instant(30))).toBeNull();
  });

  it('ends though the clock was moved back', () => {
    expect(isConnected(withdrawn({ since: instant(50) }, instant(20)))).toBe(false);
    expect(stateOf(declined({ askedAt: instant(50) }, instant(20))!)).toBe('declined');
    expect(stateOf(accepted({ askedAt: instant(5), refusedAt: instant(50), refusal: 'declined' }, instant(20))!)).toBe(
      'accepted',
    );
  });

  it('declines a connection while it is asked, and then no more', () => {
    const no = declined({ askedAt: instant(5) }, instant(20));
    expect(no).toEqual({ askedAt: instant(5), refusedAt: instant(20), refusal: 'declined' });
    expect(declined(no!, instant(30))).toBeNull();
    expect(declined(standing, instant(20))).toBeNull();
  });

  it.each<[string, Connection, Connection | null]>([
    ['a question', { askedAt: instant(5) }, { since: instant(30) }],
    [
      'a no',
      { askedAt: instant(5), refusedAt: instant(20), refusal: 'declined' },
      { since: instant(30), refusedAt: instant(20), refusal: 'declined' },
    ],
    ['a withdrawal', ended, { since: instant(30), refusedAt: instant(20), refusal: 'withdrawn' }],
    ['nothing yet', {}, { since: instant(30) }],
    ['what a booking has connected: it stays then', standing, { since: instant(5) }],
    ['what was said already', { since: instant(5) }, null],
  ])('accepts a connection by the client after %s', (_, given, expected) =>
    expect(accepted(given, instant(30))).toEqual(expected),
  );

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
    ['a booking that the coach makes', booking([[25, 'scheduled']], { by: 'coach' })],
    ["a booking that the partner's server makes", booking([[25, 'scheduled']], { by: 'partner' })],
    ['a guest’s booking', booking([[25, 'confirmed']], ADOPTED)],
    ['a new booking that is not agreed yet', booking([[25, 'pending']])],
  ])('S1 does not come back, and is not asked again, by %s', (_, given) => {
    expect(connectionThrough(given, ended)).toBeNull();
    expect(connectionThrough(given, { askedAt: instant(5), refusedAt: instant(20), refusal: 'declined' })).toBeNull();
  });

  it('S1 asks again after a no by a later booking of the client, and returns only by their word', () => {
    const later = booking([
      [25, 'pending'],
      [28, 'confirmed'],
    ]);
    const asked = connectionThrough(later, ended)!;
    expect(asked).toEqual({ ...ended, askedAt: instant(28) });
    expect(connectionThrough(later, asked)).toBeNull();
    expect(isConnected(asked)).toBe(false);
    expect(isConnected(accepted(asked, instant(40)))).toBe(true);
    expect(declined(asked, instant(40))).toMatchObject({ refusedAt: instant(40), refusal: 'declined' });
  });

  describe('S1 once a booking was called off', () => {
    const off = booking(CALLED_OFF, { cancelledBy: 'attendee' });
    const named = booking([[6, 'scheduled']], { by: 'coach' });

    it.each<[string, Connection, ConnectingBooking[], Connection | null]>([
      ['ends with the last one that connected', standing, [off], {}],
      ['stays with another', standing, [off, booking([[7, 'confirmed']])], null],
      ['becomes a question where the coach made another', standing, [off, named], { askedAt: instant(6) }],
      ['stays when the client said yes themselves', { since: instant(5) }, [off], null],
      [
        'is no longer asked without a booking',
        { askedAt: instant(5) },
        [booking(CALLED_OFF, { by: 'coach', cancelledBy: 'coach' })],
        {},
      ],
      ['is asked still with another', { askedAt: instant(5) }, [off, named], null],
      ['stays ended', ended, [off], null],
    ])('keeps or ends a connection once a booking was called off: %s', (_, connection, all, expected) =>
      expect(withoutCalledOff(all, connection)).toEqual(expected),
    );
  });

  it('finds the same in whatever order the bookings are looked at, and however often', () => {
    const statuses: fc.Arbitrary<BookingStatus> = fc.constantFrom(
      'pending',
      'scheduled',
      'confirmed',
      'cancelled',
      'completed',
    );
    const bookings = fc
      .tuple(
        fc.nat(50),
        fc.array(fc.tuple(fc.nat(9), statuses), { minLength: 1, maxLength: 4 }),
        fc.constantFrom<Actor>('attendee', 'coach'),
        fc.constantFrom<Partial<ConnectingBooking>>({}, ADOPTED, LEAD, { cancelledBy: 'attendee' }),
      )
      .map(([at, steps, by, more]) => {
        let time = at;
        return booking(
          steps.map(([later, to], i) => [(time += i === 0 ? 0 : later), to] as const),
          { by, ...more },
        );
      });
    const before = fc.constantFrom<Connection | null>(
      null,
      { since: instant(20) },
      { since: instant(20), byBooking: true },
      { askedAt: instant(60) },
      ended,
    );
    const apply = (all: readonly ConnectingBooking[], from: Connection | null) =>
      all.reduce((connection, each) => connectionThrough(each, connection) ?? connection, from);
    fc.assert(
      fc.property(fc.array(bookings, { maxLength: 6 }), before, (all, from) => {
        const there = apply(all, from);
        expect(apply([...all].reverse(), from)).toEqual(there);
        for (const each of all) expect(connectionThrough(each, there)).toBeNull();
      }),
    );
  });
});
