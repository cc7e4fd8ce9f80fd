import type { Instant } from '@coach-booking/time/instant';
import type { LedgerScope } from './ledgers.ts';

/** A booking or an absence whose wall-clock time in the coach's zone is another since the law of the zone changed. */
export interface ZoneChange extends LedgerScope {
  /** Of the booking or the absence. */
  readonly id: string;
  readonly kind: 'booking' | 'time_off';
  readonly coachId: string;
  /** The zone of the coach at that time. */
  readonly timeZone: string;
  /** Instants, as they were then. */
  readonly start: Instant;
  readonly end: Instant;
  /** Milliseconds to add to UTC for the wall-clock times that were agreed. */
  readonly startOffset: number;
  readonly endOffset: number;
  /** Of the other database. */
  readonly release: string;
}

/** The changes that coaches have still to decide on after the law of their zone changed. Ids and instants alone. */
export interface ZoneChanges {
  /**
   * Adds it. One of the same id and start stays as it is: the first one has what was agreed. Goes by itself after its
   * end.
   */
  add(change: ZoneChange): Promise<void>;
  /** Returns those of a coach, by start and then id. */
  ofCoach(scope: LedgerScope, coachId: string): Promise<readonly ZoneChange[]>;
  /** Removes these of a coach; one that is gone is no error. */
  remove(scope: LedgerScope, coachId: string, ids: readonly string[]): Promise<void>;
}
