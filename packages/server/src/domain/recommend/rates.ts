import { estimate, type Estimate, type Trials } from './estimate.ts';
import { NO_COUNTS, sumOf, type HourCounts, type HourOfWeek } from './hour-counts.ts';
import type { Weekday } from '@coach-booking/time/plain-date';

/** Hours in which people train alike: those of work apart from those before and after it. */
const DAY_PARTS = ['night', 'morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];

/** Returns the part of the day of an hour, 0–23. */
export function dayPartOf(hour: number): DayPart {
  if (hour < 6) return 'night';
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

/** The rates before anything is known: measured nowhere, and outweighed by a few dozen visits. */
const BASE_CONVERSION = 0.05;
const BASE_COMPLETION = 0.9;

/** The rates of one hour of the week. */
export interface HourRates {
  /** Of visits that had a time of this hour, those in which one was booked. */
  readonly conversion: Estimate;
  /** Of sessions of this hour that were closed, those to which the attendee came. */
  readonly completion: Estimate;
  /** The coach's conversion over all hours. */
  readonly usual: Estimate;
  /** Visits that had a time of this part of the day. */
  readonly observations: number;
}

const conversionOf = ({ shown, booked }: HourCounts): Trials => ({ trials: shown, successes: booked });
const completionOf = ({ completed, noShow }: HourCounts): Trials => ({
  trials: completed + noShow,
  successes: completed,
});

/**
 * Returns a function for the rates of each hour of the week of one coach: what is known of the hour, drawn to its part
 * of the day, drawn to the coach, drawn to all coaches of the partner.
 */
export function createRates(
  coach: readonly HourOfWeek[],
  partner: HourCounts,
): (weekday: Weekday, hour: number) => HourRates {
  const all = sumOf(coach);
  const parts = new Map(DAY_PARTS.map((part) => [part, sumOf(coach.filter(({ hour }) => dayPartOf(hour) === part))]));
  const hours = new Map(coach.map((each) => [each.weekday * 24 + each.hour, each]));
  const known = new Map<number, HourRates>();
  const usual = estimate([partner, all].map(conversionOf), BASE_CONVERSION);
  return (weekday, hour) => {
    const key = weekday * 24 + hour;
    const found = known.get(key);
    if (found) return found;
    const part = parts.get(dayPartOf(hour)) ?? NO_COUNTS;
    const levels = [partner, all, part, hours.get(key) ?? NO_COUNTS];
    const rates = {
      conversion: estimate(levels.map(conversionOf), BASE_CONVERSION),
      completion: estimate(levels.map(completionOf), BASE_COMPLETION),
      usual,
      observations: part.shown,
    };
    known.set(key, rates);
    return rates;
  };
}
