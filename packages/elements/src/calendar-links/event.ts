/**
 * An event for a person's calendar. `start`, `end` and `stamp` are UTC instants; `uid` is the same for the same
 * booking.
 */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
  readonly description: string;
  readonly url: string;
}

/** `2028-04-11T13:00:00.000Z` → `20280411T130000Z`. */
export function basicInstant(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`.replace(/[-:]/g, '');
}
