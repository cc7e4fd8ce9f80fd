import { addMonths } from '@coach-booking/time/dates';
import type { PlainDate } from './plain-date.ts';
import { addDays, weekdayOf } from '@coach-booking/time/dates';

/**
 * Returns the date to which a key leads in a grid of weeks; the page keys turn by so many months. Null for a key
 * without a meaning there.
 */
export function dateByKey(
  date: PlainDate,
  key: string,
  { rtl, firstWeekday }: { readonly rtl: boolean; readonly firstWeekday: number },
  months = 1,
): PlainDate | null {
  const intoWeek = (weekdayOf(date) - firstWeekday + 7) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, rtl ? 1 : -1);
    case 'ArrowRight':
      return addDays(date, rtl ? -1 : 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return addDays(date, -intoWeek);
    case 'End':
      return addDays(date, 6 - intoWeek);
    case 'PageUp':
      return addMonths(date, -months);
    case 'PageDown':
      return addMonths(date, months);
    default:
      return null;
  }
}
