import { NOTHING_COUNTED, addedUp, type FunnelCounts, type FunnelGroup, type FunnelSum } from './funnel-counts.ts';

/** The share of visits that became bookings. */
export interface ConversionFigures {
  readonly views: number;
  readonly chosen: number;
  readonly bookings: number;
  /** Percent of the views, one decimal; null without views. */
  readonly chosenRate: number | null;
  readonly rate: number | null;
}

export interface ConversionRow extends ConversionFigures {
  readonly key: string;
  readonly coachId?: string;
}

/**
 * Returns a part in percent of a whole, with one decimal, at most 100; null of nothing. Divides once, so that an exact
 * half stays one. A booking without a visit, by a page of the partner's own, would make it more.
 */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.min(100, Math.round((part * 1000) / whole) / 10);
}

/** Returns the figures of counts; `of` names the count that all others are a part of. */
const figuresOf = (counts: FunnelCounts, of: 'visits' | 'viewed'): ConversionFigures => ({
  views: counts[of],
  chosen: counts.chosen,
  bookings: counts.booked,
  chosenRate: percentOf(counts.chosen, counts[of]),
  rate: percentOf(counts.booked, counts[of]),
});

const isCounted = ({ views, chosen, bookings }: ConversionFigures): boolean => views + chosen + bookings > 0;

/** Returns the rows of a grouping: the most bookings first, by day the earliest. Rows of nothing are left out. */
export function conversionRows(sums: readonly FunnelSum[], by: FunnelGroup): ConversionRow[] {
  return (
    sums
      // A visit in which no service was chosen yet is of no service.
      .filter(({ key }) => by !== 'service' || key !== '')
      .map(({ key, coachId, counts }) => ({
        key,
        ...(coachId !== undefined && { coachId }),
        ...figuresOf(counts, by === 'service' ? 'viewed' : 'visits'),
      }))
      .filter(isCounted)
      .sort((a, b) =>
        by === 'day'
          ? a.key < b.key
            ? -1
            : 1
          : b.bookings - a.bookings || b.views - a.views || b.chosen - a.chosen || (a.key < b.key ? -1 : 1),
      )
  );
}

/** Returns the figures of all groups together. A visit counts once in them, whatever services it looked at. */
export function conversionTotal(sums: readonly FunnelSum[]): ConversionFigures {
  return figuresOf(
    sums.reduce((all, { counts }) => addedUp(all, counts), NOTHING_COUNTED),
    'visits',
  );
}
