export { importBookings } from './import-bookings.ts';
export { importClients } from './import-clients.ts';
export { importCoaches } from './import-coaches.ts';
