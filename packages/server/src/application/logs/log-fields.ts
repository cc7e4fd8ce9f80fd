import type { LogFields, LogKind } from '../../domain/client/log.ts';
import { addDays } from '@coach-booking/time/dates';
import { isPlainDate, type PlainDate } from '@coach-booking/time/plain-date';
import { present } from '../kernel/present.ts';
import { refuseInput, trimmed } from '../kernel/scope.ts';
import type { LogInputs } from './log-view.ts';

/** Fields that must not be blank. */
const WORDS = ['title', 'description', 'unit'] as const;

interface Sent {
  readonly date?: string;
  readonly exercises?: readonly { readonly name: string }[];
}

/** The product has no earlier entries. */
const FIRST_DATE = '1900-01-01';

/**
 * A year that was mistyped would never be seen again, since lists end today. Tomorrow's is there for who plans ahead,
 * and for a day that has begun elsewhere.
 */
const checkDate = (date: string, today: PlainDate): void => {
  if (!isPlainDate(date)) refuseInput('date', 'Must be a date.');
  if (date < FIRST_DATE || date > addDays(today, 1))
    refuseInput('date', `Must be from ${FIRST_DATE} to tomorrow, ${addDays(today, 1)}.`);
};

/**
 * Returns the fields that were sent, as they are stored. `today` is the date that it is for the client. Throws
 * INVALID_REQUEST for a date that is none, or not from 1900 to tomorrow, and for blank words.
 */
export function sentFields<K extends LogKind>(sent: Partial<LogInputs[K]>, today: PlainDate): Partial<LogFields<K>> {
  const { date, exercises } = sent as Sent;
  const words = sent as Readonly<Record<string, unknown>>;
  if (date !== undefined) checkDate(date, today);
  const tidy = WORDS.flatMap((path) => (typeof words[path] === 'string' ? [[path, trimmed(path, words[path])]] : []));
  const named = exercises?.map((exercise, n) => ({
    ...exercise,
    name: trimmed(`exercises[${n}].name`, exercise.name),
  }));
  return { ...sent, ...Object.fromEntries(tidy), ...present({ exercises: named }) } as Partial<LogFields<K>>;
}

/** Returns the fields of a new entry, with defaults for absent ones. */
export function newFields<K extends LogKind>(kind: K, sent: LogInputs[K], today: PlainDate): LogFields<K> {
  return { notes: '', ...(kind === 'workout' && { exercises: [] }), ...sentFields<K>(sent, today) } as LogFields<K>;
}
