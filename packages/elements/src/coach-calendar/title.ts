import type { CalendarFlowState, CalendarView } from '@coach-booking/sdk';
import { utcOf } from '@coach-booking/time/dates';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns whether the title names the first and the last date. */
const isRange = (shown: CalendarView) => shown !== 'month' && shown !== 'day';

function formatOf(language: string, shown: CalendarView, isShort: boolean): Intl.DateTimeFormat {
  const key = `${language} ${shown} ${isShort}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, {
      ...(shown === 'day' && { weekday: isShort ? 'short' : 'long' }),
      ...(shown !== 'month' && { day: 'numeric' }),
      month: isShort || isRange(shown) ? 'short' : 'long',
      ...((!isShort || shown === 'month') && { year: 'numeric' }),
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format;
}

/** Returns the title of the shown range: `April 2028`, `10 – 16 Apr 2028`, `Tuesday 11 April 2028`, or a short one. */
export function titleOf(
  language: string,
  shown: CalendarView,
  { date, range }: Pick<CalendarFlowState, 'date' | 'range'>,
  isShort = false,
): string {
  const format = formatOf(language, shown, isShort);
  return isRange(shown) ? format.formatRange(utcOf(range.from), utcOf(range.to)) : format.format(utcOf(date));
}
