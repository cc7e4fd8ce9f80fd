import { DAY } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { scheduleInvalid } from '../coach-head/schedule-invalid.ts';

const RETENTION_DAYS = 365;

/**
 * What was over at this instant is forgotten when its list is written next. A year ago by both clocks: a test clock set
 * far ahead must not make a coach forget what is still to come.
 */
export function retentionStart({ realNow }: Pick<Core, 'realNow'>, context: Context): number {
  return Math.min(context.now, realNow()) - RETENTION_DAYS * DAY;
}

/** A list of the head, which is read with every question, so it may not grow for ever. Throws SCHEDULE_INVALID. */
export function bounded<T>(list: readonly T[], most: number, path: string): readonly T[] {
  if (list.length > most) throw scheduleInvalid([{ path, message: `At most ${most} can be kept.` }]);
  return list;
}
