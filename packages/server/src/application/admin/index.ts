export { erasePerson } from './erase-person.ts';
export { exportPerson } from './export-person.ts';
export { getUser } from './get-user.ts';
export { listAudit } from './list-audit.ts';
export { listBookings } from './list-bookings.ts';
export { listUsers } from './list-users.ts';
