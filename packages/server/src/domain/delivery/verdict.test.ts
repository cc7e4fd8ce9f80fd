import { describe, expect, it } from 'vitest';
import { instant, minus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { aDelivery } from '../../../test/stores/deliveries-suite.ts';
import { aBooking, at, now } from '../../../test/stores/fixtures.ts';
import type { Booking } from '../booking/booking.ts';
import type { Delivery } from './delivery.ts';
import { verdictOn } from './verdict.ts';

const rules = [{ channel: 'sms', minutesBefore: 120 }] as const;
const reminders = { rules, followUp: true };
const time = aBooking().time!;
const moved = { ...time, start: at(11), end: at(12) };
const about = { version: 2, status: 'confirmed', start: at(9) } as const;

describe('R10 a message about a change', () => {
  it.each<[string, Partial<Delivery>, Partial<Booking>, string | null]>([
    ['is sent while the booking is as it left it', {}, {}, null],
    ['is sent when only a note was written since', {}, { version: 7 }, null],
    ['is superseded by a move', {}, { time: moved }, 'superseded'],
    ['is superseded by a cancellation', {}, { status: 'cancelled' }, 'superseded'],
    ['of a request is superseded by the answer', { about: { ...about, status: 'pending' } }, {}, 'superseded'],
    [
      'of the coach’s own booking is still true once it was confirmed',
      { about: { ...about, status: 'scheduled' } },
      {},
      null,
    ],
    ['to somebody of the team who runs it', { role: 'staff:s1' }, { staffId: 's1' }, null],
    ['to somebody of the team who no longer runs it', { role: 'staff:s1' }, { staffId: 's2' }, 'superseded'],
    [
      'of a cancellation',
      { kind: 'cancelled', about: { ...about, status: 'cancelled' } },
      { status: 'cancelled' },
      null,
    ],
    [
      'of a missed session that was taken back',
      { kind: 'follow_up', about: { ...about, status: 'no_show' } },
      {},
      'superseded',
    ],
  ])('judges a message about a change: %s', (_, delivery, booking, expected) =>
    expect(verdictOn(aDelivery({ about, ...delivery }), aBooking(booking), reminders, now)).toBe(expected),
  );

  it('sends no follow-up once the coach has switched that off', () =>
    expect(
      verdictOn(
        aDelivery({ kind: 'follow_up', about: { ...about, status: 'no_show' } }),
        aBooking({ status: 'no_show' }),
        { rules, followUp: false },
        now,
      ),
    ).toBe('rule_off'));
});

describe('R37, R45 a reminder', () => {
  const reminder = aDelivery({
    kind: 'reminder',
    channel: 'sms',
    minutesBefore: 120,
    about: { start: at(9) },
    dueAt: at(7),
  });
  it.each<[string, Partial<Booking>, number, string | null]>([
    ['is sent in time', {}, at(7), null],
    ['is sent when it is late by a quarter of its lead', {}, at(7) + 30 * MINUTE, null],
    ['is not sent when it is later', {}, at(7) + 30 * MINUTE + 1, 'too_late'],
    ['is not sent after the start', {}, at(9), 'too_late'],
    ['of another time is superseded', { time: moved }, at(7), 'superseded'],
    ['of a cancelled booking is superseded', { status: 'cancelled' }, at(7), 'superseded'],
    ['of a session that began early is superseded', { status: 'in_progress' }, at(7), 'superseded'],
    ['of the coach’s own booking is sent', { status: 'scheduled' }, at(7), null],
  ])('judges a reminder: %s', (_, booking, when, expected) =>
    expect(verdictOn(reminder, aBooking(booking), reminders, instant(when))).toBe(expected),
  );

  it('sends no reminder by a rule that the coach removed', () => {
    const other = { ...reminder, minutesBefore: 60, dueAt: at(8) };
    expect(verdictOn(other, aBooking(), reminders, at(8))).toBe('rule_off');
    expect(verdictOn({ ...reminder, channel: 'email' }, aBooking(), reminders, at(7))).toBe('rule_off');
  });

  it('sends a reminder just before the start', () => {
    const short = { ...reminder, minutesBefore: 0, dueAt: at(9) };
    const at0 = { rules: [{ channel: 'sms', minutesBefore: 0 }], followUp: true } as const;
    expect(verdictOn(short, aBooking(), at0, minus(at(9), HOUR))).toBeNull();
  });
});
