import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
  createdAt: steps[0]![0],
  status: steps.at(-1)![1],
  attendee: { kind: 'client', id: 'ana' },
  history: steps.map(([at, to], i) => ({ at, to, by: i === 0 ? by : 'coach' })),
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
      { since: 5, byBooking: true },
    ],
    [
      'connects from when the coach agrees',
      booking([
        [5, 'pending'],
        [8, 'confirmed'],
      ]),
      { since: 8, byBooking: true },
    ],
    [
      'connects once, however often it is moved',
      booking([
        [5, 'confirmed'],
        [7, 'scheduled'],
        [8, 'confirmed'],
      ]),
      { since: 5, byBooking: true },
    ],
    [
      'that the coach cancels later connects',
      booking(CALLED_OFF, { cancelledBy: 'coach' }),
      { since: 5, byBooking: true },
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
    ['that the coach made asks', booking([[5, 'scheduled']], { by: 'coach' }), { askedAt: 5 }],
    ["that the partner's server made asks", booking([[5, 'scheduled']], { by: 'partner' }), { askedAt: 5 }],
    [
      'that the coach made and cancelled does nothing',
      booking(CALLED_OFF, { by: 'coach', cancelledBy: 'coach' }),
      null,
    ],
    ['of a guest that the client took over asks', booking([[5, 'confirmed']], ADOPTED), { askedAt: 5 }],
    ['of a typed address does nothing', booking([[5, 'confirmed']], LEAD), null],
  ])('%s', (_, given, expected) => {
    expect(connectionThrough(given, null)).toEqual(expected);
    if (expected) expect(connectionThrough(given, expected)).toBeNull();
  });

  it('tells when it was agreed, whatever became of it', () => {
    expect(reachedAt(booking(CALLED_OFF))).toBe(5);
    expect(reachedAt(booking([[5, 'pending']]))).toBeNull();
  });

  it('is a relation from which a coach may ask until it is cancelled, and never when an address was typed', () => {
    expect(isRelation(booking([[5, 'pending']]))).toBe(true);
    expect(isRelation(booking(CALLED_OFF, { cancelledBy: 'attendee' }))).toBe(false);
    expect(isRelation(booking([[5, 'confirmed']], LEAD))).toBe(false);
  });
});

describe('a connection', () => {
  const standing: Connection = { since: 5, byBooking: true };
  const ended: Connection = { since: 5, refusedAt: 20, refusal: 'withdrawn' };

  it.each<[string, Connection]>([
    ['asked', { askedAt: 5 }],
    ['accepted', { since: 5 }],
    ['accepted', { since: 25, refusedAt: 20, refusal: 'withdrawn' }],
    ['withdrawn', ended],
    ['asked', { ...ended, askedAt: 25 }],
    ['declined', { askedAt: 5, refusedAt: 5, refusal: 'declined' }],
    ['none', {}],
  ])('is %s: %o', (state, given) => expect(stateOf(given)).toBe(state));

  it('ends when the client withdraws it, once', () => {
    expect(withdrawn(standing, 20)).toEqual(ended);
    expect(withdrawn(ended, 30)).toBeNull();
    expect(withdrawn(null, 30)).toBeNull();
  });

  it('ends though the clock was moved back', () => {
    expect(isConnected(withdrawn({ since: 50 }, 20))).toBe(false);
    expect(stateOf(declined({ askedAt: 50 }, 20)!)).toBe('declined');
    expect(stateOf(accepted({ askedAt: 5, refusedAt: 50, refusal: 'declined' }, 20)!)).toBe('accepted');
  });

  it('is declined while it is asked, and then no more', () => {
    const no = declined({ askedAt: 5 }, 20);
    expect(no).toEqual({ askedAt: 5, refusedAt: 20, refusal: 'declined' });
    expect(declined(no!, 30)).toBeNull();
    expect(declined(standing, 20)).toBeNull();
  });

  it.each<[string, Connection, Connection | null]>([
    ['a question', { askedAt: 5 }, { since: 30 }],
    ['a no', { askedAt: 5, refusedAt: 20, refusal: 'declined' }, { since: 30, refusedAt: 20, refusal: 'declined' }],
    ['a withdrawal', ended, { since: 30, refusedAt: 20, refusal: 'withdrawn' }],
    ['nothing yet', {}, { since: 30 }],
    ['what a booking has connected: it stays then', standing, { since: 5 }],
    ['what was said already', { since: 5 }, null],
  ])('is accepted by the client after %s', (_, given, expected) => expect(accepted(given, 30)).toEqual(expected));

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
    expect(connectionThrough(given, { askedAt: 5, refusedAt: 20, refusal: 'declined' })).toBeNull();
  });

  it('S1 is asked again after a no by a later booking of the client, and comes back only by their word', () => {
    const later = booking([
      [25, 'pending'],
      [28, 'confirmed'],
    ]);
    const asked = connectionThrough(later, ended)!;
    expect(asked).toEqual({ ...ended, askedAt: 28 });
    expect(connectionThrough(later, asked)).toBeNull();
    expect(isConnected(asked)).toBe(false);
    expect(isConnected(accepted(asked, 40))).toBe(true);
    expect(declined(asked, 40)).toMatchObject({ refusedAt: 40, refusal: 'declined' });
  });

  describe('S1 once a booking was called off', () => {
    const off = booking(CALLED_OFF, { cancelledBy: 'attendee' });
    const named = booking([[6, 'scheduled']], { by: 'coach' });

    it.each<[string, Connection, ConnectingBooking[], Connection | null]>([
      ['ends with the last one that connected', standing, [off], {}],
      ['stays with another', standing, [off, booking([[7, 'confirmed']])], null],
      ['becomes a question where the coach made another', standing, [off, named], { askedAt: 6 }],
      ['stays when the client said yes themselves', { since: 5 }, [off], null],
      [
        'is no longer asked without a booking',
        { askedAt: 5 },
        [booking(CALLED_OFF, { by: 'coach', cancelledBy: 'coach' })],
        {},
      ],
      ['is asked still with another', { askedAt: 5 }, [off, named], null],
      ['stays ended', ended, [off], null],
    ])('%s', (_, connection, all, expected) => expect(withoutCalledOff(all, connection)).toEqual(expected));
  });

  it('is the same in whatever order the bookings are looked at, and however often', () => {
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
      { since: 20 },
      { since: 20, byBooking: true },
      { askedAt: 60 },
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
