import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { offsetAt, toInstant, type Zone } from '@coach-booking/time/zone';
import { RowRefusal } from './row-error.ts';

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

const refuse = (message: string): never => {
  throw new RowRefusal('start', 'INVALID_REQUEST', message);
};

/** Where the clock goes back, it shows the same again after this at most. */
const MAX_REPEAT = 3 * HOUR;

/** Whether the wall shows the same again later that day. */
const isRepeated = (zone: Zone, instant: number): boolean => {
  const back = offsetAt(zone, instant) - offsetAt(zone, instant + MAX_REPEAT);
  return back > 0 && offsetAt(zone, instant + back) === offsetAt(zone, instant) - back;
};

/**
 * The instant of a row's `start`: with its own offset, or as the clock of the coach's zone showed it. Throws RowRefusal
 * for what is no time, was skipped by the clock, or was shown twice, since then nobody knows which was meant.
 */
export function startOfRow(text: string, zone: Zone): number {
  const [, date = '', hours, minutes, seconds = '0', offset] = WRITTEN.exec(text) ?? [];
  const [hour, minute, second] = [hours, minutes, seconds].map(Number) as [number, number, number];
  if (!isPlainDate(date) || hour > 23 || minute > 59 || second > 59)
    return refuse('Must be a time such as 2025-03-03 09:00, or with its offset such as 2025-03-03T08:00:00Z.');
  if (offset !== undefined) {
    const instant = Date.parse(text.replace(' ', 'T'));
    return Number.isNaN(instant) ? refuse('Has an offset that is none.') : instant;
  }
  const wall = epochDay(date) * DAY + hour * HOUR + minute * MINUTE;
  const instant = toInstant(zone, epochDay(date), hour * 60 + minute);
  if (instant + offsetAt(zone, instant) !== wall)
    return refuse(`The clock of ${zone.id} skipped this time: write it with its offset.`);
  if (isRepeated(zone, instant))
    return refuse(`The clock of ${zone.id} showed this time twice: write it with its offset.`);
  return instant + second * 1000;
}
