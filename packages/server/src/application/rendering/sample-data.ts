import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import type { Audience, MessageChannel, MessageKind } from '../../domain/message/message.ts';
import type { MessageBrand, MessageData, OfferedTime } from './message-data.ts';

const START = instant(Date.UTC(2026, 8, 23, 16, 45));

/** The time before the session at which the standard rules remind. */
const leads: Readonly<Record<MessageChannel, number>> = { email: DAY, sms: 2 * HOUR, push: 30 * MINUTE };

/** Kinds that offer another time. */
const OFFERING: readonly MessageKind[] = ['declined', 'expired', 'cancelled', 'follow_up'];

const sampleOffer = (start: Instant): OfferedTime => ({
  start,
  link: `https://book.example.com/book/maria-santos?start=${new Date(start).toISOString()}`,
});

/**
 * Returns invented data as long as usual ones, so that the author of a template sees the result before there is a
 * booking: of a session online, in the zone that is asked for.
 */
export function sampleData(
  kind: MessageKind,
  channel: MessageChannel,
  audience: Audience,
  timeZone = 'UTC',
): MessageData {
  const isOver = kind === 'follow_up';
  return {
    lead: { name: 'Ana Torres' },
    coach: { name: 'Maria Santos' },
    service: { title: 'Personal training' },
    start: START,
    end: plus(START, HOUR),
    ...(kind === 'changed' && { oldStart: minus(START, DAY) }),
    duration: 60,
    timeZone,
    now: isOver ? plus(START, HOUR) : minus(START, leads[channel]),
    price: { amount: 7000, currency: 'USD' },
    ...(audience === 'attendee' && { whatToBring: 'Towel, water, indoor shoes' }),
    ...(audience === 'coach' && {
      answers: [{ label: 'What would you like to reach?', value: 'Run 10 km' }],
      hasHealthAnswers: true,
    }),
    ...(['declined', 'changed', 'cancelled'].includes(kind) && { reason: 'I have caught a cold.' }),
    ...(kind === 'unproven' && { linkLifetime: 30 }),
    ...(kind === 'recovery' && { linkLifetime: (7 * DAY) / MINUTE, recovery: { enteredAt: minus(START, 2 * DAY) } }),
    ...(kind === 'conflict' && { busyCalendar: 'Family' }),
    ...(OFFERING.includes(kind) &&
      channel === 'email' &&
      audience === 'attendee' && {
        offers: [DAY + HOUR, 2 * DAY, 5 * DAY - 2 * HOUR].map((later) => sampleOffer(plus(START, later))),
      }),
    links: {
      // As long as real ones.
      join: `https://book.example.com/join/${'a7'.repeat(8)}.${'a7'.repeat(8)}`,
      joinPassword: '493021',
      ...(audience === 'attendee' && {
        // As long as the real ones, which carry a signature.
        manage: `https://book.example.com/manage/${'a7'.repeat(120)}`,
        reschedule: 'https://book.example.com/book/maria-santos',
      }),
      calendar: `https://book.example.com/desk/calendar?booking=${'a7'.repeat(12)}`,
      ...(kind === 'recovery' && { resume: `https://book.example.com/resume/${'a7'.repeat(8)}.${'a7'.repeat(8)}` }),
      ...(kind === 'unproven' && { confirm: `https://book.example.com/confirm/${'a7'.repeat(120)}` }),
    },
  };
}

export const sampleBrand: MessageBrand = { name: 'Harbour Strength' };
