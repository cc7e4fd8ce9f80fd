import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Bookings, working hours and time off of a range of at most 92 days. Coach side. */
export const getCalendar = /* @__PURE__ */ operation<'getCalendar'>(contract.getCalendar);

/** A month, day by day, in the coach's zone. Coach side. */
export const getCalendarMonth = /* @__PURE__ */ operation<'getCalendarMonth'>(contract.getCalendarMonth);

/** The week of a date, beginning on the day that the preferences set. Coach side. */
export const getCalendarWeek = /* @__PURE__ */ operation<'getCalendarWeek'>(contract.getCalendarWeek);

/** One day with all that can be done on it. Coach side. */
export const getCalendarDay = /* @__PURE__ */ operation<'getCalendarDay'>(contract.getCalendarDay);

/** Returns how the coach likes the calendar. Coach side. */
export const getPreferences = /* @__PURE__ */ operation<'getPreferences'>(contract.getPreferences);

/** Replaces the preferences; what is absent takes its default. Coach side. */
export const updatePreferences = /* @__PURE__ */ operation<'updatePreferences'>(contract.updatePreferences);
