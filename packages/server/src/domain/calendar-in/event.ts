import type { Instant } from '@coach-booking/time/instant';
import type { Zone } from '@coach-booking/time/zone';
import { DAY } from '@coach-booking/time/units';
import { valueOf, type Component } from './components.ts';
import type { ForeignZones } from './foreign-zones.ts';
import type { Property } from './content-line.ts';
import { endAfter, instantOf, momentOf, parseLength, UnreadableValue, type Length, type Moment } from './values.ts';

const endsBefore = new UnreadableValue('An event ends before it begins.');
const noBeginning = new UnreadableValue('An event has no beginning.');

/** An event of a file, or a change of one time of it. */
export interface ForeignEvent {
  readonly component: Component;
  readonly uid: string;
  readonly start: Moment;
  readonly length: Length;
  readonly isBusy: boolean;
  /** The time of the series that this event stands for. */
  readonly replaces?: Moment;
  /** Whether it stands for all later ones too. */
  readonly andLater: boolean;
  readonly sequence: number;
}

const isWord = (component: Component, name: string, word: string) => valueOf(component, name)?.toUpperCase() === word;

const hasDeclined = (attendees: readonly Property[] | undefined, owner: string | undefined): boolean =>
  owner !== undefined &&
  !!attendees?.some(
    ({ params, value }) =>
      value.toLowerCase() === `mailto:${owner.toLowerCase()}` && params.get('PARTSTAT')?.toUpperCase() === 'DECLINED',
  );

const isBusy = (component: Component, owner: string | undefined): boolean =>
  !isWord(component, 'TRANSP', 'TRANSPARENT') &&
  !isWord(component, 'STATUS', 'CANCELLED') &&
  !isWord(component, 'X-MICROSOFT-CDO-BUSYSTATUS', 'FREE') &&
  !hasDeclined(component.properties.get('ATTENDEE'), owner);

/** Returns how long an event lasts. A day lasts one at least; what has only a beginning takes no time. */
const lengthOf = (start: Moment, component: Component, zones: ForeignZones): Length => {
  const duration = valueOf(component, 'DURATION');
  const [end] = component.properties.get('DTEND') ?? [];
  if (end) {
    const moment = momentOf(end, zones);
    if (start.isDay && moment.isDay) return { days: Math.max(1, (moment.wall - start.wall) / DAY), exact: 0 };
    const exact = instantOf(moment) - instantOf(start);
    if (exact < 0) throw endsBefore;
    return { days: 0, exact };
  }
  if (duration !== undefined) return parseLength(duration);
  return { days: start.isDay ? 1 : 0, exact: 0 };
};

/** Reads one event. Throws an UnreadableValue when it has no real beginning or end. */
export function readEvent(component: Component, zones: ForeignZones, owner: string | undefined): ForeignEvent {
  const [begin] = component.properties.get('DTSTART') ?? [];
  if (!begin) throw noBeginning;
  const start = momentOf(begin, zones);
  const [replaced] = component.properties.get('RECURRENCE-ID') ?? [];
  return {
    component,
    uid: valueOf(component, 'UID') ?? '',
    start,
    length: lengthOf(start, component, zones),
    isBusy: isBusy(component, owner),
    ...(replaced && { replaces: momentOf(replaced, zones) }),
    andLater: replaced?.params.get('RANGE')?.toUpperCase() === 'THISANDFUTURE',
    sequence: Number(valueOf(component, 'SEQUENCE')) || 0,
  };
}

/** One time of an event. */
export interface Occurrence {
  /** As it stands in the zone of the series. */
  readonly wall: number;
  readonly start: Instant;
  readonly end: Instant;
}

/** Returns the time of an event that begins at this wall clock of its zone. */
export function occurrenceAt(
  wall: number,
  { isDay, zone }: { isDay: boolean; zone: Zone },
  length: Length,
): Occurrence {
  const moment = { wall, isDay, zone };
  return { wall, start: instantOf(moment), end: endAfter(moment, length) };
}
