import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { aBooking, at, now } from '../../../test/stores/fixtures.ts';
import type { Actor, Booking, HistoryEntry, OutboxEvent } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';
import type { Reminders } from '../schedule/schedule.ts';
import { derive, reminderId } from './derive.ts';

const reminders: Reminders = {
  rules: [
    { channel: 'email', minutesBefore: 1440 },
    { channel: 'sms', minutesBefore: 120 },
  ],
  followUp: true,
};

interface Given {
  readonly step: HistoryEntry['type'];
  readonly by?: Actor;
  readonly from?: BookingStatus;
  readonly to: BookingStatus;
  readonly data?: Partial<OutboxEvent['data']>;
  readonly booking?: Partial<Booking>;
}

/** Returns the messages of an event of version 2, as `kind role`. */
const derived = ({ step, by = 'attendee', from, to, data, booking: more }: Given) => {
  const history = [{ type: step, at: now, by, to, version: 2, ...(from && { from }) }];
  const booking = aBooking({ status: to, version: 2, history, ...more });
  const event: OutboxEvent = {
    id: 'e1',
    type: `booking.${step}`,
    at: now,
    version: 2,
    data: { status: to, by, start: at(9), end: at(10), ...data },
  };
  return derive(booking, event, reminders);
};
const summary = (given: Given) =>
  derived(given)
    .filter(({ kind }) => kind !== 'reminder')
    .map(({ kind, role, state, code }) => [kind, role, ...(state === 'skipped' ? [code] : [])].join(' '));

const STAFF = 'f'.repeat(24);

describe('an event of a booking', () => {
  it.each<[string, Given, readonly string[]]>([
    ['a visitor’s booking', { step: 'created', to: 'confirmed' }, ['confirmed attendee', 'confirmed coach']],
    ['a visitor’s request', { step: 'created', to: 'pending' }, ['requested attendee', 'requested coach']],
    ['a coach’s own booking', { step: 'created', by: 'coach', to: 'scheduled' }, ['confirmed attendee']],
    [
      'a server’s booking',
      { step: 'created', by: 'partner', to: 'scheduled' },
      ['confirmed attendee', 'confirmed coach'],
    ],
    [
      'a booking that somebody of the team runs',
      { step: 'created', to: 'confirmed', booking: { staffId: STAFF } },
      ['confirmed attendee', 'confirmed coach', `confirmed staff:${STAFF}`],
    ],
    [
      'what the team did itself',
      { step: 'cancelled', by: 'staff', from: 'confirmed', to: 'cancelled', booking: { staffId: STAFF } },
      ['cancelled attendee', 'cancelled coach'],
    ],
    ['an answer', { step: 'confirmed', by: 'coach', from: 'pending', to: 'confirmed' }, ['confirmed attendee']],
    ['a reconfirmation', { step: 'confirmed', by: 'coach', from: 'scheduled', to: 'confirmed' }, []],
    [
      'a reconfirmation that is to be told',
      { step: 'confirmed', by: 'coach', from: 'scheduled', to: 'confirmed', data: { notify: true } },
      ['confirmed attendee'],
    ],
    ['a refusal', { step: 'cancelled', by: 'coach', from: 'pending', to: 'cancelled' }, ['declined attendee']],
    [
      'a request taken back',
      { step: 'cancelled', from: 'pending', to: 'cancelled' },
      ['cancelled attendee', 'cancelled coach'],
    ],
    [
      'a request that nobody answered',
      { step: 'cancelled', by: 'system', from: 'pending', to: 'cancelled' },
      ['expired attendee', 'expired coach'],
    ],
    ['a move', { step: 'rescheduled', from: 'confirmed', to: 'confirmed' }, ['changed attendee', 'changed coach']],
    [
      'a move that asks again (R19)',
      { step: 'rescheduled', from: 'confirmed', to: 'pending' },
      ['requested attendee', 'requested coach'],
    ],
    [
      'a move of a request',
      { step: 'rescheduled', from: 'pending', to: 'pending' },
      ['changed attendee', 'changed coach'],
    ],
    ['a session missed', { step: 'no_show', by: 'coach', from: 'confirmed', to: 'no_show' }, ['follow_up attendee']],
    ['a start', { step: 'started', by: 'coach', from: 'confirmed', to: 'in_progress' }, []],
    ['an end', { step: 'completed', by: 'coach', from: 'confirmed', to: 'completed' }, []],
    ['a step taken back', { step: 'undone', by: 'coach', from: 'no_show', to: 'confirmed' }, []],
    [
      'a confirmation taken back',
      { step: 'undone', by: 'coach', from: 'confirmed', to: 'pending' },
      ['requested attendee'],
    ],
    ['a note', { step: 'updated', by: 'coach', from: 'confirmed', to: 'confirmed' }, []],
    [
      'what nobody is to hear',
      { step: 'created', by: 'coach', to: 'scheduled', data: { notify: false } },
      ['confirmed attendee not_wanted'],
    ],
  ])('makes messages of an event: %s', (_, given, expected) => expect(summary(given)).toEqual(expected));

  it('sends an event as it left the booking, with ids of the event, the channel and the role', () => {
    const [first] = derived({
      step: 'rescheduled',
      from: 'confirmed',
      to: 'confirmed',
      data: { originalStart: at(8) },
    });
    expect(first).toMatchObject({
      id: 'e1:email:attendee',
      about: { version: 2, status: 'confirmed', start: at(9), originalStart: at(8) },
      dueAt: now + 2 * MINUTE,
      createdAt: now,
    });
  });

  it('finds an event of the first release in the history by its instant', () => {
    const history = [{ type: 'cancelled', at: now, by: 'coach', from: 'pending', to: 'cancelled' }] as const;
    const event = { id: 'e', type: 'booking.cancelled', at: now, data: { status: 'cancelled', by: 'coach' } } as const;
    expect(derive(aBooking({ history, status: 'cancelled' }), event, reminders)).toMatchObject([{ kind: 'declined' }]);
  });

  it('sends an event at once, an undone step after two minutes, a missed session an hour after its start', () => {
    expect(derived({ step: 'created', to: 'confirmed' })[0]!.dueAt).toBe(now);
    const missed = { step: 'no_show', by: 'coach', from: 'confirmed', to: 'no_show' } as const;
    expect(derived({ ...missed, data: { start: plus(now, -10 * MINUTE) } })[0]!.dueAt).toBe(now + 50 * MINUTE);
    // A slip of the coach is taken back by then (R20).
    expect(derived({ ...missed, data: { start: plus(now, -2 * HOUR) } })[0]!.dueAt).toBe(now + 2 * MINUTE);
    const undone = { step: 'undone', by: 'coach', from: 'confirmed', to: 'pending' } as const;
    expect(derived(undone)[0]!.dueAt).toBe(now + 2 * MINUTE);
  });

  it('sends a follow-up only where the coach’s rules have one', () => {
    const history = [{ type: 'no_show', at: now, by: 'coach', from: 'confirmed', to: 'no_show', version: 1 }] as const;
    const event = {
      id: 'e',
      type: 'booking.no_show',
      at: now,
      version: 1,
      data: { status: 'no_show', by: 'coach' },
    } as const;
    expect(derive(aBooking({ history, status: 'no_show' }), event, { ...reminders, followUp: false })).toEqual([]);
  });
});

describe('reminders', () => {
  const dues = (given: Partial<Booking>, step: HistoryEntry['type'] = 'created') =>
    derived({ step, to: given.status ?? 'confirmed', booking: given })
      .filter(({ kind }) => kind === 'reminder')
      .map(({ channel, dueAt }) => [channel, dueAt]);

  it('R8 makes reminders for the attendee, with ids of booking, channel, role, minutes and start', () => {
    const reminder = derived({ step: 'created', to: 'confirmed' }).find(({ kind }) => kind === 'reminder')!;
    expect(reminder.id).toBe(reminderId(reminder.bookingId, 'sms', 'attendee', 120, at(9)));
    expect(reminder).toMatchObject({ channel: 'sms', minutesBefore: 120, about: { start: at(9) }, dueAt: at(7) });
  });

  it('makes reminders of a booking, an answer and a move', () => {
    for (const step of ['created', 'confirmed', 'rescheduled'] as const)
      expect(dues({}, step)).toEqual([['sms', at(7)]]);
    expect(dues({}, 'updated')).toEqual([]);
  });

  it.each([
    ['a request', { status: 'pending' }, []],
    [
      'a session a week ahead',
      { time: { ...aBooking().time!, start: at(168) } },
      [
        ['email', at(144)],
        ['sms', at(166)],
      ],
    ],
    [
      'a session whose reminder would come within a quarter of an hour',
      { time: { ...aBooking().time!, start: plus(now, 135 * MINUTE) } },
      [],
    ],
    [
      'a session whose reminder comes a minute later',
      { time: { ...aBooking().time!, start: plus(now, 136 * MINUTE) } },
      [['sms', now + 16 * MINUTE]],
    ],
  ] as const)('makes reminders of %s', (_, given, expected) => expect(dues(given)).toEqual(expected));

  it('makes no reminders for a booking that has only a place', () => {
    const { time: _, ...timeless } = aBooking();
    const event = { id: 'e', type: 'booking.created', at: now, data: { status: 'confirmed', by: 'attendee' } } as const;
    expect(derive(timeless, event, reminders).map(({ kind }) => kind)).toEqual(['confirmed', 'confirmed']);
  });
});

it('R38 makes no reminders of a booking whose import wanted none, also once it is moved', () => {
  const idsOf = (step: HistoryEntry['type'], booking: Partial<Booking>) =>
    derived({ step, to: 'confirmed', booking: { time: far, ...booking } }).filter(({ kind }) => kind === 'reminder');
  const far = { ...aBooking().time!, start: plus(now, 400 * HOUR), end: plus(now, 401 * HOUR) };
  for (const step of ['created', 'rescheduled'] as const) {
    expect(idsOf(step, {})).toHaveLength(2);
    expect(idsOf(step, { reminders: false })).toEqual([]);
  }
});
