import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import type { CaldavFailure } from '../ports/caldav.ts';

const BY_STATUS: Readonly<Record<number, ReadingFailure>> = {
  401: 'REVOKED',
  403: 'CALENDAR_GONE',
  404: 'CALENDAR_GONE',
  410: 'CALENDAR_GONE',
  429: 'LIMITED',
  507: 'TOO_BIG',
};
const BY_WORD: Readonly<Record<string, ReadingFailure>> = {
  TIMEOUT: 'TIMEOUT',
  URL_NOT_ALLOWED: 'URL_NOT_ALLOWED',
  TOO_BIG: 'TOO_BIG',
  TOO_MANY_REDIRECTS: 'TOO_MANY_REDIRECTS',
  MALFORMED: 'MALFORMED',
  ENCODING: 'MALFORMED',
  NO_CALENDARS: 'NO_CALENDARS',
};

/** Returns why calendars cannot be read, of what a CalDAV server did not do. */
export function failureOfCaldav({ reason }: CaldavFailure): ReadingFailure {
  if (typeof reason === 'number') return BY_STATUS[reason] ?? 'SERVER_ERROR';
  return BY_WORD[reason] ?? 'UNREACHABLE';
}
