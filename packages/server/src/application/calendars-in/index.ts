export { answerTestCalendar } from './answer-test-calendar.ts';
export { createExternalCalendar } from './create-external-calendar.ts';
export { deleteExternalCalendar } from './delete-external-calendar.ts';
export { discoverExternalCalendars } from './discover-external-calendars.ts';
export { getExternalCalendar } from './get-external-calendar.ts';
export { listExternalCalendars } from './list-external-calendars.ts';
export { refreshExternalCalendar } from './refresh-external-calendar.ts';
export { updateExternalCalendar } from './update-external-calendar.ts';
