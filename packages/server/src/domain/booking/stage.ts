import { localDayOf, startOfLocalDay, type Zone } from '@coach-booking/time/zone';
import type { Booking } from './booking.ts';
import type { Stage } from './status.ts';

/**
 * A booking as the table of moves asks of it; the day of its session is the one on the coach's wall. Only `start` asks
 * for that, so without the zone it is left out.
 */
export function stageOf({ status, time, history }: Pick<Booking, 'status' | 'time' | 'history'>, zone?: Zone): Stage {
  return {
    status,
    start: time?.start,
    dayStart: time && zone && startOfLocalDay(zone, localDayOf(zone, time.start)),
    before: history.findLast(({ type }) => type === 'started')?.from,
  };
}
