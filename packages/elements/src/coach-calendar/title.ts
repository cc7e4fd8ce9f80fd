import type { CalendarFlowState, CalendarView } from '@coach-booking/sdk';
import { utcOf } from '@coach-booking/time/dates';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns whether the title names the first and the last date. */
const isRange = (shown: CalendarView) => shown !== 'month' && shown !== 'day';

function formatOf(language: string, shown: CalendarView): Intl.DateTimeFormat {
  const key = `${language} ${shown}`;
  let format = formats.get(key);
  if (!format) {
    const day = shown === 'month' ? {} : ({ day: 'numeric' } as const);
    const weekday = shown === 'day' ? ({ weekday: 'long' } as const) : {};
    format = new Intl.DateTimeFormat(language, {
      ...weekday,
      ...day,
      month: isRange(shown) ? 'short' : 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(key, format);
  }
  return format;
}

/** Returns the title of the shown range: `April 2028`, `10 – 16 Apr 2028`, `Tuesday 11 April 2028`. */
export function titleOf(
  language: string,
  shown: CalendarView,
  { date, range }: Pick<CalendarFlowState, 'date' | 'range'>,
): string {
  const format = formatOf(language, shown);
  return isRange(shown) ? format.formatRange(utcOf(range.from), utcOf(range.to)) : format.format(utcOf(date));
}
