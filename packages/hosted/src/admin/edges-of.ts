import { addDays } from '@coach-booking/time/dates';
import { instantOf } from '@coach-booking/elements/internal/dates/wall';
import type { AdminView } from './view.ts';

const isDate = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

/**
 * Returns the range of instants of the plain dates `from` and `to`, the last one included, in the page's
 * zone by the server's offsets.
 */
export async function edgesOf(
  { from, to }: { readonly from?: string; readonly to?: string },
  { offsets, format: { timeZone } }: AdminView,
): Promise<{ from?: string; to?: string }> {
  if (from || to) await offsets;
  return {
    ...(isDate(from) && { from: instantOf({ date: from, time: '00:00' }, timeZone) }),
    ...(isDate(to) && { to: instantOf({ date: addDays(to, 1), time: '00:00' }, timeZone) }),
  };
}
