export { getCalendar } from './get-calendar.ts';
export { getCalendarDay } from './get-calendar-day.ts';
export { getCalendarMonth } from './get-calendar-month.ts';
export { getCalendarWeek } from './get-calendar-week.ts';
export { getPreferences } from './get-preferences.ts';
export { updatePreferences } from './update-preferences.ts';
