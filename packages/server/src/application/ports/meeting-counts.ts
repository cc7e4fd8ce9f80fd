import type { PlainDate } from '@coach-booking/time/plain-date';
import type { LedgerScope } from './ledgers.ts';

/** A host of meetings at a provider. */
export interface CountedHost extends LedgerScope {
  /** A mark of its own for each host, which names no one. */
  readonly host: string;
}

/** The number of creations and changes of a host's meetings per day. Days are of UTC. */
export interface MeetingCounts {
  /** Counts one where the day has not come to `most`. Returns the number with it, and null where none was counted. */
  take(host: CountedHost, day: PlainDate, most: number): Promise<number | null>;
  /** Takes back one that was counted and never asked for. */
  giveBack(host: CountedHost, day: PlainDate): Promise<void>;
  /** Returns true to one caller alone for each day: it notifies the coach that the day is nearly used up. */
  isFirstToTell(host: CountedHost, day: PlainDate): Promise<boolean>;
}

/** Days for which counts are kept. */
export const MEETING_COUNT_DAYS = 3;
