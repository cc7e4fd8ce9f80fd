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

/** Changes to an entry: the fields that are given; null removes one that an entry can be without. */
export type LogChanges<K extends LogKind> = {
  readonly [F in keyof LogFields<K>]?: LogFields<K>[F] | (undefined extends LogFields<K>[F] ? null : never);
};

/** Returns the entry with the given fields, without those that are null; the others stay. */
export function mergeLog<K extends LogKind>(entry: LogOf<K>, changes: LogChanges<K>): LogOf<K> {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const merged = { ...entry, ...Object.fromEntries(given) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null)) as unknown as LogOf<K>;
}
