import type { CalendarBooking, CalendarFlowState } from './state.ts';

/**
 * Counts the bookings that start in `[begin, end)` (milliseconds), as the server does. `upcoming` are active and not
 * yet begun.
 */
export function summaryOf(
  bookings: readonly CalendarBooking[],
  begin: number,
  end: number,
  now: number,
): CalendarFlowState['summary'] {
  const summary = { total: 0, completed: 0, upcoming: 0, cancelled: 0, noShow: 0 };
  for (const { status, start = '' } of bookings) {
    const at = Date.parse(start);
    if (at < begin || at >= end) continue;
    summary.total++;
    if (status === 'completed' || status === 'cancelled') summary[status]++;
    else if (status === 'no_show') summary.noShow++;
    else if (at > now) summary.upcoming++;
  }
  return summary;
}
