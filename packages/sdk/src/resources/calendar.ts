import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Returns bookings, working hours and time off of a range of at most 92 days. Coach side. */
export const getCalendar = /* @__PURE__ */ operation<'getCalendar'>(contract.getCalendar);

/** Returns a month, day by day, in the coach's zone. Coach side. */
export const getCalendarMonth = /* @__PURE__ */ operation<'getCalendarMonth'>(contract.getCalendarMonth);

/** Returns the week of a date, beginning on the day that the preferences set. Coach side. */
export const getCalendarWeek = /* @__PURE__ */ operation<'getCalendarWeek'>(contract.getCalendarWeek);

/** Returns one day with all details. Coach side. */
export const getCalendarDay = /* @__PURE__ */ operation<'getCalendarDay'>(contract.getCalendarDay);

/** Returns the coach's preferences for the calendar. Coach side. */
export const getPreferences = /* @__PURE__ */ operation<'getPreferences'>(contract.getPreferences);

/** Replaces the preferences; an absent field takes its default. Coach side. */
export const updatePreferences = /* @__PURE__ */ operation<'updatePreferences'>(contract.updatePreferences);
