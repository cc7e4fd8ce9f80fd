import type { SourceCalendar } from './source-access.ts';

/** A calendar of a connected account, as its provider lists it. */
export interface AccountCalendar extends SourceCalendar {
  /** The account's first one, which it has from the beginning. */
  readonly isMain: boolean;
  /** Whether bookings can be written into it. */
  readonly canWrite: boolean;
}
