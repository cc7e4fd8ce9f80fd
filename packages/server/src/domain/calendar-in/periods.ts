import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import type { Property } from './content-line.ts';
import { occurrenceAt, type Occurrence } from './event.ts';
import type { ForeignZones } from './foreign-zones.ts';
import type { Problems } from './problems.ts';
import { instantOf, momentOf, parseLength, UnreadableValue } from './values.ts';

/** All that the reading of one file shares. */
export interface FileContext {
  readonly zones: ForeignZones;
  readonly window: Range<Instant>;
  readonly problems: Problems;
}

const periodOf = (property: Property, { zones }: FileContext, from: string, to: string): Occurrence => {
  const moment = momentOf(property, zones, from);
  if (/^\+?P/i.test(to)) return occurrenceAt(moment.wall, moment, parseLength(to));
  return { wall: moment.wall, start: instantOf(moment), end: instantOf(momentOf(property, zones, to)) };
};

/** Returns the periods of a property, `from/to` or `from/duration`; what has no end is none. */
export function periodsOf(property: Property, context: FileContext): Occurrence[] {
  return property.value.split(',').flatMap((text) => {
    const [from, to] = text.split('/');
    if (from === undefined || to === undefined) return [];
    try {
      return [periodOf(property, context, from, to)];
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      context.problems.add('bad_event', `${property.name}: ${error.message}`);
      return [];
    }
  });
}
