export { CoachBooking } from './coach-booking/coach-booking.ts';
export { defineCoachBooking } from './coach-booking/register.ts';
export type {
  CoachBookingEventMap,
  ReadyDetail,
  StepDetail,
  ServiceSelectedDetail,
  SlotSelectedDetail,
  BookingCreatedDetail,
  BookingFailedDetail,
  CloseDetail,
  SelectedDetail,
} from './coach-booking/steps/events.ts';
export type { CoachBookingTexts, TextKey } from './coach-booking/steps/text-keys.ts';
export type { CoachBookingAttributes, CoachBookingIntrinsicElements } from './coach-booking/jsx.ts';
export { CoachCalendar } from './coach-calendar/coach-calendar.ts';
export { defineCoachCalendar } from './coach-calendar/register.ts';
export type {
  BookingChangedDetail,
  BookingOpenedDetail,
  CalendarBookingDetail,
  ChangeFailedDetail,
  CoachCalendarEventMap,
  ViewChangedDetail,
} from './coach-calendar/page-events.ts';
export type { NewBookingWish } from './coach-calendar/panels/parts/panel.ts';
export type { CoachCalendarAttributes, CoachCalendarIntrinsicElements } from './coach-calendar/jsx.ts';
export { icsOf, webCalendars } from './calendar-links/index.ts';
export type { CalendarEvent } from './calendar-links/index.ts';
