import { linesOf, nameOf, parseLine, type Property } from './content-line.ts';
import type { Problems } from './problems.ts';
import { CalendarUnreadable } from './reading.ts';

export interface Component {
  /** By their name in upper case, in their order; only those that count here. */
  readonly properties: ReadonlyMap<string, readonly Property[]>;
  /** The observances of a zone. */
  readonly children: readonly Component[];
}

export interface Components {
  readonly events: readonly Component[];
  /** Published lists of free and busy times. */
  readonly freeBusy: readonly Component[];
  readonly zones: readonly Component[];
}

/** All that decides when a person is busy. A broken line of anything else, such as a description, spoils nothing. */
export const busyProperties: ReadonlySet<string> = new Set([
  ...['UID', 'DTSTART', 'DTEND', 'DURATION', 'RRULE', 'RDATE', 'EXDATE', 'EXRULE', 'RECURRENCE-ID', 'SEQUENCE'],
  ...['STATUS', 'TRANSP', 'X-MICROSOFT-CDO-BUSYSTATUS', 'ATTENDEE', 'FREEBUSY'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO'],
]);

interface Open {
  readonly name: string;
  readonly properties: Map<string, Property[]>;
  readonly children: Open[];
}

const parents: Readonly<Record<string, string>> = { STANDARD: 'VTIMEZONE', DAYLIGHT: 'VTIMEZONE' };
const kinds = { VEVENT: 'events', VFREEBUSY: 'freeBusy', VTIMEZONE: 'zones' } as const;
const isKind = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name);

/**
 * Takes a calendar apart. An event that is not closed is a problem, and not the end.
 * @throws CalendarUnreadable `malformed`: it does not begin and end as a calendar, so it is none, or only half of one
 */
export function componentsOf(text: string, problems: Problems, read = busyProperties): Components {
  const lines = linesOf(text);
  const isCalendar = (line: string | undefined, word: string) => line?.trim().toUpperCase() === `${word}:VCALENDAR`;
  const first = lines.find((line) => line.trim() !== '');
  const last = lines.findLast((line) => line.trim() !== '');
  if (!isCalendar(first, 'BEGIN') || !isCalendar(last, 'END')) throw new CalendarUnreadable('malformed');

  const found = { events: [] as Component[], freeBusy: [] as Component[], zones: [] as Component[] };
  let open: Open | undefined;
  let child: Open | undefined;
  /** The depth in components that do not count, such as alarms. */
  let ignored = 0;
  const abandon = () => {
    if (open) problems.add('bad_event', 'An event does not end.');
    open = child = undefined;
    ignored = 0;
  };
  const begin = (name: string) => {
    const opened = { name, properties: new Map<string, Property[]>(), children: [] };
    if (isKind(name) || name === 'VCALENDAR') {
      abandon();
      open = isKind(name) ? opened : undefined;
    } else if (open && !child && ignored === 0 && parents[name] === open.name) child = opened;
    else ignored++;
  };
  const end = (name: string) => {
    if (name === open?.name) {
      found[kinds[name as keyof typeof kinds]].push(open);
      open = child = undefined;
      ignored = 0;
    } else if (name === 'VCALENDAR') abandon();
    else if (ignored > 0) ignored--;
    else if (open && child && name === child.name) {
      open.children.push(child);
      child = undefined;
    }
  };

  for (const line of lines) {
    const name = nameOf(line);
    if (name === 'BEGIN') begin(line.slice(6).trim().toUpperCase());
    else if (name === 'END') end(line.slice(4).trim().toUpperCase());
    else if (open && ignored === 0 && read.has(name)) {
      const property = parseLine(name, line);
      const { properties } = child ?? open;
      const same = properties.get(name);
      if (!property) problems.add('bad_event', `A line of ${name} cannot be read.`);
      else if (same) same.push(property);
      else properties.set(name, [property]);
    }
  }
  return found;
}

/** Returns the value of the first property of this name. */
export function valueOf(component: Component, name: string): string | undefined {
  return component.properties.get(name)?.[0]?.value;
}
