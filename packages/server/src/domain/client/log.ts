import type { Instant } from '@coach-booking/time/instant';
import type { PlainDate } from '@coach-booking/time/plain-date';

export type LogKind = 'workout' | 'diet' | 'progress';
export type Meal = 'breakfast' | 'lunch' | 'dinner' | 'snack';

interface Entry<K extends LogKind> {
  readonly id: string;
  readonly kind: K;
  /** In the client's zone, as the client sent it. */
  readonly date: PlainDate;
  readonly notes: string;
  /** Instant. */
  readonly createdAt: Instant;
}

/** One set; all that is known of it. Kilograms, seconds, metres. */
export interface ExerciseSet {
  readonly reps?: number;
  readonly weightKg?: number;
  readonly seconds?: number;
  readonly distanceM?: number;
}

export interface Exercise {
  readonly name: string;
  readonly sets?: readonly ExerciseSet[];
}

export interface WorkoutLog extends Entry<'workout'> {
  readonly title: string;
  /** Minutes. */
  readonly duration?: number;
  readonly exercises: readonly Exercise[];
}

export interface DietLog extends Entry<'diet'> {
  readonly meal: Meal;
  readonly description: string;
  /** Kilocalories. */
  readonly calories?: number;
  readonly proteinG?: number;
  readonly carbsG?: number;
  readonly fatG?: number;
}

export interface ProgressEntry extends Entry<'progress'> {
  /** The metric, such as `weight`. */
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
}

/** A client's entry about a day. Health data. */
export type LogEntry = WorkoutLog | DietLog | ProgressEntry;

/** The entry of one kind. */
export type LogOf<K extends LogKind> = Extract<LogEntry, { kind: K }>;

/** The fields of an entry that a client writes; the server makes the rest. */
export type LogFields<K extends LogKind> = Omit<LogOf<K>, 'id' | 'kind' | 'createdAt'>;

/** Returns the entry with the given fields; the others stay. */
export function mergeLog<K extends LogKind>(entry: LogOf<K>, patch: Partial<LogFields<K>>): LogOf<K> {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...entry, ...(Object.fromEntries(given) as Partial<LogOf<K>>) };
}
