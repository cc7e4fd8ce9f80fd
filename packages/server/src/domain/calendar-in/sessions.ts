import { MINUTE } from '@coach-booking/time/units';
import type { Instant } from '@coach-booking/time/instant';
import { busyProperties, valueOf, type Component } from './components.ts';
import { openCalendar } from './read-calendar.ts';
import type { CalendarReading, CalendarProblem } from './reading.ts';

/** A session of one calendar, as it becomes a row of an import. */
export interface ForeignSession {
  /** The same for the same time of the same event whenever the file is read, also after it was moved. */
  readonly externalId: string;
  readonly start: Instant;
  /** Whole minutes. */
  readonly duration: number;
  /** Of the first person invited, or else the title, since many write the name there. */
  readonly attendeeName: string;
  readonly attendeeEmail?: string;
  /** The title, where it is not the name. */
  readonly title?: string;
}

export interface ReadSessions {
  /** In order of time. */
  readonly sessions: readonly ForeignSession[];
  /** Events that are no sessions: whole days, and those without a title and a person. */
  readonly skipped: number;
  readonly problems: readonly CalendarProblem[];
}

const MAX_NAME = 120;
const MAX_TITLE = 120;
const MAX_ID = 128;

/** Returns a text without what its calendar escapes: RFC 5545, 3.3.11. */
const plain = (text: string): string =>
  text
    .replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? ' ' : letter))
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

const mailOf = (value: string | undefined): string => /^mailto:(.+@.+)$/i.exec(value ?? '')?.[1]?.toLowerCase() ?? '';

/** Returns the first person invited who is not the host, nor the owner of the calendar. */
const guestOf = (component: Component, owner: string | undefined): { name: string; email: string } | undefined => {
  const hosts = [mailOf(valueOf(component, 'ORGANIZER')), (owner ?? '').toLowerCase()];
  for (const { params, value } of component.properties.get('ATTENDEE') ?? []) {
    const email = mailOf(value);
    const isPerson = !['ROOM', 'RESOURCE', 'GROUP'].includes(params.get('CUTYPE')?.toUpperCase() ?? '');
    if (email === '' || !isPerson || hosts.includes(email)) continue;
    const name = plain(params.get('CN') ?? '');
    return { name: name === '' || name.includes('@') ? email.slice(0, email.indexOf('@')) : name, email };
  }
  return undefined;
};

const idOf = (component: Component, original: Instant): string => {
  const uid = plain(valueOf(component, 'UID') ?? '');
  const isOfSeries = ['RRULE', 'RDATE', 'RECURRENCE-ID'].some((name) => component.properties.has(name));
  const at = isOfSeries || uid === '' ? `/${new Date(original).toISOString().slice(0, 16)}` : '';
  // The end of a long UID is what differs.
  return uid.slice(-(MAX_ID - at.length)) + at;
};

const sessionProperties: ReadonlySet<string> = new Set([...busyProperties, 'SUMMARY', 'ORGANIZER']);

/**
 * Reads the sessions of a coach's former calendar: the times that are busy, with a person.
 * @throws CalendarUnreadable
 */
export function readSessions(text: string, reading: CalendarReading): ReadSessions {
  const { times, problems } = openCalendar(text, reading, sessionProperties);
  let skipped = 0;
  const sessions = times
    .filter(({ start }) => start >= reading.from)
    .sort((a, b) => a.start - b.start)
    .flatMap(({ start, end, event, original }): ForeignSession[] => {
      const title = plain(valueOf(event.component, 'SUMMARY') ?? '');
      const guest = guestOf(event.component, reading.owner);
      if (event.start.isDay || (!guest && title === '')) {
        skipped++;
        return [];
      }
      const named = guest
        ? {
            attendeeName: guest.name.slice(0, MAX_NAME),
            attendeeEmail: guest.email,
            ...(title && { title: title.slice(0, MAX_TITLE) }),
          }
        : { attendeeName: title.slice(0, MAX_NAME) };
      return [
        { externalId: idOf(event.component, original), start, duration: Math.ceil((end - start) / MINUTE), ...named },
      ];
    });
  return { sessions, skipped, problems: problems.list() };
}
