/** One function per operationId of the contract, each of which a bundler can leave out. */
export * from './bookings.ts';
export * from './calendar.ts';
export * from './coaches.ts';
export * from './health.ts';
export * from './holds.ts';
export * from './schedule.ts';
export * from './slots.ts';
