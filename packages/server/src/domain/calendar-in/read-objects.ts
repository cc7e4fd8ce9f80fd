import { earliest, latest } from '@coach-booking/time/instant';
import { merge } from '@coach-booking/time/range';
import { multistatusOf } from '../dav/multistatus.ts';
import { MalformedXml } from '../dav/xml.ts';
import { openCalendar, MAX_CHARACTERS, MAX_OCCURRENCES, type OpenCalendar } from './read-calendar.ts';
import {
  CalendarUnreadable,
  type CalendarProblem,
  type CalendarReading,
  type OwnEvents,
  type ReadCalendar,
} from './reading.ts';

const CALENDAR_DATA = '{urn:ietf:params:xml:ns:caldav}calendar-data';
const GONE = [404, 410];
const INSUFFICIENT_STORAGE = 507;

/**
 * Returns the calendar objects of an answer. One that is gone meanwhile has none; any other that comes without its
 * text, and an answer that was cut off (RFC 6578, 3.6), would free time.
 */
const objectsOf = (multistatus: string): string[] =>
  multistatusOf(multistatus).flatMap(({ status, properties }) => {
    if (status === INSUFFICIENT_STORAGE) throw new CalendarUnreadable('too_big');
    if (status !== undefined && GONE.includes(status)) return [];
    const data = properties.get(CALENDAR_DATA)?.text;
    if (data === undefined) throw new CalendarUnreadable('malformed');
    return [data];
  });

const ZONES = /^BEGIN:VTIMEZONE[\s\S]*?^END:VTIMEZONE[^\n]*\n?/gim;
const BEGIN = 'BEGIN:VCALENDAR';
const END = 'END:VCALENDAR';

/** Returns what is between begin and end of a calendar; undefined for a text that does not have both. */
const insideOf = (object: string): string | undefined => {
  const text = object.trim();
  const isWhole = text.slice(0, BEGIN.length).toUpperCase() === BEGIN && text.slice(-END.length).toUpperCase() === END;
  return isWhole ? text.slice(BEGIN.length, -END.length).trim() : undefined;
};

/**
 * Joins objects into few calendars: those whose zones are written in the same way. The zone of one object must not
 * decide about the times of another one that has written it otherwise.
 */
const joinedOf = (insides: readonly string[]): string[] => {
  const groups = new Map<string, string[]>();
  for (const inside of insides) {
    const zones = (inside.match(ZONES) ?? []).map((zone) => zone.trim()).join('\r\n');
    const group = groups.get(zones) ?? [];
    if (group.length === 0) groups.set(zones, group);
    group.push(inside.replace(ZONES, '').trim());
  }
  return [...groups].map(([zones, parts]) => [BEGIN, zones, ...parts, END].filter((part) => part !== '').join('\r\n'));
};

const summed = (all: readonly (readonly CalendarProblem[])[]): CalendarProblem[] => {
  const found = new Map<string, CalendarProblem>();
  for (const problem of all.flat()) {
    const known = found.get(problem.code);
    found.set(problem.code, known ? { ...known, count: known.count + problem.count } : problem);
  }
  return [...found.values()];
};

interface OpenAnswer {
  readonly opened: readonly OpenCalendar[];
  /** Objects that are none. */
  readonly broken: number;
}

const openAnswer = (objects: readonly string[], reading: CalendarReading): OpenAnswer => {
  const whole = objects.map(insideOf).filter((inside) => inside !== undefined);
  return {
    opened: joinedOf(whole).map((text) => openCalendar(text, reading)),
    broken: objects.length - whole.length,
  };
};

const ownOf = ({ opened, broken }: OpenAnswer): OwnEvents => ({
  events: opened.flatMap(({ own }) => own.events),
  isWhole: broken === 0 && opened.every(({ own }) => own.isWhole),
});

const readGroups = (answers: readonly (readonly string[])[], reading: CalendarReading): ReadCalendar => {
  const read = answers.map((objects) => openAnswer(objects, reading));
  const opened = read.flatMap((answer) => answer.opened);
  const broken = read.reduce((sum, answer) => sum + answer.broken, 0);
  const times = opened.flatMap(({ times: some, freeBusy }) => [...some, ...freeBusy]);
  if (times.length > MAX_OCCURRENCES) throw new CalendarUnreadable('too_many');
  const problems = opened.map((one) => one.problems.list());
  return {
    busy: merge(
      times.map(({ start, end }) => ({ start: latest(start, reading.from), end: earliest(end, reading.until) })),
    ),
    problems: summed([...problems, broken > 0 ? [{ code: 'bad_event', count: broken }] : []]),
    events: opened.reduce((sum, { events }) => sum + events, 0),
    own: read.map(ownOf),
  };
};

/**
 * Reads the answers of CalDAV servers, each with all objects of a calendar (RFC 4791, 7.8). One object that is broken
 * is a problem; an answer that is broken is none.
 * @throws CalendarUnreadable
 */
export function readObjects(answers: readonly string[], reading: CalendarReading): ReadCalendar {
  try {
    const objects = answers.map(objectsOf);
    if (objects.flat().reduce((sum, { length }) => sum + length, 0) > MAX_CHARACTERS)
      throw new CalendarUnreadable('too_big');
    return readGroups(objects, reading);
  } catch (error) {
    if (error instanceof MalformedXml) throw new CalendarUnreadable('malformed');
    throw error;
  }
}
