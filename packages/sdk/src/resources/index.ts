/** One function per operationId of the contract, each of which a bundler can leave out. */
export * from './accounts.ts';
export * from './admin.ts';
export * from './bookings.ts';
export * from './calendar.ts';
export * from './clients.ts';
export * from './coaches.ts';
export * from './health.ts';
export * from './holds.ts';
export * from './leads.ts';
export * from './lists.ts';
export * from './live.ts';
export * from './moves.ts';
export * from './operator.ts';
export * from './partner.ts';
export * from './schedule.ts';
export * from './slots.ts';
export * from './staff.ts';
