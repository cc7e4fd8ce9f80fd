import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, minus, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { behaviourOf, type LeadBehaviour, type BookingSignals } from './behaviour.ts';
import { leadScore, scoreParts } from './score.ts';
import { temperatureOf, temperatureShown } from './temperature.ts';

const now = instant(Date.UTC(2026, 3, 14));
const quiet: LeadBehaviour = { bookings: 0, kept: 0, missed: 0, moved: 0, phone: false, consent: false };
const fresh: LeadBehaviour = { ...quiet, bookings: 1, lastBookingAt: now };

describe('the score of a lead', () => {
  it.each<[string, LeadBehaviour, number]>([
    ['without a booking is nought', quiet, 0],
    ['without a booking is what was given', { ...quiet, phone: true, consent: true }, 20],
    ['after a first booking', fresh, 50],
    ['with a phone number', { ...fresh, phone: true }, 60],
    ['with consent', { ...fresh, consent: true }, 60],
    ['on the seventh day', { ...fresh, lastBookingAt: minus(now, 7 * DAY) }, 50],
    ['after the seventh day', { ...fresh, lastBookingAt: minus(now, 7 * DAY + 1) }, 40],
    ['after a month', { ...fresh, lastBookingAt: minus(now, 31 * DAY) }, 30],
    ['after a quarter', { ...fresh, lastBookingAt: minus(now, 91 * DAY) }, 20],
    ['with two bookings', { ...fresh, bookings: 2 }, 57],
    ['with three', { ...fresh, bookings: 3 }, 65],
    ['with thirty', { ...fresh, bookings: 30 }, 65],
    ['who came', { ...fresh, kept: 1 }, 65],
    ['who did not', { ...fresh, missed: 1 }, 40],
    ['who came once of three times', { ...fresh, bookings: 3, kept: 1, missed: 2 }, 63],
    ['with one session that they moved', { ...fresh, moved: 1 }, 48],
    ['with two', { ...fresh, moved: 2 }, 46],
    ['with three', { ...fresh, moved: 3 }, 45],
    ['at best', { lastBookingAt: now, bookings: 9, kept: 9, missed: 0, moved: 0, phone: true, consent: true }, 100],
    ['whose booking a moved clock puts in the future', { ...fresh, lastBookingAt: plus(now, DAY) }, 50],
  ])('scores a lead: %s', (_, behaviour, score) => expect(leadScore(behaviour, now)).toBe(score));

  it('gives no part more points than it can have', () => {
    const best = { lastBookingAt: now, bookings: 9, kept: 9, missed: 0, moved: 0, phone: true, consent: true };
    for (const { points, most } of scoreParts(best, now)) expect(points).toBe(most);
    for (const { points } of scoreParts(quiet, now)) expect(points).toBe(0);
    expect(scoreParts({ ...fresh, kept: 1, missed: 2 }, now).find(({ kind }) => kind === 'kept')!.points).toBe(8);
  });

  const behaviours: fc.Arbitrary<LeadBehaviour> = fc
    .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(5), fc.nat(200), fc.boolean(), fc.boolean())
    .map(([kept, missed, open, moved, days, phone, consent]) => ({
      bookings: kept + missed + open,
      ...(kept + missed + open > 0 && { lastBookingAt: minus(now, days * DAY) }),
      kept,
      missed,
      moved,
      phone,
      consent,
    }));

  it('scores a lead by a whole number from 0 to 100, which time alone never raises', () => {
    fc.assert(
      fc.property(behaviours, fc.nat(300), (behaviour, days) => {
        const score = leadScore(behaviour, now);
        expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
        expect(leadScore(behaviour, plus(now, days * DAY))).toBeLessThanOrEqual(score);
      }),
    );
  });

  it('raises a score by a phone number, consent or a kept session, and lowers it by a missed one', () => {
    fc.assert(
      fc.property(behaviours, (behaviour) => {
        const score = leadScore(behaviour, now);
        const after = (change: Partial<LeadBehaviour>) => leadScore({ ...behaviour, ...change }, now);
        expect(after({ phone: true })).toBeGreaterThanOrEqual(score);
        expect(after({ consent: true })).toBeGreaterThanOrEqual(score);
        expect(after({ kept: behaviour.kept + 1 })).toBeGreaterThanOrEqual(score);
        expect(after({ moved: behaviour.moved + 1 })).toBeLessThanOrEqual(score);
        expect(after({ missed: behaviour.missed + 1 })).toBeLessThanOrEqual(score);
      }),
    );
  });
});

it.each([
  [100, 'hot'],
  [70, 'hot'],
  [69, 'warm'],
  [40, 'warm'],
  [39, 'cold'],
  [0, 'cold'],
] as const)('calls a score of %i %s', (score, temperature) => {
  expect(temperatureOf(score)).toBe(temperature);
  expect(temperatureShown(score, null)).toBe(temperature);
  expect(temperatureShown(score, 'warm')).toBe('warm');
});

describe('the behaviour that bookings tell', () => {
  const made = (given: Partial<BookingSignals>): BookingSignals => ({
    createdAt: now,
    status: 'confirmed',
    history: [{ type: 'created', by: 'attendee' }],
    ...given,
  });

  // api 15: a session that was moved twice counted as two.
  it('counts what the person did, each session once, and leaves out what the coach did', () => {
    const moved = (by: 'attendee' | 'coach') => ({ type: 'rescheduled', by }) as const;
    const bookings = [
      made({ status: 'completed', createdAt: minus(now, DAY), consent: true }),
      made({ status: 'no_show' }),
      made({ status: 'cancelled', cancelledBy: 'attendee' }),
      made({ status: 'cancelled', cancelledBy: 'coach' }),
      made({ status: 'pending', consent: false, history: [moved('attendee'), moved('coach'), moved('attendee')] }),
    ];
    expect(behaviourOf(bookings, true)).toEqual({
      lastBookingAt: now,
      bookings: 5,
      kept: 1,
      missed: 2,
      moved: 1,
      phone: true,
      consent: true,
    });
  });

  it('finds no behaviour in no bookings', () => expect(behaviourOf([], false)).toEqual(quiet));
});
