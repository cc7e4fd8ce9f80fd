export { eraseMe } from './erase-me.ts';
export { erasePerson } from './erase-person.ts';
export { exportMe, exportPerson } from './export-person.ts';
export { getUser } from './get-user.ts';
export { listAudit } from './list-audit.ts';
export { listBookings } from './list-bookings.ts';
export { listMyAudit } from './list-my-audit.ts';
export { listUsers } from './list-users.ts';
