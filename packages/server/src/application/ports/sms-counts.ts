import type { PlainDate } from '@coach-booking/time/plain-date';
import type { LedgerScope } from './ledgers.ts';

/** The number of segments of a partner's SMS per day. Days are of UTC. */
export interface SmsCounts {
  /** Counts so many where the day does not come to more than `most` by them. False, and nothing counted, otherwise. */
  take(scope: LedgerScope, day: PlainDate, segments: number, most: number): Promise<boolean>;
  /** Takes back what was counted and not sent. */
  giveBack(scope: LedgerScope, day: PlainDate, segments: number): Promise<void>;
  /** Returns true to one caller alone for each day: it notifies the admins that the count is used up. */
  isFirstToTell(scope: LedgerScope, day: PlainDate): Promise<boolean>;
}

/** Days for which counts are kept. */
export const SMS_COUNT_DAYS = 40;
