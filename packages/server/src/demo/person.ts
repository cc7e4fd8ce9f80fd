import type { Profile } from '../domain/client/profile.ts';
import type { Weekday } from '@coach-booking/time/plain-date';

/** A metric of a person: its present value, its trend, and its course. */
export interface Habit {
  readonly metric: string;
  readonly unit: string;
  /** At the end of the period. */
  readonly value: number;
  readonly perWeek: number;
  /** The error of a single measurement. */
  readonly noise: number;
  readonly every: 'day' | 'week';
}

/** Foods that some people do not eat. Dairy includes eggs. */
export type Food = 'meat' | 'dairy' | 'gluten';

/** The habits of a person, as far as the logs show them. */
export interface Rhythm {
  readonly trainsOn: readonly Weekday[];
  /** The part of the planned sessions that takes place, 0–1. */
  readonly discipline: number;
  /** Kilocalories of a usual day. */
  readonly calories: number;
  readonly plan: 'strength' | 'hiit' | 'functional' | 'running';
  /** Foods that the person avoids. */
  readonly avoids: readonly Food[];
  readonly habits: readonly Habit[];
}

/** A client of the demo. Invented, as are their addresses and numbers. */
export interface DemoPerson {
  /** Names the person in the demo and seeds what is made up about them. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly timeZone: string;
  readonly language: string;
  readonly profile: Profile;
  readonly rhythm: Rhythm;
}

/** In kilograms, every day. */
export function weight(value: number, perWeek: number): Habit {
  return {
    metric: 'weight',
    unit: 'kg',
    value,
    perWeek,
    noise: 0.5,
    every: 'day',
  };
}
/** In centimetres, every week. */
export function waist(value: number, perWeek: number): Habit {
  return {
    metric: 'waist',
    unit: 'cm',
    value,
    perWeek,
    noise: 0.6,
    every: 'week',
  };
}
/** The heaviest one, in kilograms, every week. */
export function lift(metric: string, value: number, perWeek: number): Habit {
  return {
    metric,
    unit: 'kg',
    value,
    perWeek,
    noise: 1.5,
    every: 'week',
  };
}
