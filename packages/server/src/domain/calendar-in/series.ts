import { plus, type Instant } from '@coach-booking/time/instant';
import { offsetAt } from '@coach-booking/time/zone';
import type { Range } from '@coach-booking/time/range';
import { DAY } from '@coach-booking/time/units';
import { occurrenceAt, type ForeignEvent, type Occurrence } from './event.ts';
import { expand } from './expand.ts';
import { periodsOf, type FileContext } from './periods.ts';
import { parseRule, UnsupportedRule, type Rule } from './rule.ts';
import { instantOf, momentOf, UnreadableValue, type Moment } from './values.ts';

/** The most by which a change may move all later times: of those moved further, the old times are not looked for. */
const MAX_SHIFT = 31 * DAY;

const wallOf = (event: ForeignEvent, at: number): number => at + offsetAt(event.start.zone, at);

const readRule = (text: string, { problems }: FileContext): Rule | undefined => {
  try {
    return parseRule(text);
  } catch (error) {
    if (error instanceof UnsupportedRule) problems.add('unsupported', `${error.message} ${text}`);
    else if (error instanceof UnreadableValue) problems.add('bad_rule', text);
    else throw error;
    return undefined;
  }
};

/** Returns the values of EXDATE, or of RDATE without the periods. */
const momentsOf = (event: ForeignEvent, name: 'EXDATE' | 'RDATE', { zones, problems }: FileContext): Moment[] =>
  (event.component.properties.get(name) ?? []).flatMap((property) =>
    property.value.split(',').flatMap((text) => {
      if (text.includes('/') || text === '') return [];
      try {
        return [momentOf(property, zones, text)];
      } catch (error) {
        if (!(error instanceof UnreadableValue)) throw error;
        problems.add('bad_event', `${name}: ${error.message}`);
        return [];
      }
    }),
  );

/** Returns the wall clocks at which an event begins, by itself, its rules and its list of times. */
const wallsOf = (event: ForeignEvent, window: Range, context: FileContext): number[] => {
  const { start, component } = event;
  const span = { start: start.wall, from: wallOf(event, window.start) - DAY, until: wallOf(event, window.end) + DAY };
  const walls = [start.wall];
  for (const { value } of component.properties.get('RRULE') ?? []) {
    const parsed = readRule(value, context);
    if (!parsed) continue;
    // Times of day have no meaning for days: RFC 5545, 3.3.10.
    const rule = start.isDay ? { ...parsed, hours: undefined, minutes: undefined, seconds: undefined } : parsed;
    const { until } = rule;
    const last = until && (until.isUtc ? wallOf(event, until.wall) : until.wall);
    const { walls: found, isCut } = expand(rule, { ...span, last });
    if (isCut) context.problems.add('clipped', value);
    for (const wall of found) walls.push(wall);
  }
  if (component.properties.has('EXRULE')) context.problems.add('unsupported', 'A rule of times that are left out.');
  for (const moment of momentsOf(event, 'RDATE', context))
    walls.push(start.isDay ? Math.floor(moment.wall / DAY) * DAY : wallOf(event, instantOf(moment)));
  return walls;
};

/** The times that are taken out of a series: by instants, whatever zone they are written in, and whole days. */
interface Gone {
  has(occurrence: Occurrence): boolean;
}

const goneOf = (event: ForeignEvent, moments: readonly Moment[]): Gone => {
  const instants = new Set<number>();
  const days = new Set<number>();
  for (const moment of moments) {
    if (!moment.isDay) instants.add(instantOf(moment));
    // Some write the midnight of a day for the day, in UTC too.
    if (moment.isDay || (event.start.isDay && moment.wall % DAY === 0)) days.add(moment.wall / DAY);
  }
  return { has: ({ wall, start }) => instants.has(start) || days.has(Math.floor(wall / DAY)) };
};

/** Returns by how much a change moves the time that it replaces, by the wall clock of the series. */
const shiftOf = (event: ForeignEvent, { start, replaces }: ForeignEvent): number =>
  event.start.isDay
    ? start.wall - replaces!.wall
    : wallOf(event, instantOf(start)) - wallOf(event, instantOf(replaces!));

/** A time at which an event is busy. */
export interface BusyTime extends Range<Instant> {
  /** The event as it stands in the file: the series, or a change of it. */
  readonly event: ForeignEvent;
  /** The instant at which its series has it, which a change does not move. */
  readonly original: Instant;
}

/** Returns the busy times of one event with all its changes, in no order. `changes`: those with `replaces`. */
export function busyOf(
  event: ForeignEvent,
  changes: readonly ForeignEvent[],
  context: FileContext,
): readonly BusyTime[] {
  const { window } = context;
  const lasts = event.length.days * DAY + event.length.exact + DAY;
  const later = changes
    .filter((change) => change.andLater && change.replaces)
    .map((change) => ({ change, from: instantOf(change.replaces!), shift: shiftOf(event, change) }))
    .filter(({ change, shift }) => {
      const isNear = Math.abs(shift) <= MAX_SHIFT && change.start.isDay === event.start.isDay;
      if (!isNear) context.problems.add('unsupported', 'A change of all later times that moves them far.');
      return isNear;
    })
    .sort((a, b) => a.from - b.from);
  const reach = Math.max(lasts, ...later.map(({ change }) => change.length.days * DAY + change.length.exact + DAY));
  const wide = {
    start: plus(window.start, -reach - (later.length > 0 ? MAX_SHIFT : 0)),
    end: plus(window.end, later.length > 0 ? MAX_SHIFT : 0),
  };
  const gone = goneOf(event, [...momentsOf(event, 'EXDATE', context), ...changes.map(({ replaces }) => replaces!)]);
  const busy: BusyTime[] = [];
  const add = (by: ForeignEvent, { start, end }: Occurrence, original: Instant) => {
    if (start < window.end && end > window.start && start < end) busy.push({ start, end, event: by, original });
  };
  for (const wall of new Set(wallsOf(event, wide, context))) {
    const occurrence = occurrenceAt(wall, event.start, event.length);
    if (gone.has(occurrence)) continue;
    const since = later.findLast(({ from }) => occurrence.start >= from);
    if (!since) {
      if (event.isBusy) add(event, occurrence, event.replaces ? instantOf(event.replaces) : occurrence.start);
    } else if (since.change.isBusy && !since.change.component.properties.has('RRULE'))
      add(since.change, occurrenceAt(wall + since.shift, event.start, since.change.length), occurrence.start);
  }
  if (event.isBusy)
    for (const property of event.component.properties.get('RDATE') ?? [])
      for (const period of periodsOf(property, context)) if (!gone.has(period)) add(event, period, period.start);
  return busy;
}
