import { valueOf, type Component } from './components.ts';
import { occurrenceAt, readEvent } from './event.ts';
import type { ForeignZones } from './foreign-zones.ts';
import type { OwnEvent } from './reading.ts';
import { UnreadableValue } from './values.ts';

/** Returns an event of ours as it stands in a calendar, busy or not; nothing for a change of one time of a series. */
export function ownEventOf(component: Component, zones: ForeignZones): OwnEvent[] {
  if (component.properties.has('RECURRENCE-ID')) return [];
  const uid = valueOf(component, 'UID')!.toLowerCase();
  if (valueOf(component, 'STATUS')?.toUpperCase() === 'CANCELLED') return [{ uid, isCancelled: true }];
  try {
    const { start: begin, length } = readEvent(component, zones, undefined);
    const { start, end } = occurrenceAt(begin.wall, begin, length);
    return [{ uid, time: { start, end } }];
  } catch (error) {
    if (error instanceof UnreadableValue) return [{ uid }];
    throw error;
  }
}
