import type { Core } from '../core.ts';
import { fingerprint } from '../fingerprint.ts';
import type { BookingListQuery, BookingPosition } from '../ports/booking-reads.ts';
import { refuseInput } from '../scope.ts';

type Filters = Omit<BookingListQuery, 'after' | 'limit'>;

interface Cursor extends BookingPosition {
  /** The filters that the page before was asked with. */
  readonly of: string;
}

export const signPosition = (core: Core, filters: Filters, { at, id }: BookingPosition): string =>
  core.tokens.signCursor(JSON.stringify({ at, id, of: fingerprint(filters) } satisfies Cursor));

/** Where a page begins. Throws INVALID_REQUEST for a cursor that is not ours, or of a list with other filters. */
export const positionIn = (core: Core, filters: Filters, cursor: string): BookingPosition => {
  const text = core.tokens.readCursor(cursor) ?? refuseInput('cursor', 'Send the nextCursor of the page before.');
  const { at, id, of } = JSON.parse(text) as Partial<Cursor>;
  if (at === undefined || id === undefined || of !== fingerprint(filters))
    return refuseInput('cursor', 'Send the same filters as with the page before.');
  return { at, id };
};
