export { importBookings } from './import-bookings.ts';
export { importClients } from './import-clients.ts';
export { importCoaches } from './import-coaches.ts';
export { readCalendarRows } from './read-calendar-rows.ts';
