import type { BookingStatus } from '../domain/booking/status.ts';
import { earliest, minus, type Instant } from '@coach-booking/time/instant';
import { weekdayOfEpochDay } from '@coach-booking/time/plain-date';
import { HOUR } from '@coach-booking/time/units';
import { localDayOf, toInstant, zoneOf } from '@coach-booking/time/zone';

/** A session of the demo, by slugs of coach and service and the key of the person or guest. */
export interface DemoBooking {
  readonly coach: string;
  readonly service: string;
  readonly person: string;
  readonly status: BookingStatus;
  /** Instant. */
  readonly start: Instant;
  /** When it was made: an instant before `start` and not after `now`. */
  readonly madeAt: Instant;
}

interface Planned extends Omit<DemoBooking, 'start' | 'madeAt'> {
  /** From the coach's today; moved to a weekday. */
  readonly days: number;
  /** On the coach's wall. */
  readonly hour: number;
}

interface Plan {
  readonly coach: string;
  readonly timeZone: string;
  readonly sessions: readonly Omit<Planned, 'coach'>[];
}

/** Hours at which each coach works on every weekday, and statuses that their rules lead to. */
const plans: readonly Plan[] = [
  {
    coach: 'coach-a',
    timeZone: 'America/New_York',
    sessions: [
      { person: 'ana', service: 'strength-60', status: 'completed', days: -21, hour: 9 },
      { person: 'ben', service: 'strength-60', status: 'completed', days: -8, hour: 14 },
      { person: 'grace', service: 'technique-30', status: 'no_show', days: -4, hour: 15 },
      { person: 'ana', service: 'strength-60', status: 'confirmed', days: 3, hour: 10 },
      { person: 'farid', service: 'first-call', status: 'scheduled', days: 9, hour: 11 },
    ],
  },
  {
    coach: 'coach-b',
    timeZone: 'Europe/Berlin',
    sessions: [
      { person: 'dieter', service: 'nutrition-30', status: 'completed', days: -15, hour: 8 },
      { person: 'chloe', service: 'hiit-45', status: 'cancelled', days: -3, hour: 16 },
      { person: 'elif', service: 'hiit-45', status: 'confirmed', days: 2, hour: 7 },
      { person: 'dieter', service: 'hiit-45', status: 'scheduled', days: 7, hour: 17 },
      { person: 'kofi', service: 'hiit-45', status: 'confirmed', days: 10, hour: 9 },
    ],
  },
  {
    coach: 'coach-c',
    timeZone: 'Asia/Kolkata',
    sessions: [
      { person: 'hari', service: 'functional-60', status: 'completed', days: -10, hour: 6 },
      { person: 'ines', service: 'functional-60', status: 'confirmed', days: 4, hour: 8 },
      { person: 'hari', service: 'functional-60', status: 'pending', days: 6, hour: 7 },
      { person: 'lena', service: 'functional-60', status: 'pending', days: 8, hour: 6 },
      { person: 'jonas', service: 'functional-60', status: 'pending', days: 11, hour: 9 },
    ],
  },
];

/** The first day from this one on, in a direction, that is neither Saturday nor Sunday. */
const weekdayFrom = (day: number, direction: 1 | -1): number => {
  while ([0, 6].includes(weekdayOfEpochDay(day))) day += direction;
  return day;
};

/** The time between the creation of a booking and its session. */
const AHEAD = 5 * 24 * HOUR;

/**
 * The bookings that the demo begins with, by coach and then by time: what was stays before `now` (an instant), what
 * comes after it.
 */
export function demoBookings(now: Instant): readonly DemoBooking[] {
  return plans.flatMap(({ coach, timeZone, sessions }) => {
    const zone = zoneOf(timeZone);
    const today = localDayOf(zone, now);
    return sessions.map(({ days, hour, ...session }) => {
      const start = toInstant(zone, weekdayFrom(today + days, days < 0 ? -1 : 1), hour * 60);
      return { coach, ...session, start, madeAt: earliest(minus(start, AHEAD), minus(now, HOUR)) };
    });
  });
}
