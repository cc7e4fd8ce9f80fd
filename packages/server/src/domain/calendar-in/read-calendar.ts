import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { merge, overlaps, type Range } from '@coach-booking/time/range';
import { zoneOf } from '@coach-booking/time/zone';
import { busyProperties, componentsOf, valueOf, type Component } from './components.ts';
import { readEvent, type ForeignEvent } from './event.ts';
import { openForeignZones } from './foreign-zones.ts';
import { periodsOf, type FileContext } from './periods.ts';
import { openProblems, type Problems } from './problems.ts';
import { ownEventOf } from './own-event.ts';
import { CalendarUnreadable, type CalendarReading, type OwnEvents, type ReadCalendar } from './reading.ts';
import { busyOf, type BusyTime } from './series.ts';
import { UnreadableValue } from './values.ts';

/** Characters of a file. */
export const MAX_CHARACTERS = 10_000_000;
/** Times of all events of a file within the window. */
export const MAX_OCCURRENCES = 50_000;

const readEvents = (components: readonly Component[], context: FileContext, owner?: string): ForeignEvent[] =>
  components.flatMap((component) => {
    try {
      return [readEvent(component, context.zones, owner)];
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      context.problems.add('bad_event', error.message);
      return [];
    }
  });

interface Family {
  readonly events: ForeignEvent[];
  readonly changes: ForeignEvent[];
}

/** Returns the events with the same UID together. Of several changes of the same time, the last one stands. */
const familiesOf = (events: readonly ForeignEvent[]): Family[] => {
  const families = new Map<string, Family>();
  const alone: Family[] = [];
  for (const event of events) {
    let family = event.uid === '' ? undefined : families.get(event.uid);
    if (!family) {
      family = { events: [], changes: [] };
      if (event.uid === '') alone.push(family);
      else families.set(event.uid, family);
    }
    (event.replaces ? family.changes : family.events).push(event);
  }
  return [...families.values(), ...alone];
};

const standing = (changes: readonly ForeignEvent[]): ForeignEvent[] => {
  const last = new Map<string, ForeignEvent>();
  for (const change of [...changes].sort((a, b) => a.sequence - b.sequence)) {
    const { wall, isDay, zone } = change.replaces!;
    last.set(`${wall} ${isDay} ${zone.id}`, change);
  }
  return [...last.values()];
};

const freeBusyOf = (components: readonly Component[], context: FileContext): Range<Instant>[] =>
  components
    .flatMap((component) => component.properties.get('FREEBUSY') ?? [])
    .filter(({ params }) => params.get('FBTYPE')?.toUpperCase() !== 'FREE')
    .flatMap((property) => periodsOf(property, context))
    .filter((period) => overlaps(period, context.window));

/** A file taken apart, with the busy times of its events. */
export interface OpenCalendar {
  readonly times: readonly BusyTime[];
  readonly freeBusy: readonly Range<Instant>[];
  readonly problems: Problems;
  readonly events: number;
  readonly own: OwnEvents;
}

/**
 * Opens an iCalendar file. `read`: the properties that count.
 * @throws CalendarUnreadable
 */
export function openCalendar(text: string, reading: CalendarReading, read = busyProperties): OpenCalendar {
  if (text.length > MAX_CHARACTERS) throw new CalendarUnreadable('too_big');
  const window = { start: reading.from, end: reading.until };
  const problems = openProblems();
  const components = componentsOf(text, problems, read);
  // An event that is not closed may be any.
  const isWhole = problems.list().length === 0;
  const zones = openForeignZones(zoneOf(reading.timeZone), components.zones, window.end, problems);
  const context = { zones, window, problems };
  const ownUids = new Set(reading.ownUids);
  const isOwn = (component: Component) => ownUids.has(valueOf(component, 'UID')?.toLowerCase() ?? '');
  const others = ownUids.size === 0 ? components.events : components.events.filter((component) => !isOwn(component));
  const events = readEvents(others, context, reading.owner);
  const own = {
    events:
      others === components.events ? [] : components.events.filter(isOwn).flatMap((one) => ownEventOf(one, zones)),
    isWhole,
  };

  const times: BusyTime[] = [];
  const take = (some: readonly BusyTime[]) => {
    if (times.length + some.length > MAX_OCCURRENCES) throw new CalendarUnreadable('too_many');
    for (const time of some) times.push(time);
  };
  for (const family of familiesOf(events)) {
    const changes = standing(family.changes);
    for (const event of family.events) take(busyOf(event, changes, context));
    for (const change of changes) take(busyOf(change, [], context));
  }
  const freeBusy = freeBusyOf(components.freeBusy, context);
  if (times.length + freeBusy.length > MAX_OCCURRENCES) throw new CalendarUnreadable('too_many');
  return { times, freeBusy, problems, events: components.events.length, own };
}

/**
 * Reads an iCalendar file: when its owner is busy. Whatever the process's zone is, the answer is the same.
 * @throws CalendarUnreadable
 */
export function readCalendar(text: string, reading: CalendarReading): ReadCalendar {
  const { times, freeBusy, problems, events, own } = openCalendar(text, reading);
  const within = [...times, ...freeBusy].map(({ start, end }) => ({
    start: latest(start, reading.from),
    end: earliest(end, reading.until),
  }));
  return { busy: merge(within), problems: problems.list(), events, own: [own] };
}
