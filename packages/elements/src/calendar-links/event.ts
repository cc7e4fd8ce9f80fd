/**
 * An event of a calendar file. `start`, `end` and `stamp` are UTC instants; `stamp` is when the file is made. `uid` is
 * the same for the same booking, and `sequence` grows with each change of its time: a calendar ignores a change without
 * a higher number.
 */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
  /** Default 0. */
  readonly sequence?: number;
  /** Default `CONFIRMED`. */
  readonly status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly location?: string;
  readonly description: string;
  readonly url: string;
}

/** `2028-04-11T13:00:00.000Z` → `20280411T130000Z`. */
export function basicInstant(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`.replace(/[-:]/g, '');
}
