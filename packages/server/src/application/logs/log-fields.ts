import type { LogFields, LogKind } from '../../domain/client/log.ts';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { present } from '../kernel/present.ts';
import { refuseInput } from '../kernel/scope.ts';
import { trimmed } from '../kernel/trimmed.ts';
import type { LogInputs } from './log-view.ts';

/** What must not be blank. */
const WORDS = ['title', 'description', 'unit'] as const;

interface Sent {
  readonly date?: string;
  readonly exercises?: readonly { readonly name: string }[];
}

/**
 * The fields that were sent, as they are stored. Throws INVALID_REQUEST for a date that is none and for blank words.
 */
export function sentFields<K extends LogKind>(sent: Partial<LogInputs[K]>): Partial<LogFields<K>> {
  const { date, exercises } = sent as Sent;
  const words = sent as Readonly<Record<string, unknown>>;
  if (date !== undefined && !isPlainDate(date)) refuseInput('date', 'Must be a date.');
  const tidy = WORDS.flatMap((path) => (typeof words[path] === 'string' ? [[path, trimmed(path, words[path])]] : []));
  const named = exercises?.map((exercise, n) => ({
    ...exercise,
    name: trimmed(`exercises[${n}].name`, exercise.name),
  }));
  return { ...sent, ...Object.fromEntries(tidy), ...present({ exercises: named }) } as Partial<LogFields<K>>;
}

/** The same of a new entry, with what is absent as it is meant. */
export function newFields<K extends LogKind>(kind: K, sent: LogInputs[K]): LogFields<K> {
  return { notes: '', ...(kind === 'workout' && { exercises: [] }), ...sentFields<K>(sent) } as LogFields<K>;
}
