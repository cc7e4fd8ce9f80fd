export type { CalendarEvent } from './event.ts';
export { icsOf } from './ics.ts';
export { webCalendars } from './web.ts';
