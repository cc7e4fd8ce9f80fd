import { isIP } from 'node:net';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { isTimeZone } from '@coach-booking/time/zone';
import { isPhone } from '../../../domain/person/written.ts';

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?Z$/;

/**
 * Returns whether the text is an instant that exists, in UTC, as the contract writes it. Leap seconds are rejected: no
 * clock here shows them.
 */
export function isInstant(text: string): boolean {
  const date = INSTANT.exec(text)?.[1];
  return date !== undefined && isPlainDate(date);
}

/** The validator's formats: stricter than its own, or unknown to it. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isPlainDate,
  'date-time': isInstant,
  edge: (text) => isPlainDate(text) || isInstant(text),
  'time-zone': isTimeZone,
  ip: (text) => isIP(text) !== 0,
  phone: isPhone,
  // Control characters are no part of a name; blanks were cleaned before.
  name: (text) => !/\p{Cc}/u.test(text),
};
