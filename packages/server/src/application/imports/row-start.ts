import { parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { DAY, HOUR, MINUTE, SECOND } from '@coach-booking/time/units';
import { offsetAt, toInstant, type Zone } from '@coach-booking/time/zone';
import { RowRefusal } from './row-error.ts';

const WRITTEN = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

const refuse = (message: string): never => {
  throw new RowRefusal('start', 'INVALID_REQUEST', message);
};

/** The longest time after which clocks that go back repeat an hour. */
const MAX_REPEAT = 3 * HOUR;

/** Whether the wall shows the same again later that day. */
const isRepeated = (zone: Zone, start: Instant): boolean => {
  const back = offsetAt(zone, start) - offsetAt(zone, plus(start, MAX_REPEAT));
  return back > 0 && offsetAt(zone, plus(start, back)) === offsetAt(zone, start) - back;
};

/**
 * The instant of a row's `start`: with its own offset, or as the clock of the coach's zone showed it. Throws RowRefusal
 * for what is no time, was skipped by the clock, or was shown twice, since then it is ambiguous.
 */
export function startOfRow(text: string, zone: Zone): Instant {
  const [, date = '', hours, minutes, seconds = '0', offset] = WRITTEN.exec(text) ?? [];
  const [hour, minute, second] = [hours, minutes, seconds].map(Number) as [number, number, number];
  if (!isPlainDate(date) || hour > 23 || minute > 59 || second > 59)
    return refuse('Must be a time such as 2025-03-03 09:00, or with its offset such as 2025-03-03T08:00:00Z.');
  if (offset !== undefined) {
    const start = parseInstant(text.replace(' ', 'T'));
    return Number.isNaN(start) ? refuse('Has an offset that is none.') : start;
  }
  const wall = epochDay(date) * DAY + hour * HOUR + minute * MINUTE;
  const start = toInstant(zone, epochDay(date), hour * 60 + minute);
  if (start + offsetAt(zone, start) !== wall)
    return refuse(`The clock of ${zone.id} skipped this time: write it with its offset.`);
  if (isRepeated(zone, start))
    return refuse(`The clock of ${zone.id} showed this time twice: write it with its offset.`);
  return plus(start, second * SECOND);
}
