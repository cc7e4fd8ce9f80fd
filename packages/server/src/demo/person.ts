import type { Profile } from '../domain/client/profile.ts';
import type { Weekday } from '@coach-booking/time/plain-date';

/** What somebody measures: where it stands now, where it is going, and how. */
export interface Habit {
  readonly metric: string;
  readonly unit: string;
  /** At the end of the period. */
  readonly value: number;
  readonly perWeek: number;
  /** How far a single measurement may be off. */
  readonly noise: number;
  readonly every: 'day' | 'week';
}

/** What some people do not eat. Dairy stands for eggs too. */
export type Food = 'meat' | 'dairy' | 'gluten';

/** How somebody lives, as far as the logs show it. */
export interface Rhythm {
  readonly trainsOn: readonly Weekday[];
  /** How much of what they mean to do they do, 0–1. */
  readonly discipline: number;
  /** Kilocalories of a usual day. */
  readonly calories: number;
  readonly plan: 'strength' | 'hiit' | 'functional' | 'running';
  /** What is never on their table. */
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
