import type { ZoneLaw } from '@coach-booking/time/zone-law';

/** The law of the zones by which the times in a store were agreed. */
export interface RecordedLaw {
  /** The store was looked through when this became the law. */
  readonly law: ZoneLaw;
  /**
   * The law before, as long as processes with only that one may write. Null: there was none on record, so it was that
   * of their machine's Intl.
   */
  readonly earlier?: ZoneLaw | null;
}

/** The record of the law, one of a store, over all partners. */
export interface ZoneLaws {
  /** Returns null for a store that has none yet. */
  read(): Promise<RecordedLaw | null>;
  write(recorded: RecordedLaw): Promise<void>;
  /**
   * Runs it while no other process changes the store as a whole; `renew` extends its lease, and throws once another
   * process has taken over. Returns false where it did not run to its end for that reason.
   */
  alone(run: (renew: () => Promise<void>) => Promise<void>): Promise<boolean>;
}
