import { DAY } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';

const RETENTION_DAYS = 365;

/**
 * Returns the instant before which ended entries are dropped at the next write of their list. A year ago by both
 * clocks: a test clock set far ahead must not drop entries that are still ahead.
 */
export function retentionStart({ realNow }: Pick<Core, 'realNow'>, context: Context): number {
  return Math.min(context.now, realNow()) - RETENTION_DAYS * DAY;
}

/**
 * Checks the length of a list of the head: the head is read for every request, so it must stay bounded. Throws
 * SCHEDULE_INVALID.
 */
export function bounded<T>(list: readonly T[], most: number, path: string): readonly T[] {
  if (list.length > most) throw scheduleInvalid([{ path, message: `At most ${most} can be kept.` }]);
  return list;
}
